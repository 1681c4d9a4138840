/**
 * A scenario as a Playwright test that stands alone: it embeds the widget, acts by accessible names
 * and compares the events. The names are the sandbox's own texts.
 */
import { bankTable } from '@finodigital/uba-sandbox/testing';
import { panelTable } from '@finodigital/uba-sandbox/testing';
import type { Scenario, ScenarioAction } from '@finodigital/uba-sandbox/testing';
import { chooseLanguage, wordsIn } from '@finodigital/uba-sandbox/testing';
import { indent, literal } from '../code/source-text.js';
import { scenarioAddress } from './scenario-address.js';

/** Where the test finds the sandbox, and a page on which the widget's bundle lies. */
export interface TestPlaces {
  readonly sandbox: string;
  readonly page: string;
}

const { t } = chooseLanguage(['en']);
const tools = wordsIn(panelTable, 'en');
const bank = wordsIn(bankTable, 'en').page;

export function playwrightTest(scenario: Scenario, { sandbox, page }: TestPlaces): string {
  const address = scenarioAddress(scenario, sandbox, { seed: 'test', lang: 'en' });
  const steps = scenario.does.flatMap(linesFor);
  const types = scenario.events.map(({ type }) => `${literal(type)},`);
  return `import { expect, test } from '@playwright/test';

test(${literal(scenario.title.en)}, async ({ page }) => {
  const heard = [];
  await page.exposeFunction('hear', (type) => heard.push(type));
  await page.goto(${literal(page)});
  await page.setContent(\`
    <fino-uba origin="${sandbox}"></fino-uba>
    <script type="module">
      import '${new URL('uba-widget.js', page).href}';
      const uba = document.querySelector('fino-uba');
      uba.addEventListener('uba-message', ({ detail }) => hear(detail.type));
      uba.connectURL = ${literal(address)};
    </script>
  \`);
  const uba = page.frameLocator('iframe');
${steps.length > 0 ? `\n${indent(steps.join('\n'))}\n` : ''}
  await expect.poll(() => heard).toEqual([
${indent(types.join('\n'), 4)}
  ]);
});
`;
}

const byRole = (role: string, name: string, exact = true) =>
  `uba.getByRole('${role}', { name: ${literal(name)}${exact ? ', exact: true' : ''} })`;
const press = (name: string, exact = true) => `await ${byRole('button', name, exact)}.click();`;
const field = (name: string) => `uba.getByLabel(${literal(name)}, { exact: true })`;

/** Fills a field that a step before may still be emptying. */
const fill = (name: string, value: string): readonly string[] => [
  `await expect(${field(name)}).toHaveValue('');`,
  `await ${field(name)}.fill(${literal(value)});`,
];

/** Does something in the sandbox's tools, which cover the flow while they are open. */
const withTools = (line: string): readonly string[] => [
  // Its name goes on where the phone waits for an answer.
  press(t.tools.open, false),
  line,
  press(tools.panel.close),
];

const consentOf = (bankName: string, name: string) =>
  `await uba.getByRole('group', { name: ${literal(bankName)} }).getByRole('button', { name: ${literal(name)}, exact: true }).click();`;

function linesFor(action: ScenarioAction): readonly string[] {
  switch (action.act) {
    case 'pick-bank':
      return [
        `await ${byRole('combobox', t.search.fullLabel)}.fill(${literal(action.bank)});`,
        `await ${byRole('option', action.bank, false)}.click();`,
      ];
    case 'choose-account-type':
      return [
        `await ${byRole('radio', t.accountTypes[action.accountType])}.check();`,
        press(t.common.continue),
      ];
    case 'log-in':
      return [
        `await ${field(t.login.userName)}.fill(${literal(action.userName)});`,
        ...(action.pin ? fill(t.login.pin, action.pin) : []),
        press(t.login.submit),
      ];
    case 'enter-tan':
      return [...fill(t.tan.label, action.tan), press(t.tan.submit)];
    case 'choose-method':
      return [`await ${byRole('button', t.methodNames[action.method], false)}.click();`];
    case 'toggle-account':
      return [`await uba.getByRole('checkbox').nth(${action.index}).click();`];
    case 'connect-accounts':
      return [`await uba.getByRole('button', { name: /^Connect/ }).click();`];
    case 'approve-on-phone':
      return withTools(press(tools.phone.approve));
    case 'decline-on-phone':
      return withTools(press(tools.phone.decline));
    case 'move-clock':
      return withTools(press(clockButton(action.ms)));
    case 'go-to-bank':
      return [
        `const opened = page.waitForEvent('popup');`,
        press(t.redirect.go),
        `const bank = await opened;`,
      ];
    case 'at-bank':
      return atBank(action.choice, action.userName);
    case 'synchronise':
      return [
        `await ${byRole('group', t.overview.actions(action.bank))}.getByRole('button', { name: /^(${t.overview.synchronise}|${t.overview.renew})$/ }).click();`,
      ];
    case 'disconnect':
      return [
        `await ${byRole('group', t.overview.actions(action.bank))}.getByRole('button', { name: ${literal(t.overview.disconnect)} }).click();`,
      ];
    case 'expire-consent':
      return withTools(consentOf(action.bank, tools.connections.expire));
    case 'revoke-consent':
      return withTools(consentOf(action.bank, tools.connections.revoke));
    default:
      return [press(buttons[action.act])];
  }
}

const buttons = {
  cancel: t.common.cancel,
  close: t.common.close,
  back: t.common.back,
  done: t.common.done,
  retry: t.retry.again,
  'add-bank': t.overview.add,
  'confirm-disconnect': t.disconnect.submit,
} as const;

function clockButton(ms: number): string {
  const minute = 60_000;
  if (ms === minute) return tools.clock.minute;
  return ms === 5 * minute ? tools.clock.minutes : tools.clock.days;
}

function atBank(
  choice: 'agree' | 'cancel' | 'refuse' | 'close-window',
  userName: string | undefined,
): readonly string[] {
  if (choice === 'close-window') return ['await bank.close();'];
  return [
    ...(userName
      ? [`await bank.getByLabel(${literal(bank.userName)}).fill(${literal(userName)});`]
      : []),
    `await bank.getByRole('button', { name: ${literal(bank[choice])}, exact: true }).click();`,
  ];
}
