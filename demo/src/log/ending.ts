/** What the events say of the newest load: how the flow ended, and what the frame can do. */
import type { Entry } from './event-record.js';

const endings = ['SUCCESS', 'EXIT', 'ERROR'] as const;
export type Ending = (typeof endings)[number];

/** What an ending is over by: another load, or a flow that goes on after all. */
const beginnings: ReadonlySet<string> = new Set(['BANK_SEARCH_INIT', 'bank-select', 'bank-sync']);

/** How the flow of the newest load ended; undefined while it runs. */
export function endingOf(entries: readonly Entry[]): Ending | undefined {
  const last = entries.findLast(
    (entry) => isLoad(entry) || isEnding(entry) || (isMessage(entry) && beginnings.has(entry.type)),
  );
  return last && isMessage(last) ? endings.find((type) => type === last.type) : undefined;
}

/** Whether the frame of the newest load has announced that it takes a new look at once. */
export function offersTheme(entries: readonly Entry[]): boolean {
  const last = entries.findLast(
    (entry) => isLoad(entry) || (isMessage(entry) && entry.type === 'ready'),
  );
  if (!last || isLoad(last)) return false;
  const { payload } = last;
  if (typeof payload !== 'object' || payload === null || !('features' in payload)) return false;
  return Array.isArray(payload.features) && payload.features.includes('theme');
}

const isMessage = ({ kind }: Entry) => kind === 'message';
const isLoad = ({ kind, type }: Entry) => kind === 'status' && type === 'loading';
const isEnding = (entry: Entry) =>
  isMessage(entry) && (endings as readonly string[]).includes(entry.type);
