/** A scenario as a Playwright test: it embeds the widget, does what a person does and compares the events. */
import type { Scenario } from '@finodigital/uba-sandbox/testing';
import { literal } from '../code/source-text.js';
import { scenarioAddress } from './scenario-address.js';

/** Where the test finds the sandbox, and a page on which the widget's bundle lies. */
export interface TestPlaces {
  readonly sandbox: string;
  readonly page: string;
}

export function playwrightTest(scenario: Scenario, { sandbox, page }: TestPlaces): string {
  const address = scenarioAddress(scenario, sandbox, { seed: 'test', lang: 'en' });
  return `import { expect, test } from '@playwright/test';
import { Person, compareEvents, scenarioOf } from '@finodigital/uba-sandbox/testing';

const { does, events } = scenarioOf(${literal(scenario.id)});

test(${literal(scenario.title.en)}, async ({ page }) => {
  const heard = [];
  await page.exposeFunction('hear', (message) => heard.push(message));
  await page.goto(${literal(page)});
  await page.setContent(\`
    <fino-uba origin="${sandbox}"></fino-uba>
    <script type="module">
      import '${new URL('uba-widget.js', page).href}';
      const uba = document.querySelector('fino-uba');
      uba.addEventListener('uba-message', ({ detail }) => hear(detail));
      uba.connectURL = ${literal(address)};
    </script>
  \`);

  const person = new Person(page.frameLocator('iframe'), page);
  await person.does(...does);

  await expect.poll(() => compareEvents(events, heard)).toEqual([]);
});
`;
}
