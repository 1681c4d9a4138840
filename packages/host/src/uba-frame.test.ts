import { expect } from '@open-wc/testing';
import { origins } from '@finodigital/uba-protocol';
import { warnings } from '../../../test/fixtures/console-warnings.js';
import { languageAt } from './frame-language.js';
import { UbaError } from './uba-error.js';
import { frameTitle, loadFrame } from './uba-frame.js';
import { checkSession } from './uba-url.js';
import type { UbaOptions } from '@finodigital/uba-protocol';

/** Loads what has not been checked yet, as a page gives it. */
const load = (iframe: HTMLIFrameElement, options: UbaOptions, place: Element = iframe) =>
  loadFrame(iframe, checkSession(options), place);

const session = { sessionId: 's', userIdentifier: 'u', lang: 'en' };

describe('loadFrame', () => {
  it('leaves the options as they were, and asks no prototype for more', () => {
    const options = { sessionId: 's', userIdentifier: 'u' };
    const iframe = document.createElement('iframe');
    Object.assign(Object.prototype, { connectURL: 'https://evil.test/', lang: 'xx' });
    try {
      load(iframe, options);
    } finally {
      for (const key of ['connectURL', 'lang']) Reflect.deleteProperty(Object.prototype, key);
    }
    const lang = languageAt(iframe);
    expect(iframe.src).to.equal(
      `${origins.production}/auth?sessionId=s&userIdentifier=u&lang=${lang}`,
    );
    expect(options).to.deep.equal({ sessionId: 's', userIdentifier: 'u' });
  });

  it('sets every documented permission for the origin of the frame alone, and the address last', () => {
    const iframe = document.createElement('iframe');
    const order: string[] = [];
    const set = Element.prototype.setAttribute.bind(iframe);
    iframe.setAttribute = (name, value) => {
      order.push(`${name} ${iframe.hasAttribute('src') ? 'after' : 'before'}`);
      set(name, value);
    };
    load(iframe, { ...session, origin: origins.test });
    expect(order).to.deep.equal(['sandbox before']);
    expect([...iframe.sandbox].sort()).to.deep.equal([
      'allow-downloads',
      'allow-forms',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-same-origin',
      'allow-scripts',
      'allow-storage-access-by-user-activation',
      'allow-top-navigation-by-user-activation',
    ]);
    expect(iframe.allow).to.equal(
      ['clipboard-write', 'publickey-credentials-get', 'otp-credentials', 'storage-access']
        .map((name) => `${name} https://uba.test.fino.run`)
        .join('; '),
    );
    expect(iframe.referrerPolicy).to.equal('strict-origin');
    expect(iframe.title).to.equal('Connect your bank');
    expect(iframe.hasAttribute('name')).to.equal(false);
    expect(iframe.src).to.equal(
      'https://uba.test.fino.run/auth?sessionId=s&userIdentifier=u&lang=en',
    );
    expect([...iframe.attributes].at(-1)?.name).to.equal('src');
  });

  it('puts the ids into no attribute but src', () => {
    const iframe = document.createElement('iframe');
    load(iframe, { sessionId: 'secret-1', userIdentifier: 'secret-2' });
    iframe.removeAttribute('src');
    expect(iframe.outerHTML).not.to.include('secret');
  });

  it('takes the language from the place that the frame is meant for', () => {
    const iframe = document.createElement('iframe');
    const place = Object.assign(document.createElement('div'), { lang: 'de' });
    load(iframe, { sandboxMode: true, origin: origins.test }, place);
    expect(iframe.src).to.equal('https://uba.test.fino.run/sandbox?lang=de');
    expect(iframe.title).to.equal('Bank verbinden');
  });

  it('touches nothing where the options are invalid', () => {
    const iframe = document.createElement('iframe');
    expect(() => load(iframe, { sessionId: 's' })).to.throw(UbaError, 'userIdentifier');
    expect(iframe.attributes).to.have.length(0);
  });

  it('warns once where the frame has the origin of the page', () => {
    const loadOwn = () =>
      load(document.createElement('iframe'), { ...session, origin: location.origin });
    const texts = warnings(() => {
      loadOwn();
      loadOwn();
    });
    expect(texts).to.have.length(1);
    expect(texts[0]).to.include('isolates nothing');
    expect(texts[0]).not.to.include(session.sessionId + '&');
  });

  it('warns once where the sandbox is asked of production', () => {
    const loadSandbox = () => load(document.createElement('iframe'), { sandboxMode: true });
    const texts = warnings(() => {
      loadSandbox();
      loadSandbox();
    });
    expect(texts).to.have.length(1);
    expect(texts[0]).to.include(origins.test);
  });
});

describe('frameTitle', () => {
  it('is the wish, else localised', () => {
    const place = Object.assign(document.createElement('div'), { lang: 'de-CH' });
    expect(frameTitle({ frameTitle: 'Konto' }, place)).to.equal('Konto');
    expect(frameTitle({}, place)).to.equal('Bank verbinden');
    expect(frameTitle({ lang: 'fr' }, place)).to.equal('Connect your bank');
  });
});
