/** Orders to pay: made by the API, authorised in UBA, executed by the bank. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openApi } from '../fixtures/described-api.mjs';

/** @type {Awaited<ReturnType<typeof openApi>>} */
let api;
/** @type {Awaited<ReturnType<typeof api.client>>} */
let client;
/** @type {string} */
let bankLoginId;
/** @type {any} */
let account;

const user = '/api/users/anna';
const banking = `${user}/banking`;
const rightTan = '123456';

/** @param {Record<string, unknown>} [change] */
const transfer = (change = {}) => ({
  amount: 100.5,
  currency: 'EUR',
  creditor: { name: 'Möbelhaus Beispiel', iban: 'DE89370400440532013000' },
  purpose: 'Rechnung 2026-0815',
  ...change,
});

/** Connects a bank; the first account is a current one. @param {{ userName?: string, pin?: string }} [who] */
async function connect(who) {
  const { body } = await client('POST', `${banking}/connect?recurring=true`);
  const id = await api.connectBank(body.sessionId, who);
  const { accounts } = (await client('GET', `${banking}/accounts`)).body;
  const own = accounts.filter((/** @type {any} */ one) => one.bankLoginId === id);
  return { bankLoginId: id, accounts: own };
}

/** @param {Record<string, unknown>} [change] @param {Record<string, string>} [headers] */
const order = (change = {}, headers = {}) =>
  client('POST', `${banking}/logins/${bankLoginId}/money-transfers`, {
    json: { accountId: account.accountId, moneyTransferInfos: [transfer()], ...change },
    headers,
  });

/** @param {string} id */
const read = (id) => client('GET', `${banking}/logins/${bankLoginId}/money-transfers/${id}`);

/** @param {string} id */
const statusOf = async (id) => (await read(id)).body.status;

/** The user checks the order and enters the TAN. @param {string} sessionId */
async function authorise(sessionId, tan = rightTan) {
  await api.page(sessionId, 'openSession');
  const { attemptId } = await api.page(sessionId, 'authorise');
  return api.page(sessionId, 'answerChallenge', attemptId, tan);
}

/** An order that the bank has taken. @param {Record<string, unknown>} [change] */
async function pay(change) {
  const { body } = await order(change);
  const { payment } = await authorise(body.sessionId);
  return { ...body, status: payment.status };
}

/** @param {string} duration */
const advance = (duration) => api.call('POST', '/_sandbox/clock', { json: { advance: duration } });

const readAccount = async () =>
  (await client('GET', `${banking}/accounts/${account.accountId}?transactions=true`)).body;

/** @param {number} euros */
const cents = (euros) => Math.round(euros * 100);

beforeEach(async () => {
  api = await openApi({ seed: 'payments', deliveryRules: { pauses: [], timeout: 200 } });
  client = await api.client();
  ({
    bankLoginId,
    accounts: [account],
  } = await connect());
});

afterEach(() => {
  api.close();
  assert.deepEqual(api.mistakes, []);
});

