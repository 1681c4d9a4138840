/** Every documented event and error code comes up at least once for a person at the screen. */
import { expect } from '@playwright/test';
import { errorCodes, messageTypes } from '@finodigital/uba-protocol';
import { isObject } from '@finodigital/uba-protocol/internal';
import type { PostedEvent } from '../../sandbox/core/scenarios/compare-events.js';
import { scenarios, type Scenario } from '../../sandbox/core/scenarios/scenarios.js';
import { test } from '../fixtures/embedding.js';
import { play } from '../fixtures/play.js';

const isGranular = (type: string): boolean => type === type.toUpperCase();

const documented: readonly string[] = [...messageTypes, ...errorCodes];

/** The names of the events, and the codes in them. */
const namesIn = (events: readonly PostedEvent[]): readonly string[] =>
  events.flatMap(({ type, payload }) =>
    isObject(payload) && typeof payload.code === 'string' ? [type, payload.code] : [type],
  );

const without = (names: readonly string[], seen: readonly string[]): readonly string[] =>
  names.filter((name) => !seen.includes(name));

/** As few scenarios as it takes to expect all of these: the one that expects most, then the rest. */
function enough(names: readonly string[]): readonly Scenario[] {
  if (names.length === 0) return [];
  const left = ({ events }: Scenario) => without(names, namesIn(events));
  const best = scenarios.reduce((one, other) =>
    left(other).length < left(one).length ? other : one,
  );
  if (left(best).length === names.length) throw new Error(`No scenario shows ${names.join(', ')}.`);
  return [best, ...enough(left(best))];
}

test('11 main events, 20 granular events and 13 codes are seen through the user interface', async ({
  page,
  embed,
}) => {
  // A dozen flows, one after the other, some seconds each in a slow browser.
  test.setTimeout(240_000);
  const granular = messageTypes.filter(isGranular).length;
  expect([messageTypes.length - granular, granular, errorCodes.length]).toEqual([11, 20, 13]);

  let unseen = documented;
  for (const scenario of enough(documented)) {
    const received = await test.step(`${scenario.id} ${scenario.title.en}`, () =>
      play({ page, embed }, scenario));
    unseen = without(unseen, namesIn(received));
  }
  expect(unseen).toEqual([]);
});
