import { expect, fixture, html } from '@open-wc/testing';
import { stub } from '../../../test/fixtures/stub.js';
import { languageAt, textLanguage } from './frame-language.js';

/** An element inside as many shadow roots as wished, in the place that `outside` gives. */
function nested(outside: Element, depth: number): Element {
  const inside = document.createElement('span');
  outside.append(inside);
  return depth ? nestedIn(inside.attachShadow({ mode: 'open' }), depth - 1) : inside;
}

function nestedIn(root: ShadowRoot, depth: number): Element {
  const wrapper = document.createElement('div');
  root.append(wrapper);
  return nested(wrapper, depth);
}

describe('languageAt', () => {
  const page = document.documentElement;
  let before: string | null;
  beforeEach(() => {
    before = page.getAttribute('lang');
    page.removeAttribute('lang');
  });
  afterEach(() => {
    if (before !== null) page.lang = before;
  });

  it('prefers the wish', async () => {
    const place = await fixture(html`<p lang="fr"></p>`);
    expect(languageAt(place, 'de')).to.equal('de');
  });

  it('takes the nearest lang, the own one first', async () => {
    const place = await fixture(html`<p lang="fr"></p>`);
    expect(languageAt(place)).to.equal('fr');
    expect(languageAt(nested(place, 0))).to.equal('fr');
  });

  it('looks across shadow roots', async () => {
    const place = await fixture(html`<p lang="de-at"></p>`);
    expect(languageAt(nested(place, 2))).to.equal('de-AT');
  });

  it('falls back on the browser, also where what stands there is no language tag', async () => {
    const restore = stub(navigator, 'languages', ['C', 'fr-CA', 'en']);
    expect(languageAt(await fixture(html`<p></p>`))).to.equal('fr-CA');
    expect(languageAt(await fixture(html`<p lang="not a tag"></p>`), 7)).to.equal('fr-CA');
    expect(languageAt(document.createElement('p'))).to.equal('fr-CA');
    restore();
  });

  it('passes over what is no tag, on the way to one', async () => {
    const place = await fixture(
      html`<div lang="de_AT.UTF-8">
        <p lang=""><b lang="C"></b></p>
      </div>`,
    );
    expect(languageAt(place.querySelector('b') ?? place)).to.equal('de-AT');
  });

  it('ends at English', () => {
    const restore = stub(navigator, 'languages', []);
    expect(languageAt(document.createElement('p'))).to.equal('en');
    restore();
  });
});

describe('textLanguage', () => {
  it('is German for every German, English otherwise', () => {
    expect(['de', 'de-AT', 'DE'].map(textLanguage)).to.deep.equal(['de', 'de', 'de']);
    expect(['en', 'fr', 'den'].map(textLanguage)).to.deep.equal(['en', 'en', 'en']);
  });
});