describe('Initiating Payments', () => {
  it('requires both a valid user-id and a valid banklogin-id', async () => {
    const json = { accountId: account.accountId, moneyTransferInfos: [transfer()] };
    const paths = [
      `/api/users/nobody/banking/logins/${bankLoginId}/money-transfers`,
      `${banking}/logins/nothing/money-transfers`,
    ];
    for (const path of paths) assert.equal((await client('POST', path, { json })).status, 404);
  });

  it('answers with the session, and the order with its transfers', async () => {
    const { status, body } = await order({
      redirectUrl: 'https://shop.example/paid',
      exitUrl: 'https://shop.example/left',
      fallbackUrl: 'http://localhost:5180/failed',
    });
    assert.equal(status, 201);
    const { moneyTransferId, sessionId, userIdentifier, redirectURL, ...rest } = body;
    assert.match(redirectURL, /\/auth\?sessionId=/);
    assert.ok(moneyTransferId && sessionId && userIdentifier);
    const { iban, owner } = account;
    assert.deepEqual(rest, {
      status: 'OPEN',
      accountId: account.accountId,
      executionDate: '2026-01-05',
      singleBooking: true,
      transfers: [{ ...transfer(), debtor: { name: owner, iban } }],
    });
    const session = await api.page(sessionId, 'openSession');
    assert.equal(session.kind, 'payment');
    assert.deepEqual(session.options, {
      moneyTransferId,
      redirectURL: 'https://shop.example/paid',
      exitURL: 'https://shop.example/left',
      fallbackURL: 'http://localhost:5180/failed',
    });
  });

  it('executionDate: the date you want the transfer to happen. It can’t be in the past', async () => {
    const { status, body } = await order({ executionDate: '2026-01-04' });
    assert.equal(status, 400);
    assert.match(body.message, /executionDate: must not be in the past; today is 2026-01-05/);
    for (const executionDate of ['2026-02-30', '05.01.2026', 'tomorrow', '2027-03-01', 5]) {
      assert.equal((await order({ executionDate })).status, 400, String(executionDate));
    }
    assert.equal((await order({ executionDate: '2026-01-05' })).status, 201);
  });

  it('executionDate: if you leave it out, today’s date will be used', async () => {
    await advance('P3D');
    assert.equal((await order()).body.executionDate, '2026-01-08');
  });

  it('exitUrl, fallbackUrl, redirectUrl: an HTTPS link, or http on this machine', async () => {
    for (const key of ['exitUrl', 'fallbackUrl', 'redirectUrl']) {
      for (const bad of [
        'http://shop.example/',
        'http://192.168.0.5/',
        'ftp://x',
        'javascript:1',
        '/x',
        '',
      ]) {
        const { status, body } = await order({ [key]: bad });
        assert.equal(status, 400, bad);
        assert.match(body.message, new RegExp(`body.${key}: must be an absolute https URL`));
      }
      for (const good of [
        'https://shop.example/x?a=b',
        'http://localhost:1/',
        'http://127.0.0.1/',
      ]) {
        assert.equal((await order({ [key]: good })).status, 201, good);
      }
    }
  });

  it('moneyTransferInfos: a list of details for each transfer you want to make', async () => {
    const wrong = [
      [[], /moneyTransferInfos/],
      [[transfer({ amount: 0 })], /amount: must be above 0/],
      [[transfer({ amount: -5 })], /amount: must be above 0/],
      [[transfer({ amount: 0.001 })], /amount: must be whole cents/],
      [[transfer({ amount: '5' })], /amount/],
      [[transfer({ amount: 10_000.01 })], /the bank takes 10000 EUR at most/],
      [
        [transfer({ amount: 6000 }), transfer({ amount: 6000 })],
        /the bank takes 10000 EUR at most/,
      ],
      [
        [transfer({ creditor: { name: 'A', iban: 'DE00370400440532013000' } })],
        /iban: must be an IBAN/,
      ],
      [[transfer({ creditor: { name: 'A' } })], /iban/],
      [[transfer({ creditor: { name: '', iban: 'DE89370400440532013000' } })], /name/],
      [[transfer({ purpose: '' })], /purpose/],
      [[transfer({ purpose: 'x'.repeat(141) })], /purpose/],
      [[transfer({ currency: 'euro' })], /currency: must be three capital letters/],
      [[transfer({ urgent: true })], /no key urgent/],
    ];
    for (const [moneyTransferInfos, message] of wrong) {
      const { status, body } = await order({ moneyTransferInfos });
      assert.equal(status, 400, JSON.stringify(moneyTransferInfos));
      assert.match(body.message, /** @type {RegExp} */ (message));
    }
    const foreign = transfer({ creditor: { name: 'B', iban: 'FR1420041010050500013M02606' } });
    const { status, body } = await order({ moneyTransferInfos: [transfer(), foreign] });
    assert.equal(status, 201);
    assert.equal(body.transfers.length, 2);
  });

  it('currency: if the currency is not supported, it will be indicated as OTHER', async () => {
    const moneyTransferInfos = ['EUR', 'USD', 'XAF'].map((currency) => transfer({ currency }));
    const { body } = await order({ moneyTransferInfos });
    const shown = body.transfers.map((/** @type {any} */ { currency }) => currency);
    assert.deepEqual(shown, ['EUR', 'USD', 'OTHER']);
    // The demo banks have accounts in euros alone, and no rates.
    const { payment } = await authorise(body.sessionId);
    assert.equal(payment.status, 'NOT_SUCCESSFUL');
  });

  it('accountId: the internal ID of the account that is to be debited', async () => {
    const other = await connect({ userName: 'fino01+2', pin: '654321' });
    for (const accountId of ['nothing', other.accounts[0].accountId]) {
      const { status, body } = await order({ accountId });
      assert.equal(status, 400);
      assert.match(body.message, /accountId: the bank login has no account with this id/);
    }
    const { accounts } = (await client('GET', `${banking}/accounts`)).body;
    const others = accounts.filter(
      (/** @type {any} */ one) => one.bankLoginId === bankLoginId && one.type !== 'GIRO',
    );
    assert.ok(others.length > 0);
    for (const { accountId, type } of others) {
      const { status, body } = await order({ accountId });
      assert.equal(status, 400);
      assert.match(body.message, new RegExp(`account of type ${type}`));
    }
  });

  it('Manually uploaded accounts do not support payment initiation', async () => {
    const uploaded = {
      accountId: 'uploaded',
      balance: 1,
      bankName: 'Bank',
      iban: 'DE89370400440532013000',
      owner: 'Anna',
      transactions: [],
    };
    await client('POST', `${banking}/accounts`, { json: { accounts: [uploaded] } });
    const { status, body } = await order({ accountId: 'uploaded' });
    assert.equal(status, 400);
    assert.match(body.message, /uploaded/);
  });

  it('the specified bank login must be active and healthy', async () => {
    const consent = `/_sandbox/logins/${bankLoginId}/consent`;
    await api.call('PUT', consent, { json: { standing: 'expired' } });
    const expired = await order();
    assert.equal(expired.status, 409);
    assert.match(expired.body.message, /not healthy: its status is SCA_REQUIRED/);
    const { body } = await client('POST', `${banking}/management`);
    await api.renew(body.sessionId, bankLoginId);
    assert.equal((await order()).status, 201);
    await api.call('PUT', consent, { json: { standing: 'revoked' } });
    const revoked = await order();
    assert.equal(revoked.status, 409);
    assert.match(revoked.body.message, /not healthy: its consent was revoked/);
  });

  it('money transfers with demo users need a login made with a challenge', async () => {
    const without = await connect({ userName: 'persondemo', pin: 'anything' });
    const { status, body } = await client(
      'POST',
      `${banking}/logins/${without.bankLoginId}/money-transfers`,
      {
        json: { accountId: without.accounts[0].accountId, moneyTransferInfos: [transfer()] },
      },
    );
    assert.equal(status, 409);
    assert.match(body.message, /made without a challenge.*such as 654321/);
  });

  it('names an unknown key, and never what was sent', async () => {
    const { status, body } = await order({ urgent: 'geheim' });
    assert.equal(status, 400);
    assert.match(body.message, /no key urgent/);
    assert.doesNotMatch(body.message, /geheim/);
  });

  it('takes the scope banking-payment, and no other', async () => {
    const reader = await api.client('example-client', 'banking-fetch banking-connect');
    const path = `${banking}/logins/${bankLoginId}/money-transfers`;
    for (const [method, url] of [
      ['POST', path],
      ['GET', `${path}/x`],
    ]) {
      const { status, body } = await reader(String(method), String(url), {
        json: method === 'POST' ? {} : undefined,
      });
      assert.equal(status, 403);
      assert.match(body.message, /banking-payment/);
    }
  });

  it('is nobody else’s: another tenant, client, user or bank login finds nothing', async () => {
    const { body } = await order();
    const path = `${banking}/logins/${bankLoginId}/money-transfers/${body.moneyTransferId}`;
    const other = await api.client('other-client');
    assert.equal((await other('GET', path)).status, 404);
    assert.equal(
      (await client('GET', path, { headers: { TenantID: 'example-client-app' } })).status,
      404,
    );
    await client('POST', '/api/users/ben/banking/connect');
    assert.equal((await client('GET', path.replace('anna', 'ben'))).status, 404);
    const second = await connect({ userName: 'fino01+2', pin: '654321' });
    const elsewhere = path.replace(bankLoginId, second.bankLoginId);
    assert.equal((await client('GET', elsewhere)).status, 404);
  });
});

