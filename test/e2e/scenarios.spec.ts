/** Every scenario through the user interface, across two sites, against its exact list of events. */
import { expect } from '@playwright/test';
import { compareEvents, scenarios } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/embedding.js';
import { play } from '../fixtures/play.js';

for (const scenario of scenarios) {
  test(`${scenario.id} ${scenario.title.en}`, async ({ page, embed }) => {
    const received = await play({ page, embed }, scenario);
    expect(compareEvents(scenario.events, received)).toEqual([]);
  });
}
