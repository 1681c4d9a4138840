import { createServer } from 'node:http';

const { UBA_API = 'http://127.0.0.1:5174/api', UBA_SECRET = 'secret', PORT = 5180 } = process.env;
const { SITE = `http://localhost:${PORT}` } = process.env; // The origin of your pages.
const client = { client_id: 'shop', client_secret: UBA_SECRET, grant_type: 'client_credentials' };
let token; // It stays here; the browser never sees it.

const paths = new Map([
  ['POST /session', '/banking/connect?recurring=true'], // A new one for each visit of the widget.
  ['GET /bank-logins', '/banking/logins/synchronization-status'],
]);

createServer(async ({ method, url, headers }, response) => {
  const send = (status, json) =>
    response
      .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      .end(json);
  const refuse = (status, error) => send(status, JSON.stringify({ error }));

  // Browsers name the page that posts. A foreign Host is another site's name for this machine.
  const { host, origin = SITE } = headers;
  if (origin !== SITE || host !== new URL(SITE).host) return refuse(403, `SITE is ${SITE}`);
  const path = paths.get(`${method} ${url}`);
  if (!path) return refuse(404, 'no such path');

  // Your login belongs here: 401 for who has none. So does your check of a CSRF token, where the
  // login's cookie goes out with other sites' requests (SameSite=None).
  const user = 'visitor-1'; // Whoever is logged in.
  try {
    const answer = await uba(method, `/users/${user}${path}`);
    send(answer.status, await answer.text());
  } catch (error) {
    console.error(error.message); // For you. The visitor learns no more than that it failed.
    refuse(502, 'no answer from UBA');
  }
}).listen(PORT, 'localhost');

async function uba(method, path, isRetry = false) {
  token ??= await authenticate();
  const answer = await call(path, { method, headers: { Authorization: `Bearer ${token}` } });
  if (answer.status !== 401) return answer;
  token = undefined; // It lasts five minutes. A new one is refused for another reason.
  if (isRetry) throw new Error('UBA refuses a token that it has just given.');
  return uba(method, path, true);
}

async function authenticate() {
  const answer = await call('/auth', { method: 'POST', body: new URLSearchParams(client) });
  if (answer.status === 401) throw new Error('UBA refuses the client. Is UBA_SECRET right?');
  if (!answer.ok) throw new Error(`UBA gives no token: ${answer.status}`);
  return (await answer.json()).access_token;
}

function call(path, init) {
  return fetch(UBA_API + path, { ...init, signal: AbortSignal.timeout(10_000) });
}
