/**
 * A whole integration, from the token to the categories: connect a bank, fetch what it gives, see what is
 * new after a synchronisation, upload an account, have all of it analysed. Beside `npm start`, or the
 * command `uba-sandbox`: node demo/back-end/integration.mjs
 */
import { setTimeout as pause } from 'node:timers/promises';

const { UBA_API = 'http://127.0.0.1:5174/api', UBA_SECRET = 'secret' } = process.env;
const { WAIT_SECONDS = 600 } = process.env; // How long you may take to connect.
const client = { client_id: 'shop', client_secret: UBA_SECRET, grant_type: 'client_credentials' };
let token;

try {
  await integrate();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function integrate() {
  const { userId } = (await uba('POST', '/users', { type: 'person', expiresIn: 'P1D' })).body;
  const user = `/users/${userId}`;
  console.log(`The user is ${userId}. It goes by itself after a day.`);

  const connect = await uba('POST', `${user}/banking/connect?recurring=true`);
  // Your page gets the session for the widget, or sends its visitor here.
  console.log(`\nOpen ${connect.body.redirectURL}`);
  console.log('Choose fino SCA Bank, log in with fino01 / 654321, enter the TAN 123456.');
  await analysisOf(user, connect.correlationId);

  const before = await accountsOf(user);
  for (const { name, owner, iban = 'no IBAN', balance, currency, transactions } of before) {
    const of = [name, owner, iban, `${balance.toFixed(2)} ${currency}`];
    console.log(`${of.join(' · ')} · ${transactions.length} transactions`);
  }

  const [{ bankLoginId }] = before;
  const login = `${user}/banking/logins/${bankLoginId}`; // fino's documentation gives no path.
  const synchronised = await uba('POST', `${login}/synchronization`);
  console.log(`\nSynchronised: ${synchronised.body.status}. New since then:`);
  const known = new Set(before.flatMap(({ transactions }) => transactions.map(idOf)));
  for (const { transactions } of await accountsOf(user)) {
    for (const transaction of transactions) {
      if (!known.has(idOf(transaction))) console.log(line(transaction));
    }
  }

  const uploaded = await uba('POST', `${user}/banking/accounts`, { accounts: [ownAccount()] });
  console.log(`\nUploaded ${uploaded.body.accounts[0].iban}.`);
  const analysis = await uba('POST', `${user}/trigger-analysis`);
  await analysisOf(user, analysis.correlationId);

  const categorised = await uba('GET', `${user}/categorization?language=en&transactions=true`);
  const sums = new Map();
  for (const { localizedTag, transaction } of categorised.body.transactions) {
    const cents = Math.round(transaction.amount * 100); // Sums of cents are exact.
    sums.set(localizedTag, (sums.get(localizedTag) ?? 0) + cents);
  }
  console.log('\nBy category:');
  for (const [tag, cents] of sums) console.log(`${(cents / 100).toFixed(2).padStart(12)}  ${tag}`);
}

function idOf({ transactionId }) {
  return transactionId;
}

function line({ bookingDate, amount, currency, paymentPartner, purpose }) {
  const date = new Date(bookingDate * 1000).toISOString().slice(0, 10);
  return `${date} ${amount.toFixed(2).padStart(12)} ${currency}  ${paymentPartner.name}: ${purpose}`;
}

async function accountsOf(user) {
  return (await uba('GET', `${user}/banking/accounts?transactions=true`)).body.accounts;
}

/** An account that your users told you of. */
function ownAccount() {
  const bookingDate = Math.floor(Date.now() / 1000);
  const rent = { amount: -820.5, purpose: 'Rent', paymentPartner: { name: 'Wohnbau Muster GmbH' } };
  return {
    iban: 'DE89370400440532013000',
    bankName: 'Sparkasse Musterstadt',
    owner: 'Anna Muster',
    balance: 1250.75,
    transactions: [{ ...rent, bookingDate }],
  };
}

/** Waits for an analysis to complete: that of a connection ends after its user has connected. */
async function analysisOf(user, correlationId) {
  console.log('Waiting for the analysis …');
  const path = `${user}/categorization/correlation?correlationId=${correlationId}`;
  const end = performance.now() + WAIT_SECONDS * 1000;
  let answer = await uba('GET', path, undefined, 404); // Not yet.
  while (answer.status === 404) {
    if (!(performance.now() < end)) {
      throw new Error(`Not within WAIT_SECONDS=${WAIT_SECONDS}: ${answer.body.message}`);
    }
    await pause(500); // fino asks for no more than two polls a second.
    answer = await uba('GET', path, undefined, 404);
  }
  console.log(`Completed at ${answer.body.completedAt}.\n`);
}

/** Calls the API; a status from 300 on is an error, but for one that is expected. */
async function uba(method, path, body, expected, isRetry = false) {
  token ??= await authenticate();
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const answer = await send(path, { method, headers, body: JSON.stringify(body) });
  if (answer.status < 300 || answer.status === expected) return answer;
  if (answer.status === 401 && !isRetry) {
    token = undefined; // It lasts five minutes.
    return uba(method, path, body, expected, true);
  }
  const { message, requestId } = answer.body;
  throw new Error(`${method} ${path}: ${answer.status} ${message} (request ${requestId})`);
}

async function authenticate() {
  const answer = await send('/auth', { method: 'POST', body: new URLSearchParams(client) });
  if (answer.status === 200) return answer.body.access_token;
  throw new Error(`UBA gives no token: ${answer.status} ${answer.body.message}`);
}

async function send(path, init) {
  let response;
  try {
    response = await fetch(UBA_API + path, { ...init, signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    throw new Error(`No answer from ${UBA_API}. Does npm start run?`, { cause: error });
  }
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  const correlationId = response.headers.get('Finoos-Correlation-Id');
  const body = isJson ? await response.json() : { message: await response.text() };
  return { status: response.status, correlationId, body };
}