describe('A key', () => {
  const key = { 'Idempotency-Key': 'order-1' };

  it('makes one order of many calls, with the same session', async () => {
    const first = await order({}, key);
    const calls = await Promise.all(Array.from({ length: 5 }, () => order({}, key)));
    for (const again of calls) {
      assert.equal(again.status, 201);
      assert.deepEqual(again.body, first.body);
    }
    assert.equal(api.state.users.all()[0]?.orders.all.length, 1);
    assert.notEqual((await order()).body.moneyTransferId, first.body.moneyTransferId);
  });

  it('still stands for its order once that is paid', async () => {
    const { body } = await order({}, key);
    await authorise(body.sessionId);
    const again = await order({}, key);
    assert.equal(again.body.moneyTransferId, body.moneyTransferId);
    assert.equal(again.body.status, 'PENDING');
    // Nothing more can be paid with it.
    assert.equal((await api.page(again.body.sessionId, 'openSession')).kind, 'over');
  });

  it('is refused for another order', async () => {
    await order({}, key);
    const { status, body } = await order({ singleBooking: false }, key);
    assert.equal(status, 409);
    assert.match(body.message, /another order was made with this key/);
  });

  it('is refused where it is none', async () => {
    for (const bad of ['x'.repeat(256), 'a b']) {
      const { status, body } = await order({}, { 'Idempotency-Key': bad });
      assert.equal(status, 400);
      assert.match(body.message, /Idempotency-Key: must be/);
    }
  });

  it('is each user’s own', async () => {
    const { body } = await order({}, key);
    const ben = await client('POST', '/api/users/ben/banking/connect?recurring=true');
    const login = await api.connectBank(ben.body.sessionId);
    const { accounts } = (await client('GET', '/api/users/ben/banking/accounts')).body;
    const made = await client('POST', `/api/users/ben/banking/logins/${login}/money-transfers`, {
      json: { accountId: accounts[0].accountId, moneyTransferInfos: [transfer()] },
      headers: key,
    });
    assert.notEqual(made.body.moneyTransferId, body.moneyTransferId);
  });
});

