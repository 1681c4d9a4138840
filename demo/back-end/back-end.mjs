import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { UBA_API = 'http://127.0.0.1:5174/api', UBA_SECRET = 'secret', PORT = 5180 } = process.env;
const { SITE = `http://localhost:${PORT}` } = process.env; // The origin of your pages.
const { WEBHOOK_SECRET = randomUUID() } = process.env; // Name one where several of this run.
const client = { client_id: 'shop', client_secret: UBA_SECRET, grant_type: 'client_credentials' };
let credentials; // A promise. They stay here; the browser never sees them.
const news = new Map(); // What the webhook told, by user. Yours is a database.

const paths = new Map([
  ['POST /session', '/banking/connect?recurring=true'], // A new one for each visit of the widget.
  ['GET /bank-logins', '/banking/logins/synchronization-status'],
  ['GET /accounts', '/banking/accounts?transactions=true'],
  ['GET /transactions', '/banking/accounts/{account}/transactions'], // /transactions?account=ID
  ['POST /payment', '/banking/logins/{login}/money-transfers'], // /payment?login=ID; see orderOf
  ['GET /payment', '/banking/logins/{login}/money-transfers/{payment}'],
]);

createServer(async (request, response) => {
  const send = (status, json) =>
    response
      .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      .end(json);
  const refuse = (status, error) => send(status, JSON.stringify({ error }));

  // Browsers name the page that posts. A foreign Host is another site's name for this machine.
  const { host, origin = SITE } = request.headers;
  const [place, query] = request.url.split('?');
  const route = `${request.method} ${place}`;
  const isWebhook = route === 'POST /webhook'; // From fino's server, which is no page.
  const isForeign = (origin !== SITE && !isWebhook) || host !== new URL(SITE).host;
  if (isForeign) return refuse(403, `SITE is ${SITE}`);
  if (isWebhook) return hear(request, send, refuse);

  // Your login belongs here: 401 for who has none. So does your check of a CSRF token, where the
  // login's cookie goes out with other sites' requests (SameSite=None).
  const user = 'visitor-1'; // Whoever is logged in, and never what an address says.
  if (route === 'GET /news') return send(200, JSON.stringify(news.get(user) ?? []));
  const path = paths.get(route);
  if (!path) return refuse(404, 'no such path');
  const asked = new URLSearchParams(query);
  const missing = path.match(/(?<={)\w+(?=})/g)?.find((name) => !asked.get(name));
  if (missing) return refuse(400, `say which: ?${missing}=ID`);
  const ofUser = path.replace(/{(\w+)}/g, (_, name) => encodeURIComponent(asked.get(name)));

  let order; // Of a payment. With one key, it is made once, however often the page sends it.
  const { 'idempotency-key': key } = request.headers;
  if (route === 'POST /payment') {
    if (!key) return refuse(400, 'send an Idempotency-Key: a new one for each payment');
    const json = await read(request, refuse);
    if (!json) return;
    order = { headers: { 'Idempotency-Key': key }, body: JSON.stringify(orderOf(json)) };
  }
  try {
    const answer = await uba(`/users/${user}${ofUser}`, { method: request.method, ...order });
    send(answer.status, await answer.text());
  } catch (error) {
    console.error(error.message); // For you. The visitor learns no more than that it failed.
    refuse(502, 'no answer from UBA');
  }
}).listen(PORT, 'localhost');

/** What was posted; nothing where that is refused. */
async function read(request, refuse) {
  try {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) if ((size += chunk.length) <= 1e6) chunks.push(chunk);
    if (size <= 1e6) return Object(JSON.parse(Buffer.concat(chunks)));
    refuse(413, 'more than 1 MB');
  } catch {
    refuse(400, 'no JSON');
  }
}

/** What a page may say of a payment. UBA says what is wrong with it, and asks the user. */
function orderOf({ account, amount, payee, iban, purpose, date }) {
  const transfer = { amount, creditor: { name: payee, iban }, purpose };
  return { accountId: account, executionDate: date, moneyTransferInfos: [transfer] };
}

/** fino tells what happened to a user; who else calls does not know the secret in it. */
async function hear(request, send, refuse) {
  const json = await read(request, refuse);
  if (!json) return;
  const { secret, userID, event, correlationTimestamp, data } = json;
  if (typeof secret !== 'string' || !timingSafeEqual(digest(secret), digest(WEBHOOK_SECRET)))
    return refuse(403, 'wrong secret');
  // What is sent again, because an answer got lost, has the same id.
  const id = request.headers['x-request-id'];
  const others = (news.get(userID) ?? []).filter((one) => one.id !== id);
  news.set(userID, [{ id, event, correlationTimestamp, data }, ...others].slice(0, 10));
  send(204);
}

const digest = (text) => createHash('sha256').update(text).digest(); // All of one length.

async function uba(path, init, isRetry = false) {
  credentials ??= authenticate();
  credentials.catch(() => (credentials = undefined));
  const answer = await call(path, {
    ...init,
    headers: { ...(await credentials), ...init.headers },
  });
  if (answer.status !== 401) return answer;
  credentials = undefined; // They last five minutes. New ones are refused for another reason.
  if (isRetry) throw new Error('UBA refuses a token that it has just given.');
  return uba(path, init, true);
}

async function authenticate() {
  const answer = await call('/auth', { method: 'POST', body: new URLSearchParams(client) });
  if (answer.status === 401) throw new Error('UBA refuses the client. Is UBA_SECRET right?');
  if (!answer.ok) throw new Error(`UBA gives no token: ${answer.status}`);
  const { access_token: token } = await answer.json();
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  await subscribe(headers).catch((error) => console.error(error.message));
  return headers;
}

/** Lets fino call /webhook, with today's secret, however often it is told so. */
async function subscribe(headers) {
  const url = `${SITE}/webhook`;
  const events = ['ubaconnect', 'ubasync', 'ubasyncerror', 'ubapayment', 'categorization'];
  const body = JSON.stringify({ url, events, secret: WEBHOOK_SECRET });
  let answer = await call('/webhooks', { headers });
  if (answer.ok) {
    const known = (await answer.json()).webhooks.find((webhook) => webhook.url === url);
    const [method, path] = known ? ['PUT', `/webhooks/${known.webhookID}`] : ['POST', '/webhooks'];
    answer = await call(path, { method, headers, body });
  }
  if (!answer.ok) throw new Error(`UBA takes no webhook: ${answer.status} ${await answer.text()}`);
}

function call(path, init) {
  return fetch(UBA_API + path, { ...init, signal: AbortSignal.timeout(10_000) });
}
