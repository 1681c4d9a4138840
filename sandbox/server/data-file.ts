/** Keeps the state in a file, so that a restart goes on where the last run stopped. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { persistedStateSchema, type PersistedState } from './persisted-state.js';
import type { Persistence } from './persistence.js';

/** How long to wait for more changes before it writes, in ms. */
const writeDelay = 200;

/** @throws Error where the file is there and cannot be used */
export function readData(file: string): PersistedState | undefined {
  if (!existsSync(file)) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON.`, { cause: error });
  }
  const { success, data: state } = persistedStateSchema.safeParse(data);
  if (!success) throw new Error(`${file} was not written by this version of the sandbox.`);
  return state;
}

/** Writes the state soon after each change. @returns writes what is left and stops */
export function keepData(file: string, persistence: Persistence): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    // Whoever kills the command while it writes finds the file as it was before.
    const draft = `${file}.new`;
    writeFileSync(draft, JSON.stringify(persistence.snapshot()), { mode: 0o600 });
    renameSync(draft, file);
  };
  const unsubscribe = persistence.subscribe(() => (timer ??= setTimeout(write, writeDelay)));
  return () => {
    unsubscribe();
    if (timer) write();
  };
}