describe('The status', () => {
  it('OPEN: the payment initiation has been created and is awaiting further processing', async () => {
    const { body } = await order();
    assert.equal(await statusOf(body.moneyTransferId), 'OPEN');
    await advance('PT14M');
    assert.equal(await statusOf(body.moneyTransferId), 'OPEN');
  });

  it('PENDING: the payment initiation is being processed by the bank and yet to be completed', async () => {
    const { moneyTransferId, status } = await pay();
    assert.equal(status, 'PENDING');
    await advance('PT59M');
    assert.equal(await statusOf(moneyTransferId), 'PENDING');
    const { balance } = await readAccount();
    assert.equal(balance, account.balance);
  });

  it('SUCCESSFUL: the payment was completed; booking and balance follow', async () => {
    const { moneyTransferId } = await pay();
    await advance('PT1H');
    assert.equal(await statusOf(moneyTransferId), 'SUCCESSFUL');
    const { balance, transactions } = await readAccount();
    assert.equal(cents(balance), cents(account.balance) - 10_050);
    const [booked] = transactions;
    assert.equal(booked.amount, -100.5);
    assert.equal(booked.purpose, 'Rechnung 2026-0815');
    assert.equal(booked.paymentPartner.iban, 'DE89370400440532013000');
    assert.equal(booked.bookingText, 'Überweisung');
  });

  it('NOT_SUCCESSFUL: the payment could not be completed', async () => {
    const refused = await pay({ moneyTransferInfos: [transfer({ purpose: 'sbx-refuse' })] });
    assert.equal(refused.status, 'NOT_SUCCESSFUL');
    const { body } = await order();
    for (let i = 0; i < 3; i += 1) {
      const step = await api
        .page(body.sessionId, 'authorise')
        .then(({ attemptId }) => api.page(body.sessionId, 'answerChallenge', attemptId, '000000'));
      assert.equal(step.triesLeft, 2);
    }
    // Each was a challenge of its own; only three wrong answers to one end the order.
    assert.equal(await statusOf(body.moneyTransferId), 'OPEN');
    const { attemptId } = await api.page(body.sessionId, 'authorise');
    for (let i = 0; i < 3; i += 1)
      await api.page(body.sessionId, 'answerChallenge', attemptId, '1');
    assert.equal(await statusOf(body.moneyTransferId), 'NOT_SUCCESSFUL');
    await advance('P2D');
    const { transactions } = await readAccount();
    const paid = transactions.filter((/** @type {any} */ { purpose }) => /sbx|0815/.test(purpose));
    assert.deepEqual(paid, []);
  });

  it('DISCARDED: the payment initiation was canceled or discarded', async () => {
    const left = (await order()).body;
    assert.equal((await api.page(left.sessionId, 'discard')).status, 'DISCARDED');
    assert.equal(await statusOf(left.moneyTransferId), 'DISCARDED');
    assert.equal((await api.page(left.sessionId, 'openSession')).kind, 'over');
    const forgotten = (await order()).body;
    await advance('PT15M');
    assert.equal(await statusOf(forgotten.moneyTransferId), 'DISCARDED');
  });

  it('is decided once: what is authorised cannot be discarded, and the other way round', async () => {
    const paid = await pay();
    const { status } = await api.page(paid.sessionId, 'discard');
    assert.equal(status, 'PENDING');
    const { body } = await order();
    const { attemptId } = await api.page(body.sessionId, 'authorise');
    await api.page(body.sessionId, 'discard');
    const step = await api.page(body.sessionId, 'answerChallenge', attemptId, rightTan);
    assert.equal(step.payment.status, 'DISCARDED');
    assert.equal(await statusOf(body.moneyTransferId), 'DISCARDED');
  });

  it('stays open as long as the session, which the user can extend', async () => {
    const { body } = await order();
    await advance('PT14M');
    await api.page(body.sessionId, 'extendSession');
    await advance('PT14M');
    assert.equal(await statusOf(body.moneyTransferId), 'OPEN');
    assert.equal((await authorise(body.sessionId)).payment.status, 'PENDING');
  });

  it('cannot be tracked once the connection is inactive or has been revoked', async () => {
    for (const standing of ['expired', 'revoked']) {
      const { moneyTransferId } = await pay();
      const before = await readAccount();
      await api.call('PUT', `/_sandbox/logins/${bankLoginId}/consent`, { json: { standing } });
      await advance('PT1H');
      assert.equal(await statusOf(moneyTransferId), 'PENDING', standing);
      assert.equal((await readAccount()).balance, before.balance);
      const { body } = await client('POST', `${banking}/management`);
      if (standing === 'revoked') await api.page(body.sessionId, 'synchronise', bankLoginId);
      await api.renew(body.sessionId, bankLoginId);
      assert.equal(await statusOf(moneyTransferId), 'SUCCESSFUL', standing);
    }
  });
});

