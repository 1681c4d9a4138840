/**
 * Keeps a second server off a file: `FILE.lock` beside it says who holds it, and by the time of its
 * last change that the holder lives.
 */
import { randomUUID } from 'node:crypto';
import { lstatSync, readFileSync, rmSync, utimesSync, writeFileSync, type Stats } from 'node:fs';
import { hostname } from 'node:os';
import * as z from 'zod';
import { codeOf } from './replace-file.js';

/** How often a holder says that it lives, in ms. */
export const lockBeat = 2000;

/** When a holder that says nothing counts as gone, in ms. */
const lockTerm = 10_000;

const holderSchema = z.object({ pid: z.int().min(1), host: z.string(), id: z.string() });

type Holder = z.infer<typeof holderSchema>;

/** The locks of this process: in a container, the next run often has the same number and host. */
const ownIds = new Set<string>();

/** Another server holds the file. */
export class FileInUse extends Error {}

export class FileLock {
  readonly #path: string;
  readonly #holder: Holder = { pid: process.pid, host: hostname(), id: randomUUID() };
  readonly #content = JSON.stringify(this.#holder);

  /**
   * @param file its real path, so that two names of a file share a lock
   * @throws FileInUse, ErrnoException where no lock can be made beside it
   */
  constructor(file: string) {
    this.#path = `${file}.lock`;
    this.#take();
    ownIds.add(this.#holder.id);
  }

  /** Says that the holder lives; gives whether nobody else has taken the file over. */
  renew(): boolean {
    try {
      if (readFileSync(this.#path, 'utf8') !== this.#content) return false;
      const now = new Date();
      utimesSync(this.#path, now, now);
    } catch {
      // It was removed, perhaps with its folder. Whoever comes first makes it anew.
      attempt(() => this.#make());
    }
    return true;
  }

  release(): void {
    ownIds.delete(this.#holder.id);
    attempt(() => {
      if (readFileSync(this.#path, 'utf8') === this.#content) rmSync(this.#path);
    });
  }

  #take(): void {
    try {
      this.#make();
    } catch (error) {
      const stats = lstatSync(this.#path, { throwIfNoEntry: false });
      if (codeOf(error) !== 'EEXIST' || stats?.isFile() === false) throw error;
      const holder = readHolder(this.#path);
      if (stats && isAlive(holder, stats)) throw new FileInUse(inUse(holder, this.#path));
      rmSync(this.#path, { force: true });
      // Where another server was faster, its lock is found.
      this.#take();
    }
  }

  #make(): void {
    // Neither takes nor follows what is there.
    writeFileSync(this.#path, '', { flag: 'wx', mode: 0o600 });
    try {
      writeFileSync(this.#path, this.#content);
    } catch (error) {
      rmSync(this.#path, { force: true });
      throw error;
    }
  }
}

/** What cannot be done now is done at the next beat, or is of no use any more. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // The file itself says what is wrong with its place, when it is written.
  }
}

/** Nobody where it is being written this moment, or was not written by us. */
function readHolder(path: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder | undefined, { mtimeMs }: Stats): boolean {
  if (Date.now() - mtimeMs > lockTerm) return false;
  if (holder?.host !== hostname()) return true;
  return holder.pid === process.pid ? ownIds.has(holder.id) : isRunning(holder.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const inUse = (holder: Holder | undefined, path: string): string =>
  `another sandbox uses it${holder ? ` (process ${holder.pid} on ${holder.host})` : ''}. Stop that one, or choose another file. Where none runs any more, wait ${lockTerm / 1000} s or remove ${path}`;
