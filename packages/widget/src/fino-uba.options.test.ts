import { expect, fixture, html } from '@open-wc/testing';
import { optionNames, type UbaOptions } from '@finodigital/uba-protocol';
import { attributeOf } from '@finodigital/uba-protocol/internal';
import {
  connectURL,
  iframeOf,
  origin,
  silent,
  staged,
} from '../../../test/fixtures/stage-widget.js';
import { speak } from '../../../test/fixtures/speak.js';
import { FinoUba, UbaError } from './index.js';

const session = { sessionId: 'secret-1', userIdentifier: 'secret-2' };
const ready = { type: 'ready', payload: { features: ['theme', 'resize'] } };

const errorOf = (act: () => void): UbaError => {
  try {
    act();
  } catch (error) {
    if (error instanceof UbaError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

/** What the frame of a widget is posted from now on. */
function postsTo(iframe: HTMLIFrameElement): unknown[] {
  const posts: unknown[] = [];
  iframe.contentWindow?.addEventListener('message', ({ data }) => posts.push(data));
  return posts;
}

const nextMessage = (iframe: HTMLIFrameElement) =>
  new Promise((resolve) => {
    iframe.contentWindow?.addEventListener('message', resolve, { once: true });
  });

describe('the options of fino-uba', () => {
  const values: Required<UbaOptions> = {
    ...session,
    service: 'myapp',
    tenant: 'mycompany',
    hideHeader: true,
    colorScheme: 'dark',
    theme: { primaryColor: '#1A73E8' },
    redirectURL: 'https://shop.test/back',
    lang: 'de',
    origin,
    connectURL,
    sandboxMode: true,
    frameTitle: 'Bank',
    readyTimeout: 5,
    autoHeight: true,
    loading: 'lazy',
  };

  it('are properties, which write no attribute', () => {
    const element = document.createElement('fino-uba');
    for (const name of optionNames) {
      Reflect.set(element, name, values[name]);
      expect(element[name], name).to.deep.equal(values[name]);
    }
    expect(element.attributes).to.have.length(0);
  });

  it('stand beside the properties of a class that extends the element', async () => {
    class Extended extends FinoUba {
      static override properties = { extra: { type: Number } };
      declare extra: number;
    }
    customElements.define('extended-fino-uba', Extended);
    const element = await fixture<Extended>(
      html`<extended-fino-uba extra="7" tenant="mycompany"></extended-fino-uba>`,
    );
    expect([element.extra, element.tenant]).to.deep.equal([7, 'mycompany']);
    element.extra = 8;
    expect(element.extra).to.equal(8);
  });

  it('are attributes', () => {
    const element = document.createElement('fino-uba');
    for (const name of optionNames) {
      const value = values[name];
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      element.setAttribute(attributeOf(name), text);
      expect(element[name], name).to.deep.equal(value);
      element.removeAttribute(attributeOf(name));
      // `lang` is text, and a flag is false.
      expect([undefined, '', false], name).to.include(element[name]);
    }
  });

  it('take the words for true and false, in any case', () => {
    const element = document.createElement('fino-uba');
    for (const text of ['', 'hide-header', 'hideHeader', 'true', 'TRUE', '1', 'Yes', ' on ']) {
      element.setAttribute('hide-header', text);
      expect(element.hideHeader, text).to.equal(true);
    }
    for (const text of ['false', 'FALSE', 'False', '0', ' no ', 'off', 'null', 'undefined']) {
      element.setAttribute('hide-header', text);
      expect(element.hideHeader, text).to.equal(false);
    }
  });

  it('read false where a flag is not set', () => {
    const element = document.createElement('fino-uba');
    for (const name of ['hideHeader', 'sandboxMode', 'autoHeight'] as const) {
      expect(element[name], name).to.equal(false);
    }
  });

  it('become the address of the frame', async () => {
    const element = await fixture<FinoUba>(
      html`<fino-uba
        session-id="s"
        user-identifier="u"
        origin=${origin}
        color-scheme="dark"
        hide-header
        theme='{"primaryColor":"#1A73E8"}'
        lang="de"
      ></fino-uba>`,
    );
    expect(iframeOf({ element }).src).to.equal(
      `${origin}/auth?sessionId=s&userIdentifier=u&hideHeader=true&colorScheme=dark&theme=%7B%22primaryColor%22%3A%22%231A73E8%22%7D&lang=de`,
    );
    expect(iframeOf({ element }).title).to.equal('Bank verbinden');
    element.destroy();
  });

  it('that were set before the element was defined count', async () => {
    const element = document.createElement('uba-late');
    Object.assign(element, silent);
    document.body.append(element);
    customElements.define('uba-late', class extends FinoUba {});
    if (!(element instanceof FinoUba)) throw new Error('The element was not upgraded.');
    await element.updateComplete;
    expect(iframeOf({ element }).src).to.include('/blank.html');
    expect(element.origin).to.equal(origin);
    element.destroy();
    element.remove();
  });

  it('are snapshots: a later change of an object changes nothing', async () => {
    const theme = { primaryColor: '#111111' };
    const options = { ...silent, theme };
    const widget = await staged(options);
    theme.primaryColor = '#222222';
    options.connectURL = `${origin}/other`;
    widget.reload();
    await widget.element.updateComplete;
    expect(iframeOf(widget).src).to.include('%23111111').and.include('blank.html');
    widget.destroy();
  });

  it('are not taken from what the page did to every object', async () => {
    const polluted = { origin: 'https://evil.test', tenant: 'evil', autoHeight: true };
    Object.assign(Object.prototype, polluted);
    try {
      const { origin: _, connectURL: __, ...rest } = silent;
      const widget = await staged({ ...rest, ...session });
      expect(iframeOf(widget).src).to.match(/^https:\/\/uba\.fino\.run\/auth\?sessionId=/);
      expect(iframeOf(widget).src).not.to.include('evil');
      expect(iframeOf(widget).allow).not.to.include('evil');
      widget.destroy();
    } finally {
      for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
    }
  });

  it('follow the language of the page, across shadow roots', async () => {
    const place = await fixture<HTMLElement>(html`<div lang="de"><div></div></div>`);
    const root = place.firstElementChild?.attachShadow({ mode: 'open' });
    const { lang: _, ...rest } = silent;
    const element = Object.assign(document.createElement('fino-uba'), rest);
    root?.append(element);
    await element.updateComplete;
    expect(new URL(iframeOf({ element }).src).searchParams.get('lang')).to.equal('de');
    element.destroy();
  });
});

describe('invalid options of fino-uba', () => {
  it('do not throw: the status is failed, uba-error tells, the fallback is shown', async () => {
    const element = document.createElement('fino-uba');
    const errors: UbaError[] = [];
    element.addEventListener('uba-error', ({ detail }) => errors.push(detail));
    Object.assign(element, { ...session, origin: 'https://evil.test/path' });
    document.body.append(element);
    await element.updateComplete;
    expect(element.status).to.equal('failed');
    expect(errors.map(({ code }) => code)).to.deep.equal(['INVALID_CONFIG']);
    expect(errors[0]?.message).to.match(/^origin must be/);
    expect(JSON.stringify(errors) + String(errors[0]?.stack)).not.to.match(/evil|secret/);
    expect(element.shadowRoot?.querySelector('iframe')).to.equal(null);
    const view = element.shadowRoot?.querySelector('[part=error]');
    expect(view?.getAttribute('role')).to.equal('alert');
    expect(view?.querySelector('button'), 'nothing to retry').to.equal(null);
    const reason: unknown = await element.ready.catch((error: unknown) => error);
    expect(reason).to.equal(errors[0]);

    Object.assign(element, { ...silent, sessionId: undefined, userIdentifier: undefined });
    expect(element.status).to.equal('loading');
    await element.updateComplete;
    expect(iframeOf({ element }).src).to.include('blank.html');
    element.destroy();
    element.remove();
  });

  it('name the option, such as an id that is no string', async () => {
    const cases: [object, string][] = [
      [{ sessionId: 7, userIdentifier: 'u' }, 'sessionId must be a non-empty string.'],
      [{ ...session, origin: null }, 'origin must be'],
      [{ ...silent, sandboxMode: true }, 'connectURL excludes'],
      [{ ...silent, connectURL: 'https://evil.test' }, 'connectURL must lie on origin.'],
      [{ ...session, redirectURL: 'https://uba.fino.run/auth' }, 'pass it as connectURL.'],
      [{ ...session, redirectURL: 'javascript:alert(1)' }, 'redirectURL must be'],
    ];
    for (const [options, message] of cases) {
      const element = Object.assign(document.createElement('fino-uba'), options);
      document.body.append(element);
      const error: unknown = await element.ready.catch((reason: unknown) => reason);
      expect(error).to.have.property('message').that.includes(message);
      expect(element.shadowRoot?.querySelector('iframe')).to.equal(null);
      element.destroy();
      element.remove();
    }
  });

  it('leave a running flow alone where they do not concern the session', async () => {
    const widget = await staged();
    const iframe = iframeOf(widget);
    speak(iframe, ready);
    const errors: string[] = [];
    widget.element.addEventListener('uba-error', ({ detail }) => errors.push(detail.message));
    widget.element.setAttribute('redirect-url', 'secret:blue');
    await widget.element.updateComplete;
    expect(errors).to.deep.equal(['redirectURL must be an https URL without user info.']);
    expect(widget.status).to.equal('ready');
    expect(iframeOf(widget)).to.equal(iframe);
    speak(iframe, ready);
    widget.reload();
    await widget.element.updateComplete;
    expect(widget.status).to.equal('failed');
    widget.destroy();
  });
});

describe('update', () => {
  it('changes all or nothing', async () => {
    const widget = await staged();
    const error = errorOf(() =>
      widget.update({ tenant: 't', connectURL: 'https://evil.test/secret' }),
    );
    expect(error.code).to.equal('INVALID_CONFIG');
    expect(error.message).not.to.include('secret');
    expect(widget.element.tenant).to.equal(undefined);
    expect(widget.element.connectURL).to.equal(connectURL);
    widget.update({ tenant: 't', lang: undefined });
    expect(widget.element.tenant).to.equal('t');
    expect(widget.element.lang).to.equal('');
    widget.destroy();
  });

  it('reads own properties alone, unlike what pollutes every object', async () => {
    const widget = await staged();
    widget.update(Object.create({ tenant: 'inherited' }) as object);
    expect(widget.element.tenant).to.equal(undefined);
    widget.destroy();
  });

  it('loads anew for the session, origin, connectURL and sandboxMode, once for all of them', async () => {
    const widget = await staged();
    const changes: UbaOptions[] = [
      { connectURL: `${connectURL}?2` },
      { connectURL: undefined, sandboxMode: true },
      { sandboxMode: false, ...session },
      { sessionId: 'other', userIdentifier: 'another' },
      { origin: 'http://127.0.0.1:9', userIdentifier: 'other' },
    ];
    for (const change of changes) {
      const before = iframeOf(widget);
      speak(before, ready, widget.element.origin);
      expect(widget.status).to.equal('ready');
      widget.update(change);
      expect(before.isConnected, 'the old document is gone at once').to.equal(false);
      expect(widget.status).to.equal('loading');
      await widget.element.updateComplete;
      expect(iframeOf(widget)).not.to.equal(before);
    }
    widget.destroy();
  });

  it('does not load anew for what means the same', async () => {
    const { origin: _, connectURL: __, ...rest } = silent;
    const widget = await staged({ ...rest, sandboxMode: true });
    const iframe = iframeOf(widget);
    widget.update({ origin: 'https://uba.fino.run/', connectURL: undefined, sandboxMode: true });
    widget.element.sessionId = undefined;
    await widget.element.updateComplete;
    expect(iframeOf(widget)).to.equal(iframe);
    widget.destroy();
  });

  it('leaves the frame for everything else, and acts at the next load', async () => {
    const widget = await staged();
    const iframe = iframeOf(widget);
    speak(iframe, { type: 'ready' });
    widget.update({ hideHeader: true, colorScheme: 'dark', theme: { textColor: '#111' } });
    widget.update({ service: 's', tenant: 't', redirectURL: 'https://shop.test', lang: 'de' });
    await widget.element.updateComplete;
    expect(iframeOf(widget)).to.equal(iframe);
    expect(widget.status).to.equal('ready');
    widget.reload();
    await widget.element.updateComplete;
    expect(iframeOf(widget).src)
      .to.include('hideHeader=true&colorScheme=dark')
      .and.include('lang=de');
    widget.destroy();
  });

  it('renames the frame and changes the time-out at once', async () => {
    const widget = await staged();
    widget.update({ frameTitle: 'Konto verbinden', readyTimeout: 1 });
    await widget.element.updateComplete;
    expect(iframeOf(widget).title).to.equal('Konto verbinden');
    const error: unknown = await widget.ready().catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'LOAD_TIMEOUT');
    widget.destroy();
  });

  it('tells the look to a frame that takes it, once a change', async () => {
    const widget = await staged({ ...silent, colorScheme: 'light' });
    const iframe = iframeOf(widget);
    const posts = postsTo(iframe);
    speak(iframe, ready);
    widget.update({ colorScheme: 'dark', theme: { primaryColor: '#123456' } });
    await nextMessage(iframe);
    widget.update({ theme: { primaryColor: '#123456' } });
    widget.update({ hideHeader: true });
    await widget.element.updateComplete;
    widget.update({ colorScheme: undefined });
    await nextMessage(iframe);
    expect(posts).to.deep.equal([
      { type: 'theme', payload: { colorScheme: 'dark', theme: { primaryColor: '#123456' } } },
      { type: 'theme', payload: { theme: { primaryColor: '#123456' } } },
    ]);
    expect(iframeOf(widget)).to.equal(iframe);
    widget.destroy();
  });

  it('tells a look that changed during the load, and tells it again to a new document', async () => {
    const widget = await staged();
    const iframe = iframeOf(widget);
    const posts = postsTo(iframe);
    widget.update({ colorScheme: 'dark' });
    await widget.element.updateComplete;
    speak(iframe, ready);
    await nextMessage(iframe);
    speak(iframe, ready);
    await nextMessage(iframe);
    const look = { type: 'theme', payload: { colorScheme: 'dark' } };
    expect(posts).to.deep.equal([look, look]);
    widget.destroy();
  });
});

describe('autoHeight', () => {
  const heightOf = (element: Element) => getComputedStyle(element).height;
  const resize = { type: 'resize', payload: { height: 480 } };

  it('sizes the element to what the frame asks for, at once when it is switched', async () => {
    const widget = await staged();
    const iframe = iframeOf(widget);
    expect(heightOf(widget.element)).to.equal('640px');
    speak(iframe, ready);
    speak(iframe, resize);
    expect(heightOf(widget.element), 'not wished').to.equal('640px');
    widget.update({ autoHeight: true });
    await widget.element.updateComplete;
    expect(heightOf(widget.element)).to.equal('480px');
    expect(heightOf(iframe)).to.equal('480px');
    speak(iframe, { type: 'resize', payload: { height: 10_001 } });
    expect(heightOf(widget.element)).to.equal('480px');
    speak(iframe, { type: 'resize', payload: { height: 300 } });
    expect(heightOf(widget.element)).to.equal('300px');
    widget.update({ autoHeight: false });
    await widget.element.updateComplete;
    expect(heightOf(widget.element)).to.equal('640px');
    expect(widget.element.attributes).to.have.length(0);
    widget.destroy();
  });

  it('forgets the height with the load', async () => {
    const widget = await staged({ ...silent, autoHeight: true });
    speak(iframeOf(widget), ready);
    speak(iframeOf(widget), resize);
    widget.reload();
    await widget.element.updateComplete;
    expect(heightOf(widget.element)).to.equal('640px');
    widget.destroy();
  });

  it('leaves the last word to the plain CSS of the page', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = 'fino-uba { height: 222px; width: 50% }';
    document.head.append(sheet);
    const widget = await staged({ ...silent, autoHeight: true });
    speak(iframeOf(widget), ready);
    speak(iframeOf(widget), resize);
    expect(heightOf(widget.element)).to.equal('222px');
    sheet.remove();
    widget.destroy();
  });
});
