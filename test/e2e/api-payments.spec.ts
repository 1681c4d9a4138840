/** Orders to pay of the API, in a browser: checked, authorised or left, and where they lead back. */
import { expect, type Page } from '@playwright/test';
import { compareEvents, Person, type ScenarioAction } from '../../sandbox/testing/index.js';
import { ApiClient, type ApiSession } from '../fixtures/api-client.js';
import { test } from '../fixtures/served-sandbox.js';

interface MoneyTransfer {
  readonly moneyTransferId: string;
  readonly status: string;
}

interface Account {
  readonly accountId: string;
  readonly bankLoginId: string;
  readonly balance: number;
  readonly type: string;
}

const tan: ScenarioAction = { act: 'enter-tan', tan: '123456' };
const authorise: ScenarioAction = { act: 'authorise-payment' };
const connect: ScenarioAction[] = [
  { act: 'pick-bank', bank: 'fino SCA Bank' },
  { act: 'log-in', userName: 'fino01', pin: '654321' },
  tan,
  { act: 'agree-consent' },
  { act: 'connect-accounts' },
];
const user = '/api/users/anna';

const inFrame = (page: Page) => new Person(page.frameLocator('iframe'), page);

/** A client whose user has connected a bank, and pays 12.34 EUR from its current account. */
async function payer(page: Page, sandbox: string, purpose: string) {
  const api = new ApiClient(sandbox);
  await api.authenticate();
  const { body } = await api.call<ApiSession>('POST', `${user}/banking/connect?recurring=true`);
  await page.goto(`${body.redirectURL}&lang=en`);
  await new Person(page, page).does(...connect);
  await expect(page.getByRole('heading', { name: 'Connected' })).toBeVisible();
  const read = async (): Promise<Account> => {
    const { accounts } = (
      await api.call<{ accounts: Account[] }>('GET', `${user}/banking/accounts`)
    ).body;
    return accounts.find(({ type }) => type === 'GIRO') as Account;
  };
  const { accountId, bankLoginId } = await read();
  const path = `${user}/banking/logins/${bankLoginId}/money-transfers`;
  return {
    api,
    bankLoginId,
    balance: async () => (await read()).balance,
    order: async (places: Readonly<Record<string, string>> = {}) => {
      const creditor = { name: 'Möbelhaus Beispiel', iban: 'DE89370400440532013000' };
      const { status, body: made } = await api.call<ApiSession & MoneyTransfer>('POST', path, {
        accountId,
        moneyTransferInfos: [{ amount: 12.34, creditor, purpose }],
        ...places,
      });
      expect(status).toBe(201);
      return made;
    },
    status: async ({ moneyTransferId }: MoneyTransfer) =>
      (await api.call<MoneyTransfer>('GET', `${path}/${moneyTransferId}`)).body.status,
  };
}

test('a payment in the widget: its events, then booking and balance by the clock', async ({
  page,
  embed,
  sandbox,
}) => {
  const { api, bankLoginId, balance, order, status } = await payer(page, sandbox, 'Rechnung 1');
  const before = await balance();
  const made = await order();
  const { sessionId, userIdentifier } = made;
  const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
  await inFrame(page).does(authorise, tan);
  await embedding.waitFor('SUCCESS');
  const events = [
    { type: 'ready' },
    { type: 'state', payload: { kind: 'payment', status: 'started' } },
    { type: 'state', payload: { kind: 'tan', status: 'started' } },
    { type: 'TAN_CHALLENGE_SUBMIT', payload: { bankLoginId } },
    { type: 'TAN_CHALLENGE_SUCCESS', payload: { bankLoginId } },
    { type: 'state', payload: { kind: 'tan', status: 'finalised' } },
    { type: 'state', payload: { kind: 'payment', status: 'PENDING' } },
    { type: 'SUCCESS', payload: { bankLoginId } },
  ] as const;
  expect(compareEvents(events, await embedding.received())).toEqual([]);
  expect(await status(made)).toBe('PENDING');
  expect(await balance()).toBe(before);
  await api.call('POST', '/_sandbox/clock', { advance: 'PT1H' });
  expect(await status(made)).toBe('SUCCESSFUL');
  expect(Math.round((await balance()) * 100)).toBe(Math.round(before * 100) - 1234);
});

const ends = [
  { name: 'paid', purpose: 'Rechnung', does: [authorise, tan], at: 'paid', outcome: null },
  {
    name: 'left',
    purpose: 'Rechnung',
    does: [authorise, { act: 'cancel' }],
    at: 'exit',
    outcome: 'cancelled',
  },
  {
    name: 'failed',
    purpose: 'sbx-refuse',
    does: [authorise, tan],
    at: 'fallback',
    outcome: 'failed',
  },
] as const;

for (const { name, purpose, does, at, outcome } of ends) {
  test(`${name}: the top window goes where the order says, a frame announces it`, async ({
    page,
    embed,
    site,
    sandbox,
  }) => {
    const application = await site({ [`/${at}`]: `<!doctype html><title>${at}</title>` });
    const { order } = await payer(page, sandbox, purpose);
    const places = {
      redirectUrl: `${application.origin}/paid`,
      exitUrl: `${application.origin}/exit`,
      fallbackUrl: `${application.origin}/fallback`,
    };
    const framed = await order(places);
    const { sessionId, userIdentifier } = framed;
    const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
    await inFrame(page).does(...does);
    await embedding.waitFor('redirect');
    const url = new URL(`${application.origin}/${at}`);
    url.searchParams.set('userIdentifier', userIdentifier);
    url.searchParams.set('sessionId', sessionId);
    if (outcome) url.searchParams.set('uba-outcome', outcome);
    expect((await embedding.received()).at(-1)).toMatchObject({
      type: 'redirect',
      payload: { url: url.href, reason: name },
    });
    expect(page.url()).toBe(`${embedding.host.origin}/`);

    const top = await order(places);
    await page.goto(`${top.redirectURL}&lang=en`);
    await new Person(page, page).does(...does);
    await expect(page).toHaveTitle(at);
  });
}

test('an order that is decided cannot be paid again by its session', async ({ page, sandbox }) => {
  const { order, status } = await payer(page, sandbox, 'Rechnung');
  const made = await order();
  await page.goto(`${made.redirectURL}&lang=en`);
  await new Person(page, page).does(authorise, tan);
  await expect(page.getByRole('heading', { name: 'Payment ordered' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your session has ended' })).toBeVisible();
  expect(await status(made)).toBe('PENDING');
});
