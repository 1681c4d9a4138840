/**
 * A PIN, a TAN and the ids of a session stay where they were entered: in their field, in the frame's
 * own address, and in the documented `redirect.url`. Everything else is searched for them.
 *
 * The page that embeds the sandbox is on the same site here, so that the frame has storage.
 */
import { expect, type BrowserContext, type Page, type Request } from '@playwright/test';
import { Person, type ScenarioAction } from '../../sandbox/testing/index.js';
import { test, type Embedding, type Received } from '../fixtures/embedding.js';
import { settled } from '../fixtures/play.js';
import { sandboxOrigin } from '../fixtures/sandbox-address.js';

const pin = '654321';
const tan = '123456';
const userIdentifier = 'SECRET-user';
const frameAddress = (sessionId: string) =>
  `${sandboxOrigin}/auth?${new URLSearchParams({ sessionId, userIdentifier, seed: 'secrets' }).toString()}`;

/** Everything in which a secret could stand. */
class Watch {
  readonly #seen: string[] = [];

  constructor(
    context: BrowserContext,
    private readonly page: Page,
  ) {
    context.on('console', (line) => this.#seen.push(`console: ${line.text()}`));
    context.on('weberror', (error) => this.#seen.push(`error: ${error.error().stack}`));
    context.on('request', (request) => this.#note(request));
  }

  #note(request: Request): void {
    this.#seen.push(`address: ${withoutIds(request.url())}`, `body: ${request.postData()}`);
  }

  /** Looks at every document that is open now. */
  async look(): Promise<void> {
    const frames = this.page
      .context()
      .pages()
      .flatMap((page) => page.frames());
    for (const frame of frames) {
      this.#seen.push(`address: ${withoutIds(frame.url())}`);
      // The bank's window closes by itself once it is answered.
      const seen = await frame.evaluate(whatIsInDocument).catch((error: unknown) => {
        if (!frame.page().isClosed()) throw error;
        return [];
      });
      this.#seen.push(...seen);
    }
  }

  /** All that the embedding page has received. */
  async events(embedding: Embedding): Promise<readonly Received[]> {
    const received = await settled(this.page, embedding, 1);
    this.#seen.push(...received.map((event) => `event: ${JSON.stringify(withoutUrl(event))}`));
    return received;
  }

  /** What was seen and holds a secret. */
  get found(): readonly string[] {
    const isSecret = (text: string) => [pin, tan, 'SECRET'].some((one) => text.includes(one));
    return [...new Set(this.#seen.filter(isSecret))];
  }

  /** Whether anything of a kind was seen at all. */
  has(kind: string): boolean {
    return this.#seen.some((text) => text.startsWith(kind));
  }
}

/** The frame's own address names the session; no other may. */
function withoutIds(address: string): string {
  const url = new URL(address);
  if (url.origin === sandboxOrigin && url.pathname === '/auth') {
    url.searchParams.delete('sessionId');
    url.searchParams.delete('userIdentifier');
  }
  return url.href;
}

function withoutUrl({ type, payload }: Received): unknown {
  return type === 'redirect' ? { ...(payload as object), url: '' } : payload;
}

/** Attributes, in shadow roots too, and all that a document can keep. Runs in the page. */
async function whatIsInDocument(): Promise<string[]> {
  const attributes = (root: ParentNode): string[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...[...element.attributes]
        .filter(({ name }) => !(element.localName === 'iframe' && name === 'src'))
        .map(({ name, value }) => `attribute: ${element.localName} ${name}=${value}`),
      ...(element.shadowRoot ? attributes(element.shadowRoot) : []),
    ]);
  const entries = (kind: string, storage: Storage) =>
    Object.entries(storage).map(([key, value]) => `${kind}: ${key}=${String(value)}`);
  const kept = [
    ...(await indexedDB.databases()).map((database) => database.name),
    ...(await caches.keys()),
    document.cookie,
    window.name,
    JSON.stringify(history.state),
  ];
  return [
    ...attributes(document),
    ...entries('localStorage', localStorage),
    ...entries('sessionStorage', sessionStorage),
    ...kept.map((value) => `kept: ${value}`),
  ];
}

interface Visit {
  readonly watch: Watch;
  readonly person: Person;
  readonly embedding: Embedding;
  /** Acts, and looks after each act. */
  readonly does: (...actions: readonly ScenarioAction[]) => Promise<void>;
}

const visiting = test.extend<{ readonly visit: (sessionId: string) => Promise<Visit> }>({
  visit: async ({ context, page, embed }, use) => {
    await use(async (sessionId) => {
      const watch = new Watch(context, page);
      const connectURL = `${frameAddress(sessionId)}&redirectURL=https%3A%2F%2Fexample.com%2Fback`;
      const embedding = await embed({ origin: sandboxOrigin, connectURL }, '127.0.0.1');
      const person = new Person(page.frameLocator('iframe'), page);
      return {
        watch,
        person,
        embedding,
        does: async (...actions) => {
          for (const action of actions) {
            await person.does(action);
            await watch.look();
          }
        },
      };
    });
  },
});

/** No secret was found, and the search was one: each kind of place was there to be looked at. */
function expectSilence(watch: Watch): void {
  expect(watch.found).toEqual([]);
  for (const kind of ['address', 'attribute', 'event', 'sessionStorage']) {
    expect(watch.has(kind), kind).toBe(true);
  }
}

visiting('connecting with a TAN gives away no PIN, no TAN and no id', async ({ visit }) => {
  const { watch, person, embedding, does } = await visit('SECRET-session');
  const { login, tan: words, tools } = person.words.sandbox;
  await person.press(tools.open);
  await does({ act: 'pick-bank', bank: 'fino SCA Bank' });
  await person.field('textbox', login.pin).fill(pin);
  await person.press(login.show);
  await watch.look();
  await does({ act: 'log-in', userName: 'fino01', pin });
  await person.field('textbox', words.label).fill(tan);
  await watch.look();
  await does({ act: 'enter-tan', tan }, { act: 'agree-consent' }, { act: 'connect-accounts' });
  await embedding.waitFor('SUCCESS');
  await watch.look();

  const received = await watch.events(embedding);
  expectSilence(watch);
  // The one event that is documented to name the session does.
  expect(received.at(-1)?.payload).toEqual({
    url: `https://example.com/back?userIdentifier=${userIdentifier}&sessionId=SECRET-session`,
    reason: 'connected',
  });
});

visiting('renewing a consent gives away no TAN and no id', async ({ visit }) => {
  const { watch, embedding, does } = await visit('sbx-manage-SECRET');
  await does({ act: 'synchronise', bank: 'fino SCA Bank' }, { act: 'enter-tan', tan });
  await does({ act: 'agree-consent' });
  await embedding.waitFor('SUCCESS');
  await watch.look();
  await watch.events(embedding);
  expectSilence(watch);
});

visiting('a login at the bank in a window of its own gives away no id', async ({ visit }) => {
  const { watch, embedding, does } = await visit('SECRET-session');
  await does({ act: 'pick-bank', bank: 'fino Redirect Bank' }, { act: 'go-to-bank' });
  await does({ act: 'at-bank', choice: 'agree' }, { act: 'connect-accounts' });
  await embedding.waitFor('SUCCESS');
  await watch.look();
  await watch.events(embedding);
  expectSilence(watch);
});

visiting(
  'a login at a bank that takes the frame’s place gives away no id, there or on the way back',
  async ({ page, visit }) => {
    await page.addInitScript(() => {
      // As where the browser lets no window open.
      window.open = () => null;
    });
    const { watch, person, embedding, does } = await visit('SECRET-session');
    const { sandbox, bank } = person.words;
    await does({ act: 'pick-bank', bank: 'fino Redirect Bank' });
    await person.press(sandbox.redirect.go);
    await person.press(sandbox.atBank.inside);
    const agree = page.frameLocator('iframe').getByRole('button', { name: bank.agree });
    await agree.waitFor();
    await watch.look();

    // What the sandbox must know afterwards travels in one word that nobody can read.
    const there = page.frames().find((frame) => new URL(frame.url()).pathname === '/bank/');
    const { searchParams } = new URL(there?.url() ?? '');
    expect([...searchParams.keys()].sort()).toEqual(['attempt', 'bank', 'lang', 'returnState']);
    expect(searchParams.get('returnState')).toMatch(/^[\w-]+$/);

    await agree.click();
    await does({ act: 'connect-accounts' });
    await embedding.waitFor('SUCCESS');
    await watch.look();
    const received = await watch.events(embedding);
    expectSilence(watch);
    const types = received.map(({ type }) => type);
    expect(types.filter((type) => type === 'ready')).toHaveLength(2);
    expect(types.slice(types.lastIndexOf('ready') + 1)).toEqual([
      'handle-redirect',
      'BANK_REDIRECT_SUCCESS',
      'state',
      'BANK_LOGIN_SUCCESS',
      'BANK_ACCOUNT_SELECT',
      'BANK_ACCOUNT_SELECT_SUCCESS',
      'bank-connect',
      'SUCCESS',
      'redirect',
    ]);
  },
);

visiting('a payment with a TAN gives away no TAN and no id', async ({ visit }) => {
  const { watch, person, embedding, does } = await visit('sbx-pay-SECRET');
  await person.press(person.words.sandbox.tools.open);
  await does({ act: 'authorise-payment' });
  await person.field('textbox', person.words.sandbox.tan.label).fill(tan);
  await watch.look();
  await does({ act: 'enter-tan', tan });
  await embedding.waitFor('SUCCESS');
  await watch.look();
  await watch.events(embedding);
  expectSilence(watch);
});

visiting(
  'a payment at a bank that takes the frame’s place gives away no id, and goes on afterwards',
  async ({ page, visit }) => {
    await page.addInitScript(() => {
      // As where the browser lets no window open.
      window.open = () => null;
    });
    const { watch, person, embedding, does } = await visit('sbx-pay-redirect');
    const { sandbox, bank } = person.words;
    await does({ act: 'authorise-payment' });
    await person.press(sandbox.redirect.go);
    await person.press(sandbox.atBank.inside);
    const approve = page.frameLocator('iframe').getByRole('button', { name: bank.approve });
    await approve.waitFor();
    await watch.look();
    await approve.click();
    await embedding.waitFor('SUCCESS');
    await watch.look();
    const received = await watch.events(embedding);
    expectSilence(watch);
    const types = received.map(({ type }) => type);
    expect(types.slice(types.lastIndexOf('ready') + 1)).toEqual([
      'handle-redirect',
      'BANK_REDIRECT_SUCCESS',
      'state',
      'state',
      'SUCCESS',
      'redirect',
    ]);
  },
);