describe('The bank', () => {
  it('executes at once, in an hour, in a day, or on the day that was asked for', async () => {
    const instant = await pay({ moneyTransferInfos: [transfer({ purpose: 'sbx-instant' })] });
    assert.equal(instant.status, 'SUCCESSFUL');
    const slow = await pay({ moneyTransferInfos: [transfer({ purpose: 'sbx-slow' })] });
    const later = await pay({ executionDate: '2026-01-20' });
    await advance('PT23H');
    assert.equal(await statusOf(slow.moneyTransferId), 'PENDING');
    await advance('PT1H');
    assert.equal(await statusOf(slow.moneyTransferId), 'SUCCESSFUL');
    assert.equal(await statusOf(later.moneyTransferId), 'PENDING');
    await advance('P15D');
    assert.equal(await statusOf(later.moneyTransferId), 'SUCCESSFUL');
  });

  it('singleBooking: groups several as one booking, or handles each separately', async () => {
    const moneyTransferInfos = [transfer({ amount: 0.1 }), transfer({ amount: 0.2 })];
    const synced = Number((await readAccount()).transactions.length);
    await pay({ moneyTransferInfos });
    await advance('PT1H');
    const grouped = (await readAccount()).transactions;
    assert.equal(grouped.length, synced + 1);
    assert.equal(grouped[0].amount, -0.3);
    assert.equal(grouped[0].purpose, 'Sammelüberweisung, 2 Posten');
    await pay({ moneyTransferInfos, singleBooking: false });
    await advance('PT1H');
    const each = (await readAccount()).transactions;
    assert.equal(each.length, synced + 3);
    assert.deepEqual(
      each
        .slice(0, 2)
        .map((/** @type {any} */ { amount }) => amount)
        .sort(),
      [-0.1, -0.2],
    );
  });

  it('books what comes to another account of the user', async () => {
    const second = await connect({ userName: 'fino01+2', pin: '654321' });
    const [target] = second.accounts;
    await pay({
      moneyTransferInfos: [transfer({ creditor: { name: 'Erika', iban: target.iban } })],
    });
    await advance('PT1H');
    const { body } = await client(
      'GET',
      `${banking}/accounts/${target.accountId}?transactions=true`,
    );
    assert.equal(cents(body.balance), cents(target.balance) + 10_050);
    assert.equal(body.transactions[0].amount, 100.5);
    assert.equal(body.transactions[0].paymentPartner.name, account.owner);
  });

  it('asks for the challenge that the login was made with', async () => {
    const app = await connect({ userName: 'fino01+app', pin: '654321' });
    assert.ok(app.bankLoginId);
    const { body } = await order();
    const step = await api.page(body.sessionId, 'authorise');
    assert.equal(step.challenge.approach, 'embedded');
  });

  it('checks the payees’ names before anything is authorised', async () => {
    const names = ['sbx-close-match', 'sbx-no-match', 'SBX-not-possible ', 'Erika Mustermann'];
    const { body } = await order({
      moneyTransferInfos: names.map((name) =>
        transfer({ creditor: { name, iban: 'DE89370400440532013000' } }),
      ),
    });
    const payment = await api.page(body.sessionId, 'payment');
    assert.deepEqual(
      payment.transfers.map((/** @type {any} */ { payee }) => payee),
      [
        { result: 'close-match', name: 'Erika Mustermann' },
        { result: 'no-match' },
        { result: 'not-possible' },
        { result: 'match' },
      ],
    );
  });
});

