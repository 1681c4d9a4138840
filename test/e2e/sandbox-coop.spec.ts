/**
 * The redirect bank in a page that cuts its frames off from the windows that they open, as Django and
 * helmet do by default: never a second page of the bank without a click, and always a way on.
 */
import { expect, type Page as BrowserPage } from '@playwright/test';
import { compareEvents, Person, scenarioOf } from '../../sandbox/testing/index.js';
import { embeddingPage, widgetBundle } from '../fixtures/embedding.js';
import { sandboxOrigin } from '../fixtures/sandbox-address.js';
import { test } from '../fixtures/served-sandbox.js';
import type { Page } from '../fixtures/site.js';

const policies = ['same-origin', 'same-origin-allow-popups', 'unsafe-none'] as const;

/** What a person does at the bank, and the scenario whose events it gives. */
const choices = { agree: '16', cancel: '17', close: '18' } as const;
const choiceNames = Object.keys(choices) as (keyof typeof choices)[];

const withPolicy =
  (policy: string, text: string): Page =>
  (_request, response) => {
    response
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cross-Origin-Opener-Policy': policy,
      })
      .end(text);
  };

const bankPages = (page: BrowserPage) =>
  page
    .context()
    .pages()
    .flatMap((one) => one.frames())
    .filter((frame) => new URL(frame.url()).pathname === '/bank/');

for (const policy of policies) {
  // Where the policy cuts nothing off, the choice at the bank is what the scenarios show anyway.
  for (const choice of policy === 'same-origin' ? choiceNames : (['agree'] as const)) {
    for (const place of ['served', 'static'] as const) {
      const scenario = scenarioOf(choices[choice]);
      const isCutOff = place === 'static' && policy === 'same-origin';

      const tag = place === 'static' && choice !== 'agree' ? '@long' : [];
      test(
        `COOP ${policy}, ${place}: ${choice} at the redirect bank`,
        { tag },
        async ({ page, site, sandbox }) => {
          const origin = place === 'served' ? sandbox : sandboxOrigin;
          const connectURL = `${origin}/auth?sessionId=demo-coop&userIdentifier=demo-user`;
          const shop = await site({
            '/': withPolicy(policy, embeddingPage({ origin, connectURL, lang: 'en' })),
            '/uba-widget.js': widgetBundle,
          });
          await page.goto(shop.origin);
          const frame = page.frameLocator('iframe');
          const person = new Person(frame, page);
          const { bank: words, sandbox: t } = person.words;

          const opening = page.context().waitForEvent('page');
          await person.does({ act: 'pick-bank', bank: 'fino Redirect Bank' });
          await person.press(t.redirect.go);
          const bank = await opening;
          await bank.getByRole('button', { name: words.agree }).waitFor();

          let expected = scenario.events;
          if (isCutOff) {
            await expect(bank.getByText(words.unheard)).toBeVisible();
            await expect(frame.getByRole('button', { name: t.atBank.inside })).toBeVisible();
            expect(bankPages(page)).toHaveLength(1);
            await bank.close();
            if (choice === 'close') await person.press(t.common.cancel);
            else {
              await person.press(t.atBank.inside);
              await frame.getByRole('button', { name: words[choice], exact: true }).click();
              // The page was away meanwhile, and says so.
              const [ready] = expected.slice(0, 1);
              const back = expected.findIndex(({ type }) => type === 'handle-redirect');
              expected = expected.toSpliced(back, 0, ...(ready ? [ready] : []));
            }
          } else {
            await expect(
              frame.getByRole('main').getByText(t.atBank.lead('fino Redirect Bank')),
            ).toBeVisible();
            expect(bankPages(page)).toHaveLength(1);
            if (choice === 'close') await bank.close();
            else {
              // The window closes under the click, which Firefox counts as the click's failure.
              const closed = bank.waitForEvent('close');
              const button = bank.getByRole('button', { name: words[choice], exact: true });
              void button.click().catch(() => undefined);
              await closed;
            }
          }
          if (choice === 'agree') await person.does({ act: 'connect-accounts' });
          await expect
            .poll(async () => compareEvents(expected, await page.evaluate(() => window.received)))
            .toEqual([]);
          expect(bankPages(page)).toEqual([]);
        },
      );
    }
  }
}

test('a bank’s window that never opened is offered inside, by a click, served as well', async ({
  page,
  embed,
  sandbox,
}) => {
  await page.addInitScript(() => {
    // As where the browser lets no window open.
    window.open = () => null;
  });
  const embedding = await embed({
    origin: sandbox,
    connectURL: `${sandbox}/auth?sessionId=demo-blocked&userIdentifier=demo-user`,
    lang: 'de',
  });
  const frame = page.frameLocator('iframe');
  const person = new Person(frame, page, 'de');
  const { bank: words, sandbox: t } = person.words;
  await person.does({ act: 'pick-bank', bank: 'fino Redirect Bank' });
  await person.press(t.redirect.go);
  await expect(
    frame.getByRole('main').getByText(t.atBank.unseenLead('fino Redirect Bank')),
  ).toBeVisible();
  expect(bankPages(page)).toEqual([]);
  await person.press('Hier fortfahren');
  await frame.getByRole('button', { name: words.agree, exact: true }).click();
  await person.does({ act: 'connect-accounts' });
  await embedding.waitFor('SUCCESS');
});
