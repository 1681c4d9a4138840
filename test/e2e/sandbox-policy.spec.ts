/** The command's page keeps to the Content-Security-Policy that it is served with, in every flow. */
import { expect } from '@playwright/test';
import { Person, scenarioOf, type Scenario } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/served-sandbox.js';

const flows: readonly (readonly [what: string, Pick<Scenario, 'start' | 'does'>])[] = [
  ['a TAN', scenarioOf('02')],
  ['a picture', scenarioOf('09')],
  ['the bank’s own window', scenarioOf('16')],
  ['the overview', scenarioOf('27')],
  [
    'the flicker picture',
    {
      ...scenarioOf('02'),
      does: [
        { act: 'pick-bank', bank: 'fino TAN-Methods Bank' },
        { act: 'log-in', userName: 'fino01', pin: '654321' },
        { act: 'choose-method', method: 'chipTAN-optical' },
        { act: 'enter-tan', tan: '123456' },
        { act: 'agree-consent' },
        { act: 'connect-accounts' },
      ],
    },
  ],
];

for (const [what, { start, does }] of flows) {
  test(`${what} asks for nothing that the policy forbids`, async ({
    context,
    page,
    site,
    sandbox,
  }) => {
    const refused: string[] = [];
    await context.exposeFunction('refuse', (violation: string) => refused.push(violation));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        (window as unknown as { refuse(violation: string): void }).refuse(
          `${effectiveDirective} ${blockedURI}`,
        );
      });
    });
    const query = new URLSearchParams({
      sessionId: start.sessionId,
      userIdentifier: 'anna',
      lang: 'en',
      ...start.params,
    }).toString();
    const frame = `<iframe src="${sandbox}/auth?${query}" width="500" height="900"></iframe>`;
    const shop = await site({ '/': `<!doctype html><title>Shop</title>${frame}` });
    await page.goto(shop.origin);
    const person = new Person(page.frameLocator('iframe'), page);
    await person.does(...does);
    expect(refused).toEqual([]);

    // What the policy forbids would have been heard of.
    await page
      .frameLocator('iframe')
      .locator('body')
      .evaluate((body) => {
        body.setAttribute('style', 'color: red');
      });
    await expect.poll(() => refused).toEqual(['style-src-attr inline']);
  });
}
