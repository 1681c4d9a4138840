/** What HTML alone may not do, and what a script still may. */
import { expect } from '@open-wc/testing';
import { origin, silent, staged } from '../../../test/fixtures/stage-widget.js';
import { stub } from '../../../test/fixtures/stub.js';
import { createUbaWidget, FinoUba, UbaError } from './index.js';

const ids = 'session-id="s" user-identifier="u"';

let errors: string[];
let restore: () => void;
beforeEach(() => {
  errors = [];
  restore = stub(console, 'error', (line: string) => errors.push(line));
});
afterEach(() => {
  restore();
  for (const element of document.querySelectorAll('fino-uba')) {
    element.destroy();
    element.remove();
  }
});

/** An element that somebody wrote, or injected, as HTML. */
async function written(attributes: string, content = ''): Promise<FinoUba> {
  const place = document.createElement('div');
  place.setHTMLUnsafe(`<fino-uba ${attributes}>${content}</fino-uba>`);
  document.body.append(place);
  const element = place.firstElementChild as FinoUba;
  await element.updateComplete;
  return element;
}

const srcOf = ({ shadowRoot }: FinoUba) => shadowRoot?.querySelector('iframe')?.src;

describe('the attribute origin', () => {
  it('is taken for the documented hosts of UBA, and for what cannot be public, from such a page', async () => {
    for (const good of [
      'https://uba.fino.run',
      'https://uba.test.fino.run',
      'https://uba.my-stage2.fino.run/',
      'http://127.0.0.1:5174',
      'http://sandbox:5174',
      origin,
    ]) {
      const element = await written(`${ids} origin="${good}"`);
      expect(element.status, good).to.equal('loading');
      expect(srcOf(element), good).to.match(new RegExp(`^${good.replace(/\/$/, '')}/auth`));
      element.remove();
    }
    expect(errors).to.deep.equal([]);
  });

  it('is refused for every other host, which a script may set', async () => {
    for (const bad of [
      'https://evil.example',
      'https://uba.fino.run.evil.example',
      'https://uba.fino.run:8443',
      'https://uba.a.b.fino.run',
      'https://evil.fino.run',
      'https://xuba.fino.run',
      'https://uba.te_st.fino.run',
    ]) {
      for (const name of ['origin', 'ORIGIN']) {
        const element = await written(`${ids} ${name}="${bad}"`);
        expect(element.status, bad).to.equal('failed');
        expect(srcOf(element), bad).to.equal(undefined);
        expect(errors.splice(0), bad).to.deep.equal([
          'UBA: origin of this value can be set by a script only, not by an attribute.',
        ]);
        element.origin = bad;
        await element.updateComplete;
        expect(srcOf(element), bad).to.match(/^https:\/\//);
        element.remove();
      }
    }
  });

  it('fails closed, whatever a script has set before', async () => {
    const { element } = await staged({ origin, sessionId: 's', userIdentifier: 'u' });
    element.setAttribute('origin', 'https://evil.example');
    await element.updateComplete;
    expect([element.status, srcOf(element)]).to.deep.equal(['failed', undefined]);
    element.setOptions({ lang: 'de' });
    await element.updateComplete;
    expect(element.status).to.equal('failed');
    element.setOptions({ origin });
    await element.updateComplete;
    expect(element.status).to.equal('loading');
  });

  it('that is taken away is the default again', async () => {
    const element = await written(`${ids} origin="https://evil.example"`);
    element.removeAttribute('origin');
    await element.updateComplete;
    expect(srcOf(element)).to.match(/^https:\/\/uba\.fino\.run\//);
  });
});

describe('the attribute redirect-url', () => {
  it('is taken for the page’s own origin, under each of its names', async () => {
    for (const name of ['redirect-url', 'redirectURL']) {
      const element = await written(`${ids} ${name}="${location.origin}/back?x"`);
      const { searchParams } = new URL(srcOf(element) ?? '');
      expect(searchParams.get('redirectURL')).to.equal(`${location.origin}/back?x`);
    }
  });

  it('is refused for any other, which a script may set', async () => {
    for (const name of ['redirect-url', 'redirectURL']) {
      const element = await written(`${ids} ${name}="https://evil.example/steal"`);
      expect([element.status, srcOf(element)]).to.deep.equal(['failed', undefined]);
      expect(errors.splice(0)).to.deep.equal([
        'UBA: redirectURL of this value can be set by a script only, not by an attribute.',
      ]);
      element.redirectURL = 'https://shop.example/back';
      await element.updateComplete;
      expect(srcOf(element)).to.include('shop.example');
    }
  });

  it('that is added to a running flow changes nothing, and is told', async () => {
    const { element } = await staged();
    const before = srcOf(element);
    const told: string[] = [];
    element.addEventListener('uba-error', ({ detail }) => told.push(detail.code));
    element.setAttribute('redirect-url', 'https://evil.example/');
    await element.updateComplete;
    expect([srcOf(element), ...told]).to.deep.equal([before, 'INVALID_CONFIG']);
  });
});

describe('foreign markup in a declarative shadow root', () => {
  for (const mode of ['open', 'closed']) {
    it(`is thrown away: ${mode}`, async () => {
      const evil = '<form style="position:absolute;inset:0;z-index:9"><input name="pin"></form>';
      const root = `<template shadowrootmode="${mode}">${evil}</template>`;
      const element = await written(`origin="${origin}" ${ids}`, root);
      expect(element.status).to.equal('loading');
      const { x, y } = element.getBoundingClientRect();
      expect(document.elementFromPoint(x + 9, y + 9)).to.equal(element);
      const inside = element.shadowRoot?.elementFromPoint(x + 9, y + 9);
      expect(inside?.localName).not.to.equal('form');
      element.destroy();
    });
  }
});

describe('what else owns the tag', () => {
  it('is told by a UbaError', () => {
    const other = document.createElement('other-uba');
    const restoreCreate = stub(Document.prototype, 'createElement', () => other);
    try {
      expect(() => createUbaWidget({})).to.throw(UbaError, 'another script');
    } finally {
      restoreCreate();
    }
  });

  it('is no options object, or one that throws', () => {
    const trap = () => {
      throw new Error('SECRET');
    };
    for (const options of [
      null,
      1,
      'x',
      new Proxy({}, { ownKeys: trap, get: trap, has: trap, getOwnPropertyDescriptor: trap }),
      new Proxy({}, { ownKeys: trap }),
      new Proxy({ sessionId: 's' }, { getOwnPropertyDescriptor: trap }),
    ]) {
      expect(() => createUbaWidget(options as object))
        .to.throw(UbaError)
        .not.match(/SECRET/);
    }
  });
});

describe('a document that markup has named members of', () => {
  const names = [
    'defaultView',
    'createElement',
    'addEventListener',
    'removeEventListener',
    'documentElement',
    'visibilityState',
    'prerendering',
    'activeElement',
    'body',
    'location',
    'host',
    'nodeType',
    'ownerDocument',
    'adoptedStyleSheets',
    'getRootNode',
    'cookie',
    'head',
    'contains',
  ];

  for (const name of names) {
    it(`works as before: ${name}`, async () => {
      const image = document.createElement('img');
      image.setAttribute('name', name);
      document.documentElement.append(image);
      try {
        const widget = createUbaWidget({ ...silent, readyTimeout: 1 });
        Element.prototype.append.call(image.parentElement, widget.element);
        await widget.element.updateComplete;
        expect(widget.status).to.equal('loading');
        await widget.ready().catch(() => undefined);
        expect(widget.status).to.equal('failed');
        widget.destroy();
      } finally {
        image.remove();
      }
    });
  }
});

describe('a document without a window', () => {
  it('loads nothing, and the element comes back whole', async () => {
    const { element } = await staged();
    const inert = document.implementation.createHTMLDocument();
    inert.body.append(element);
    await element.updateComplete;
    expect(element.status).to.equal('idle');
    document.body.append(element);
    await element.updateComplete;
    expect(element.status).to.equal('loading');
    expect(getComputedStyle(element).height).to.equal('640px');
  });
});

describe('a destroyed element', () => {
  it('has forgotten its options; the attributes stay the page’s', async () => {
    const element = await written(`${ids} origin="${origin}"`);
    element.destroy();
    expect([element.sessionId, element.userIdentifier, element.connectURL]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    expect(element.getAttribute('session-id')).to.equal('s');
    expect(FinoUba.version).to.be.a('string');
  });
});
