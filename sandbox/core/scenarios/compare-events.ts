/** Whether a run posted what its scenario says: the events in order, and what they hold. */
import { type UbaMessageType } from '@finodigital/uba-protocol';
import { isObject } from '@finodigital/uba-protocol/internal';
import { payloadKeys } from '../contract/sandbox-message.js';
import type { ExpectedEvent } from './scenarios.js';

/** What was posted; the payload in whatever envelope it came. */
export interface PostedEvent {
  readonly type: string;
  readonly payload?: unknown;
}

/** What is wrong with a run, one sentence each; none where it is as expected. */
export function compareEvents(
  expected: readonly ExpectedEvent[],
  posted: readonly PostedEvent[],
): readonly string[] {
  const length = Math.max(expected.length, posted.length);
  return Array.from({ length }, (_, index) => {
    const [want, got] = [expected[index], posted[index]];
    const where = `Event ${index + 1}`;
    if (!want) return [`${where}: ${got?.type} was not expected.`];
    if (got?.type !== want.type)
      return [`${where}: ${got?.type ?? 'nothing'} in place of ${want.type}.`];
    return [
      ...wrongKeys(want.type, got.payload).map((problem) => `${where}, ${want.type}: ${problem}.`),
      ...wrongValues(want.payload ?? {}, got.payload ?? {}, '').map(
        (problem) => `${where}, ${want.type}: ${problem}.`,
      ),
    ];
  }).flat();
}

/** Keys that are missing, and keys that nobody announced. */
function wrongKeys(type: UbaMessageType, payload: unknown): string[] {
  const actual = isObject(payload) ? Object.keys(payload) : [];
  const keys = payloadKeys[type];
  const names = keys.map((key) => key.replace('?', ''));
  return [
    ...keys.filter((key) => !key.endsWith('?') && !actual.includes(key)).map((key) => `no ${key}`),
    ...actual.filter((key) => !names.includes(key)).map((key) => `an unknown key ${key}`),
  ];
}

/** Where a value is not the one that is wanted. An object may hold more than is wanted. */
function wrongValues(want: unknown, got: unknown, path: string): string[] {
  if (isObject(want) && isObject(got)) {
    return Object.entries(want).flatMap(([key, value]) =>
      wrongValues(value, got[key], path ? `${path}.${key}` : key),
    );
  }
  const [wanted, actual] = [JSON.stringify(want), JSON.stringify(got)];
  return wanted === actual ? [] : [`${path} is ${actual}, not ${wanted}`];
}