describe('A webhook', () => {
  it('tells each status of an order, in order', async () => {
    await client('POST', '/api/webhooks', {
      json: { url: 'http://127.0.0.1:4/hook', events: ['ubapayment'] },
    });
    const paid = await pay();
    await advance('PT2H');
    const left = (await order()).body;
    await api.page(left.sessionId, 'discard');
    const forgotten = (await order()).body;
    await advance('P2D');
    const sent = (await api.call('GET', '/_sandbox/webhooks')).body.map(
      (/** @type {any} */ { body }) => body,
    );
    assert.deepEqual(
      sent.map((/** @type {any} */ { event, data }) => [event, data.moneyTransferId, data.status]),
      [
        ['ubapayment', paid.moneyTransferId, 'PENDING'],
        ['ubapayment', paid.moneyTransferId, 'SUCCESSFUL'],
        ['ubapayment', left.moneyTransferId, 'DISCARDED'],
        ['ubapayment', forgotten.moneyTransferId, 'DISCARDED'],
      ],
    );
    assert.equal(sent[0].data.bankLoginId, bankLoginId);
  });
});

describe('A restart', () => {
  it('keeps orders, their keys and what was told of them', async () => {
    const { createState } = await import('../../sandbox/dist/server/sandbox-state.js');
    const key = { 'Idempotency-Key': 'order-1' };
    const { body } = await order({}, key);
    await authorise(body.sessionId);
    const before = JSON.parse(JSON.stringify(api.state.persistence.snapshot()));
    const text = JSON.stringify(before);
    assert.ok(!text.includes(body.sessionId), 'a session id is stored');
    const again = createState({ seed: 'payments', before });
    try {
      const { orders } = again.users.all()[0] ?? assert.fail();
      assert.deepEqual(orders.all, before.users[0].store.orders.user);
      assert.equal(orders.all.at(0)?.told, 'PENDING');
      await again.automaticSync.advance(60 * 60 * 1000);
      assert.equal(orders.all.at(0)?.told, 'SUCCESSFUL');
    } finally {
      again.close();
    }
  });
});

describe('Orders', () => {
  it('are 500 a user and 100,000 transfers in all, and then refused', async () => {
    const { users } = api.state;
    const [anna] = users.all();
    await order();
    const { moneyTransferId: _, ...made } = anna?.orders.all[0] ?? assert.fail();
    for (let i = 1; i < 500; i += 1) anna?.orders.add(made);
    const full = await order();
    assert.equal(full.status, 409);
    assert.match(full.body.message, /A user can have 500 money transfers/);
    const transfers = Array.from({ length: 49_750 }, () => made.transfers[0] ?? assert.fail());
    const other = users.add({ clientId: 'other', tenant: 'other' }, 'ben');
    for (let i = 0; i < 2; i += 1) other.orders.add({ ...made, transfers });
    const { body } = await client('POST', '/api/users/cleo/banking/connect?recurring=true');
    const login = await api.connectBank(body.sessionId);
    const { accounts } = (await client('GET', '/api/users/cleo/banking/accounts')).body;
    const refused = await client(
      'POST',
      `/api/users/cleo/banking/logins/${login}/money-transfers`,
      {
        json: { accountId: accounts[0].accountId, moneyTransferInfos: [transfer()] },
      },
    );
    assert.equal(refused.status, 409);
    assert.match(refused.body.message, /There can be 100000 transfers in all/);
  });
});
