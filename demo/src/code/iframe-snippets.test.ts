import { expect } from '@open-wc/testing';
import { frameFor, iframeSnippets } from './iframe-snippets.js';

const options = {
  sessionId: 'demo-1',
  userIdentifier: 'demo-user',
  origin: 'https://uba.test.fino.run',
  lang: 'de',
};

describe('iframeSnippets', () => {
  it('writes markup with every attribute that the host package sets', () => {
    const [markup] = iframeSnippets(options);
    const template = document.createElement('template');
    template.innerHTML = markup?.code ?? '';
    const written = template.content.querySelector('iframe');
    const set = frameFor(options);
    expect(written?.getAttributeNames()).to.include.members(['sandbox', 'allow', 'src', 'title']);
    for (const name of set.getAttributeNames()) {
      expect(written?.getAttribute(name)).to.equal(set.getAttribute(name));
    }
  });

  it('checks source and origin in the listener by hand', () => {
    const listener = iframeSnippets(options).find(({ id }) => id === 'listener');
    expect(listener?.code)
      .to.include('event.source !== iframe.contentWindow')
      .and.to.include(`event.origin !== 'https://uba.test.fino.run'`);
  });
});
