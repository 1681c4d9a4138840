import { createServer } from 'node:http';

const { UBA_API = 'http://127.0.0.1:5174/api', UBA_SECRET = 'secret' } = process.env;
const client = { client_id: 'shop', client_secret: UBA_SECRET, grant_type: 'client_credentials' };
let token; // It stays here; the browser never sees it.

async function uba(method, path, isRetry = false) {
  token ??= await authenticate();
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(UBA_API + path, { method, headers });
  if (response.status !== 401 || isRetry) return response;
  token = undefined; // It lasts five minutes.
  return uba(method, path, true);
}

async function authenticate() {
  const body = new URLSearchParams(client);
  return (await (await fetch(`${UBA_API}/auth`, { method: 'POST', body })).json()).access_token;
}

createServer((request, response) => {
  const user = '/users/visitor-1'; // Whoever is logged in at your site.
  const asked =
    request.method === 'POST' // A new session for each visit; the widget takes it from there.
      ? uba('POST', `${user}/banking/connect?recurring=true`)
      : uba('GET', `${user}/banking/logins/synchronization-status`);
  asked
    .then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
    .catch(() => response.writeHead(502).end('The API cannot be reached.'));
}).listen(Number(process.env.PORT ?? 5180), 'localhost');
