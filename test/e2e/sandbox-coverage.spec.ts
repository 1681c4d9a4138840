/**
 * Every documented event and error code comes up at least once for a person at the screen: in
 * scenarios.spec.ts a person plays each scenario, and receives exactly what is read here.
 */
import { expect, test } from '@playwright/test';
import { errorCodes, messageTypes } from '@finodigital/uba-protocol';
import { isObject } from '@finodigital/uba-protocol/internal';
import { scenarios } from '../../sandbox/testing/index.js';

const isGranular = (type: string): boolean => type === type.toUpperCase();

test('11 main events, 20 granular events and 13 codes are seen through the user interface', () => {
  const granular = messageTypes.filter(isGranular).length;
  expect([messageTypes.length - granular, granular, errorCodes.length]).toEqual([11, 20, 13]);

  const events = scenarios.flatMap((scenario) => scenario.events);
  const codes = events.flatMap(({ payload }) => (isObject(payload) ? [payload.code] : []));
  const seen = new Set<unknown>([...events.map(({ type }) => type), ...codes]);
  const documented = [...messageTypes, ...errorCodes];
  expect(documented.filter((name) => !seen.has(name))).toEqual([]);
});
