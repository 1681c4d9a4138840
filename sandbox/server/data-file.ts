/** Keeps the state in a file, so that a restart goes on where the last run stopped. */
import { lstatSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { FileInUse, FileLock, lockBeat } from './file-lock.js';
import { persistedStateSchema, type PersistedState } from './persisted-state.js';
import type { Persistence } from './persistence.js';
import { codeOf, replaceFile } from './replace-file.js';

/** In ms of real time. */
interface DataRules {
  /** How long to wait for more changes before it writes. */
  readonly writeDelay: number;
  /** How long to wait after a write that failed. */
  readonly retryDelay: number;
  /** How long to say nothing more about writes that fail. */
  readonly warnEvery: number;
  /** How often to see after the lock and the file. */
  readonly beat: number;
}

const defaultRules: DataRules = {
  writeDelay: 200,
  retryDelay: 1000,
  warnEvery: 60_000,
  beat: lockBeat,
};

/** The file cannot be used. The message begins with its name and holds nothing of its content. */
export class DataFileError extends Error {}

export class DataFile {
  /** What an earlier run left. */
  readonly before: PersistedState | undefined;
  readonly #path: string;
  readonly #lock: FileLock | undefined;
  #save: (() => void) | undefined;
  #unsubscribe: (() => void) | undefined;
  #heart: ReturnType<typeof setInterval> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #quietUntil = 0;

  /**
   * Reads the file where there is one, and keeps other servers off it.
   *
   * @param warn gets what a user has to know about the file later on
   * @throws DataFileError
   */
  constructor(
    private readonly file: string,
    private readonly warn: (message: string) => void,
    private readonly rules: DataRules = defaultRules,
  ) {
    this.#path = this.#orRefuse('used', () => realPathOf(file));
    this.#lock = this.#takeLock();
    try {
      this.before = this.#orRefuse('read', () => readState(this.#path));
    } catch (error) {
      this.#lock?.release();
      throw error;
    }
  }

  /** Writes the state, now and soon after each change. @throws DataFileError where it cannot now */
  keep(persistence: Persistence): void {
    const save = () => replaceFile(this.#path, JSON.stringify(persistence.snapshot()));
    this.#orRefuse('written', save);
    this.#save = save;
    this.#unsubscribe = persistence.subscribe(() => this.#schedule(this.rules.writeDelay));
    this.#heart = setInterval(() => this.#beat(), this.rules.beat).unref();
  }

  /** Writes what is left, and lets others have the file. */
  close(): void {
    this.#quietUntil = 0;
    this.#write();
    this.#stop();
    this.#lock?.release();
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#holds()) return;
    try {
      this.#save?.();
    } catch (error) {
      this.#warnOf(error);
      this.#schedule(this.rules.retryDelay);
    }
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => this.#write(), delay);
  }

  /** Whoever removes the file while it is kept loses nothing. */
  #beat(): void {
    if (this.#holds() && !isFile(this.#path)) this.#schedule(0);
  }

  /** Whether the file is still ours to write. Where this process stood still, it may not be. */
  #holds(): boolean {
    if (!this.#save || this.#lock?.renew() !== false) return true;
    this.#stop();
    this.warn(`${this.file} was taken over by another sandbox. This one writes it no more.`);
    return false;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#heart);
    this.#unsubscribe?.();
    this.#save = undefined;
  }

  #warnOf(error: unknown): void {
    const now = performance.now();
    if (now < this.#quietUntil) return;
    this.#quietUntil = now + this.rules.warnEvery;
    this.warn(
      `${this.file} cannot be written: ${reasonOf(error)}. What changes is kept in memory alone until it can.`,
    );
  }

  /** Without a lock it goes on: a read-only folder may hold a file that can be written. */
  #takeLock(): FileLock | undefined {
    try {
      return new FileLock(this.#path);
    } catch (error) {
      if (error instanceof FileInUse) throw this.#refusal('used', error.message);
      this.warn(
        `Beside ${this.file} no lock can be made (${codeOf(error)}). Let no other sandbox use the file.`,
      );
      return undefined;
    }
  }

  #orRefuse<T>(what: 'used' | 'read' | 'written', act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw this.#refusal(what, reasonOf(error));
    }
  }

  #refusal(what: 'used' | 'read' | 'written', reason: string): DataFileError {
    return new DataFileError(`${this.file} cannot be ${what}: ${reason}.`);
  }
}

/** Where a link leads, also where nothing is there yet. @throws ErrnoException, Unusable */
function realPathOf(file: string): string {
  try {
    const path = realpathSync(file);
    // Reading from a pipe or a device could last for ever.
    if (!statSync(path).isFile()) throw new Unusable(reasons.get('EISDIR'));
    return path;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const folder = realpathSync(dirname(file));
    const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink();
    return isLink ? realPathOf(resolve(folder, readlinkSync(file))) : join(folder, basename(file));
  }
}

/** @throws ErrnoException, Unusable */
function readState(path: string): PersistedState | undefined {
  if (!isFile(path)) return undefined;
  const { success, data, error } = persistedStateSchema.safeParse(
    parse(readFileSync(path, 'utf8')),
  );
  if (success) return data;
  const [issue] = error.issues;
  const place = issue?.path.length ? z.core.toDotPath(issue.path) : 'its top';
  throw new Unusable(
    `it was not written by this version of the sandbox, or changed since. See ${place}: ${issue?.message ?? 'invalid'}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What a parser says would quote the file, which holds the secrets of webhooks.
    throw new Unusable(
      'it is empty, cut off or no JSON. Mend it, or remove it to begin without data',
    );
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A reason that no system call has. */
class Unusable extends Error {}

/** What the codes of system calls mean here, and the way out. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder does not exist. Make the folder, or choose another file'],
  ['ENOTDIR', 'its folder is a file. Choose another file'],
  ['EISDIR', 'it is a folder, or something else that is no file. Choose another file'],
  ['ELOOP', 'its links lead in a circle. Choose another file'],
  ['EACCES', 'this user may not. Change the rights of the file and its folder, or choose another'],
  ['EPERM', 'this user may not. Change the rights of the file and its folder, or choose another'],
  ['EROFS', 'its disk is read-only. Choose a file on another'],
  ['ENOSPC', 'the disk is full. Make room, or choose a file on another'],
  ['EDQUOT', 'the disk is full for this user. Make room, or choose a file on another'],
]);

function reasonOf(error: unknown): string {
  if (error instanceof Unusable) return error.message;
  return reasons.get(codeOf(error)) ?? String(error);
}
