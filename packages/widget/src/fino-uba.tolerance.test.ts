/** What a page gets wrong, by the words of the frameworks and servers that write it. */
import { expect } from '@open-wc/testing';
import { optionNames, type UbaOptions } from '@finodigital/uba-protocol';
import { attributeOf } from '@finodigital/uba-protocol/internal';
import fc from 'fast-check';
import { iframeOf, origin, silent, staged } from '../../../test/fixtures/stage-widget.js';
import { speak } from '../../../test/fixtures/speak.js';
import { stub } from '../../../test/fixtures/stub.js';
import { createUbaWidget, FinoUba, UbaError } from './index.js';

const ready = { type: 'ready', payload: { features: ['resize'] } };

/** What the console is told from now on, until `restore` is called. */
function listen(): { readonly lines: string[]; restore(): void } {
  const lines: string[] = [];
  const note = (text: string) => {
    // Here page and frame share an origin, which is said once a page.
    if (!text.includes('the origin of the page')) lines.push(text);
  };
  const restores = (['warn', 'error'] as const).map((level) => stub(console, level, note));
  return { lines, restore: () => restores.forEach((restore) => restore()) };
}

let said: ReturnType<typeof listen>;
beforeEach(() => (said = listen()));
afterEach(() => {
  said.restore();
  for (const element of document.querySelectorAll('fino-uba')) {
    element.destroy();
    element.remove();
  }
});

