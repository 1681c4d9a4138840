/**
 * What the sandbox tells those who hear it, in scenarios of every kind, as text that was read and is
 * kept in test/transcripts; `--update-snapshots` renews it, and then it is to be read again.
 */
import { expect, test, type JSHandle, type Page } from '@playwright/test';
import type { FlowState } from '../../sandbox/core/flow/flow-state.js';
import type {} from '../../sandbox/page/sandbox-app.js';
import { Person, scenarioOf, type ScenarioAction } from '../../sandbox/testing/index.js';
import { startOf } from '../fixtures/sandbox-address.js';
import { Transcript } from '../fixtures/transcript.js';

const stateOf = (page: Page) =>
  page.evaluateHandle(() => document.querySelector('sandbox-app')?.flow.state);

/** What somebody does elsewhere is noticed some time later, by a step that has waited for it. */
const isElsewhere = ({ act }: ScenarioAction) => act === 'at-bank' || act === 'approve-on-phone';

/** Waits until the page has answered, and shows it. */
async function answered(
  page: Page,
  before: JSHandle<FlowState | undefined> | null,
  mustLeave: boolean,
): Promise<void> {
  await page.waitForFunction(
    ([state, leaves]) => {
      const now = document.querySelector('sandbox-app')?.flow.state;
      if (!now || now === state || now.at === 'boot') return false;
      return !(leaves && now.at === state?.at) && !('busy' in now && now.busy);
    },
    [before, mustLeave] as const,
  );
  await expect(page).toHaveTitle(/ – /);
  await page.evaluate(async () => {
    await document.querySelector('sandbox-app')?.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

for (const lang of ['de', 'en'] as const) {
  for (const id of ['02', '04', '06', '09', '16', '27', '36']) {
    const tag = lang === 'en' && id !== '02' ? '@long' : [];
    test(`scenario ${id} (${lang}) is told as it was read`, { tag }, async ({ page }) => {
      const scenario = scenarioOf(id);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.clock.setFixedTime(Date.UTC(2027, 0, 11, 9, 30));
      const transcript = await Transcript.begin(page);
      await page.goto(startOf(scenario, { lang }));
      const person = new Person(page, page, lang);
      await answered(page, null, false);
      await transcript.take('begin');
      for (const act of scenario.does) {
        const before = await stateOf(page);
        await person.does(act);
        await answered(page, before, isElsewhere(act));
        await transcript.take(act.act);
      }
      expect(transcript.text).toMatchSnapshot(`${id}-${lang}.txt`);
    });
  }
}
