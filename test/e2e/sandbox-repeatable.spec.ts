/** Time and chance are in the hands of the test. */
import { expect } from '@playwright/test';
import { Person, scenarioOf } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/embedding.js';
import { play } from '../fixtures/play.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';

for (const [id, what] of [
  ['02', 'connecting with a TAN'],
  ['16', 'a login at the bank'],
  ['27', 'renewing a consent'],
] as const) {
  const tag = id === '02' ? [] : '@long';
  test(
    `the same seed gives the same events, byte for byte: ${what}`,
    { tag },
    async ({ page, embed }) => {
      const run = async (seed: string) =>
        JSON.stringify(await play({ page, embed }, scenarioOf(id), { seed }));
      const first = await run('a');
      expect(await run('a')).toBe(first);
      expect(await run('b')).not.toBe(first);
    },
  );
}

test('90 days later, which takes less than a second, a valid consent has expired', async ({
  page,
  embed,
}) => {
  const bank = 'fino Redirect Bank';
  const frame = page.frameLocator('iframe');
  const person = new Person(frame, page);
  const { overview, status, tools } = person.words.sandbox;
  const { clock } = person.words.panel;
  const embedding = await embed({
    origin: sandboxOrigin,
    connectURL: startOf(scenarioOf('25')),
  });
  const card = frame.getByRole('listitem').filter({ hasText: bank });
  await expect(card).toContainText(status.OK);

  await person.press(tools.open);
  await person.press(clock.days);
  await expect(card).toContainText(status.SCA_REQUIRED, { timeout: 1000 });

  await card.getByRole('button', { name: overview.renew, exact: true }).click();
  await embedding.waitFor('bank-sync');
  expect(await embedding.received()).toContainEqual({
    type: 'bank-sync',
    payload: expect.objectContaining({ code: 'SCA_REQUIRED' }) as unknown,
  });
});
