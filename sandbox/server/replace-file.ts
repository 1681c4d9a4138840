/** Writes a file so that whoever reads it finds the old content or the new one, never a part. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

/** Codes of a disk that takes no more, which is no better in place. */
const diskFails = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'];

/**
 * Puts the text in the file's place. Where the file cannot be replaced, it is written in place: a
 * single file that is mounted into a container, or one in a folder where nothing can be made, or
 * where something foreign has the name of the draft.
 *
 * @param file its real path: a link would be replaced itself
 * @throws ErrnoException where it cannot be written; then it is as it was
 */
export function replaceFile(file: string, text: string): void {
  // A rename would pass over that the file itself is read-only.
  if (existsSync(file)) accessSync(file, constants.W_OK);
  try {
    replace(file, text);
  } catch (error) {
    if (diskFails.includes(codeOf(error))) throw error;
    writeInPlace(file, text);
  }
}

/** The code of a system call that failed; empty for any other error. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

function replace(file: string, text: string): void {
  const draft = `${file}.new`;
  // Of a run that was killed. Anything else there is not ours: `wx` neither takes nor follows it.
  if (lstatSync(draft, { throwIfNoEntry: false })?.isFile()) rmSync(draft);
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    try {
      writeFileSync(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeInPlace(file: string, text: string): void {
  const before = existsSync(file) ? readFileSync(file) : undefined;
  try {
    overwrite(file, text, before ? 'r+' : 'wx');
  } catch (error) {
    // What was there fits: its place on the disk was not given up yet.
    if (before) overwrite(file, before, 'r+');
    else rmSync(file, { force: true });
    throw error;
  }
}

/** Cuts the file last, so that a full disk still holds what it held. */
function overwrite(file: string, content: string | Uint8Array, flags: 'r+' | 'wx'): void {
  const descriptor = openSync(file, flags, 0o600);
  try {
    writeFileSync(descriptor, content);
    ftruncateSync(descriptor, Buffer.byteLength(content));
  } finally {
    closeSync(descriptor);
  }
}