/** An element as a server or a person wrote it, in the page. */
async function written(attributes: Readonly<Record<string, string>>): Promise<FinoUba> {
  const element = document.createElement('fino-uba');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const loading = { origin, 'session-id': 's', 'user-identifier': 'u', 'ready-timeout': '0' };
const sessionOf = (element: FinoUba) => {
  const { searchParams } = new URL(iframeOf({ element }).src);
  return [searchParams.get('sessionId'), searchParams.get('userIdentifier')];
};

describe('attributes under the names of the options', () => {
  it('load, in any case', async () => {
    for (const [id, user] of [
      ['sessionId', 'userIdentifier'],
      ['SESSIONID', 'USERIDENTIFIER'],
      ['sessionid', 'useridentifier'],
    ] as const) {
      const element = await written({ origin, [id]: 'a', [user]: 'b' });
      expect(sessionOf(element), id).to.deep.equal(['a', 'b']);
    }
  });

  it('load as XML writes them, which keeps their case', async () => {
    const xml = `<fino-uba xmlns="http://www.w3.org/1999/xhtml" origin="${origin}" sessionId="a"
      userIdentifier="b"/>`;
    const { documentElement } = new DOMParser().parseFromString(xml, 'application/xhtml+xml');
    const element = document.importNode(documentElement, true);
    if (!(element instanceof FinoUba)) throw new Error('The element was not upgraded.');
    document.body.append(element);
    await element.updateComplete;
    expect(sessionOf(element)).to.deep.equal(['a', 'b']);
  });

  it('give way to the name in the table, and come back without it', async () => {
    const element = await written({ ...loading, sessionid: 'alias', useridentifier: 'alias' });
    expect(sessionOf(element)).to.deep.equal(['s', 'u']);
    element.setAttribute('sessionid', 'changed');
    expect(element.sessionId).to.equal('s');
    element.removeAttribute('session-id');
    element.removeAttribute('user-identifier');
    expect([element.sessionId, element.userIdentifier]).to.deep.equal(['changed', 'alias']);
    element.removeAttribute('sessionid');
    expect(element.sessionId).to.equal(undefined);
  });

  it('count when they were set before the script defines the element', async () => {
    const element = document.createElement('uba-written-early');
    const attributes = { origin, sessionId: 'a', userIdentifier: 'b' };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    customElements.define('uba-written-early', class extends FinoUba {});
    if (!(element instanceof FinoUba)) throw new Error('The element was not upgraded.');
    await element.updateComplete;
    expect(sessionOf(element)).to.deep.equal(['a', 'b']);
    element.destroy();
    element.remove();
  });
});

describe('sandbox-mode as servers write it', () => {
  it('loads the real session for every word of false', async () => {
    for (const word of ['False', 'FALSE', '0', 'off', ' no ', 'null', 'undefined']) {
      const element = await written({ ...loading, 'sandbox-mode': word });
      expect(sessionOf(element), word).to.deep.equal(['s', 'u']);
    }
  });

  it('fails closed for what is no such word', async () => {
    const element = await written({ ...loading, 'sandbox-mode': '{{ secret }}' });
    expect(element.status).to.equal('failed');
    expect(said.lines).to.deep.equal(['UBA: sandboxMode must be true or false.']);
  });
});

describe('options that only decide a look', () => {
  const cases: [string, string, string | undefined][] = [
    ['hide-header', '{{ flag }}', 'hideHeader must be true or false.'],
    ['auto-height', 'maybe', 'autoHeight must be true or false.'],
    ['lang', 'de_DE', undefined],
    ['lang', 'pt_BR.UTF-8', undefined],
    ['lang', '', undefined],
    ['lang', 'C', undefined],
    ['lang', 'not a tag', 'lang must be a BCP 47 language tag.'],
    ['color-scheme', 'auto', 'colorScheme must be light, dark, system.'],
    ['ready-timeout', '30s', 'readyTimeout must be a number'],
    ['ready-timeout', '-1', 'readyTimeout must be a number'],
    ['ready-timeout', 'Infinity', 'readyTimeout must be a number'],
    ['ready-timeout', '1e3', undefined],
    ['frame-title', '', undefined],
    ['theme', '{"primaryColor":"oklch(0.5 0.2 240)"}', 'theme (primaryColor) must be'],
    ['theme', '{"primaryColor":"rgb(1, 2, 3)","extra":"#fff"}', 'theme (primaryColor, extra) must'],
    ['theme', '{"primaryColor":" #fff "}', undefined],
    ['theme', '{"primaryColor":', 'theme must be'],
    ['theme', '[object Object]', 'theme must be'],
    ['theme', '[]', 'theme must be'],
    ['theme', 'null', 'theme must be'],
  ];

  it('never stop a flow, and one console line says the rule', async () => {
    for (const [attribute, text, line] of cases) {
      const element = await written({ ...loading, [attribute]: text });
      expect(sessionOf(element), text).to.deep.equal(['s', 'u']);
      expect(said.lines.length, text).to.equal(line ? 1 : 0);
      if (line) expect(said.lines[0]).to.include(line);
      said.lines.length = 0;
      element.destroy();
      element.remove();
      said.lines.length = 0;
    }
  });

  it('keep the good keys of a theme', async () => {
    const theme = '{"primaryColor":"red","textColor":" #123 ","extra":"#fff"}';
    const { searchParams } = new URL(
      iframeOf({ element: await written({ ...loading, theme }) }).src,
    );
    expect(searchParams.get('theme')).to.equal('{"textColor":"#123"}');
  });

  it('do not make createUbaWidget throw', async () => {
    const widget = await staged({ ...silent, theme: { primaryColor: 'red' } });
    expect(widget.status).to.equal('loading');
    expect(said.lines).to.have.length(1);
    expect(said.lines[0]).to.match(/^UBA: theme \(primaryColor\) must be/);
  });

  it('are said once an element and option', async () => {
    const widget = await staged();
    for (const scheme of ['auto', 'sepia', 'auto']) {
      widget.element.setAttribute('color-scheme', scheme);
      await widget.element.updateComplete;
    }
    expect(said.lines).to.deep.equal(['UBA: colorScheme must be light, dark, system.']);
  });

  it('may be set to what they are, and to undefined', async () => {
    const widget = await staged({ ...silent, lang: undefined });
    const { element } = widget;
    const { lang } = element;
    element.lang = lang;
    Reflect.set(element, 'lang', undefined);
    await element.updateComplete;
    expect(widget.status).to.equal('loading');
    expect(said.lines).to.deep.equal([]);
  });
});

describe('half a session', () => {
  it('that is completed a moment later loads once, with no error', async () => {
    for (const [first, second] of [
      ['sessionId', 'userIdentifier'],
      ['userIdentifier', 'sessionId'],
    ] as const) {
      const element = await written({ origin, 'ready-timeout': '0' });
      const seen: string[] = [];
      element.addEventListener('uba-status', ({ detail }) => seen.push(detail.status));
      element[first] = 'a';
      await element.updateComplete;
      expect(element.status).to.equal('idle');
      element[second] = 'b';
      await element.updateComplete;
      speak(iframeOf({ element }), ready);
      expect(seen, first).to.deep.equal(['loading', 'ready']);
    }
    expect(said.lines).to.deep.equal([]);
  });

  it('on a loaded element waits for the other id', async () => {
    const element = await written(loading);
    const iframe = iframeOf({ element });
    speak(iframe, ready);
    element.userIdentifier = 'other';
    await element.updateComplete;
    expect(iframeOf({ element })).to.equal(iframe);
    expect(element.status).to.equal('ready');
    element.sessionId = 'another';
    expect(element.status).to.equal('loading');
    await element.updateComplete;
    expect(sessionOf(element)).to.deep.equal(['another', 'other']);
  });

  it('for good is idle, with one console line', async () => {
    const lineSaid = new Promise<string>((resolve) => stub(console, 'warn', resolve));
    const element = await written({ origin, 'session-id': 's' });
    expect(await lineSaid).to.equal('UBA: userIdentifier is missing.');
    expect(element.status).to.equal('idle');
  });

  it('that is emptied, as by logging out, is idle', async () => {
    const element = await written(loading);
    Object.assign(element, { sessionId: '', userIdentifier: '' });
    await element.updateComplete;
    expect(element.status).to.equal('idle');
    expect(element.shadowRoot?.querySelector('iframe')).to.equal(null);
    expect(said.lines).to.deep.equal([]);
  });
});

describe('mistakes of a script', () => {
  it('unknown keys are named, and null is no options', () => {
    createUbaWidget({ sesionId: 's', redirectUrl: 'x' } as UbaOptions);
    expect(said.lines).to.deep.equal([
      'UBA: sesionId is no option.',
      'UBA: redirectUrl is no option.',
    ]);
    expect(() => createUbaWidget(null as unknown as UbaOptions)).to.throw(UbaError, 'an object');
  });

  it('once is rejected by destroy, and by a signal', async () => {
    const widget = await staged();
    const abort = new AbortController();
    const aborted = widget.once('EXIT', { signal: abort.signal }).catch((error: unknown) => error);
    const destroyed = widget.once('bank-connect').catch((error: unknown) => error);
    const reason = new Error('enough');
    abort.abort(reason);
    expect(await aborted).to.equal(reason);
    widget.destroy();
    expect(await destroyed)
      .to.be.instanceOf(UbaError)
      .with.property('code', 'DESTROYED');
    const late = await widget.once('EXIT').catch((error: unknown) => error);
    expect(late).to.have.property('code', 'DESTROYED');
  });

  it('an option that is set after destroy changes nothing and is said once', async () => {
    const { element } = await staged();
    element.destroy();
    await Promise.resolve();
    said.lines.length = 0;
    element.tenant = 't';
    element.sessionId = 's';
    expect(element.tenant).to.equal(undefined);
    expect(said.lines).to.deep.equal(['UBA: tenant was set on a <fino-uba> that is destroyed.']);
  });

  it('destroy of an element that stays in the page is said, removal is enough', async () => {
    const { element } = await staged();
    element.remove();
    element.destroy();
    await Promise.resolve();
    expect(said.lines).to.deep.equal([]);
    const other = await staged();
    other.element.destroy();
    await Promise.resolve();
    expect(said.lines).to.have.length(1);
  });
});

describe('no value of an option', () => {
  it('reaches the console or an error', async () => {
    const secret = 'S3CR3T';
    const names = fc.constantFrom(...optionNames);
    const values = fc.constantFrom<unknown>(
      secret,
      `https://${secret}.test/x`,
      `http://${secret}`,
      `{"primaryColor":"${secret}"}`,
      { primaryColor: secret },
      [secret],
      Symbol(secret),
    );
    await fc.assert(
      fc.asyncProperty(names, values, async (name, value) => {
        const errors: string[] = [];
        const element = document.createElement('fino-uba');
        element.addEventListener('uba-error', ({ detail }) =>
          errors.push(detail.message + String(detail.stack)),
        );
        Object.assign(element, { ...silent, [name]: value });
        if (typeof value === 'string') element.setAttribute(attributeOf(name), value);
        document.body.append(element);
        await element.updateComplete;
        element.destroy();
        element.remove();
        try {
          createUbaWidget({ ...silent, [name]: value }).destroy();
        } catch (error) {
          errors.push(String(error));
        }
        expect([...said.lines, ...errors].join('\n').toUpperCase()).not.to.include(secret);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the size of the element', () => {
  it('with auto-height gives the frame what it asks for, whatever border the page draws', async () => {
    const { element } = await staged({ ...silent, autoHeight: true });
    for (const boxSizing of ['border-box', 'content-box']) {
      element.style.cssText = `box-sizing:${boxSizing};border:1px solid;padding:7px`;
      const iframe = iframeOf({ element });
      speak(iframe, ready);
      speak(iframe, { type: 'resize', payload: { height: 480 } });
      expect(iframe.clientHeight, boxSizing).to.equal(480);
      speak(iframe, { type: 'resize', payload: { height: 0 } });
      expect(iframe.clientHeight, boxSizing).to.equal(480);
    }
  });
});
