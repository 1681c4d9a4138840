/** The bench's two sites: a page that embeds, and the frames that it embeds. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import ts from 'typescript';
import { openSite, type Page, type Site } from '../fixtures/site.js';

/** What the page imports by name, as each package ships it. */
const modules = {
  '@finodigital/uba-widget': 'packages/widget/dist/cdn/uba-widget.js',
  'connect-web-sdk': 'node_modules/connect-web-sdk/dist/mastercard-connect-esm.min.js',
  penpal: 'node_modules/penpal/dist/penpal.mjs',
};

export interface Sites {
  readonly page: Site;
  readonly frames: Site;
  /** When the frame of a session was asked for, by the session, in ms since 1970. */
  readonly requestedAt: ReadonlyMap<string, number>;
  /** Resolves when the page asks for `/hold`, with what answers it. */
  hold(): Promise<() => void>;
  close(): Promise<void>;
}

export async function openSites(): Promise<Sites> {
  const requestedAt = new Map<string, number>();
  const frame = (script: string): Page => {
    const html = `<!doctype html><title>UBA</title><script>${listenForOrders + script}</script>`;
    return ({ url = '' }, response) => {
      const session = new URL(url, 'http://frames').searchParams.get('sessionId') ?? '';
      requestedAt.set(session, performance.timeOrigin + performance.now());
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
    };
  };
  const frames = await openSite(
    {
      '/auth': frame(ubaFrame),
      '/penpal': frame(read('node_modules/penpal/dist/penpal.min.js') + penpalFrame),
      '/mastercard': frame(mastercardFrame),
      '/orders': '<!doctype html><title>Orders</title>',
    },
    '127.0.0.1',
  );
  let onHold: (release: () => void) => void = () => undefined;
  const page = await openSite({
    '/': embeddingPage(frames.origin),
    '/hold': (_request, response) => onHold(() => response.end()),
    '/contestants.js': script(compiled('test/bench/contestants.ts')),
    ...Object.fromEntries(
      Object.entries(modules).map(([name, file]) => [`/${name}`, script(read(file))]),
    ),
  });
  return {
    page,
    frames,
    requestedAt,
    hold: () => new Promise((resolve) => (onHold = resolve)),
    close: async () => {
      await Promise.all([page.close(), frames.close()]);
    },
  };
}

/** One more frame stays for good: it keeps the frames' process alive and passes on the orders. */
const embeddingPage = (framesOrigin: string) => `<!doctype html>
<html lang="en"><title>Bench</title><meta name="viewport" content="width=device-width">
<script type="importmap">${JSON.stringify({
  imports: Object.fromEntries(Object.keys(modules).map((name) => [name, `/${name}`])),
})}</script>
<main style="position: relative; height: 640px"></main>
<iframe src="${framesOrigin}/orders"></iframe>
<script type="module" src="/contestants.js"></script></html>`;

/** `say(payload)` posts a message in the language of the frame. */
const listenForOrders = `
const mine = new URLSearchParams(location.search).get('sessionId');
const payload = { accountIds: ['account-1', 'account-2', 'account-3'], bankLoginId: 'login-1' };
const orders = new BroadcastChannel('orders');
orders.onmessage = ({ data: { sessionId, count } }) => {
  if (sessionId !== mine) return;
  for (let i = 0; i < count; i += 1) say(payload);
  orders.postMessage('done');
};`;

const ubaFrame = `
const say = (payload) => parent.postMessage({ type: 'bank-connect', payload }, '*');
parent.postMessage({ type: 'ready', payload: { version: '1' } }, '*');`;

const penpalFrame = `
let say;
const messenger = new Penpal.WindowMessenger({ remoteWindow: parent, allowedOrigins: ['*'] });
Penpal.connect({ messenger }).promise.then((page) => { say = page.message; });`;

/** The SDK pings every second until it hears `ack`, destroyed or not. */
const mastercardFrame = `
const say = (data) => parent.postMessage({ type: 'user', data }, '*');
orders.addEventListener('message', () => parent.postMessage({ type: 'ack' }, '*'));`;

const read = (file: string) => readFileSync(file, 'utf8');

const script =
  (text: string): Page =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(text);
  };

const compiled = (file: string) =>
  ts.transpileModule(read(file), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
