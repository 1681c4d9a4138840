import { expect } from '@open-wc/testing';
import { optionNames, optionTable, type UbaOptions } from '@finodigital/uba-protocol';
import { publicOptions } from './public-options.js';
import { widgetSnippets } from './snippets.js';

const every: UbaOptions = {
  sessionId: 'demo-1',
  userIdentifier: 'demo-user',
  service: 'shop',
  tenant: 'bank',
  hideHeader: true,
  colorScheme: 'dark',
  theme: { primaryColor: '#123456' },
  redirectURL: 'https://shop.example/back',
  lang: 'de',
  origin: 'https://uba.test.fino.run',
  connectURL: 'https://uba.test.fino.run/auth?sessionId=demo-2',
  sandboxMode: true,
  frameTitle: 'Your bank',
  readyTimeout: 5000,
  autoHeight: true,
  loading: 'lazy',
};

const codeOf = (options: UbaOptions) =>
  widgetSnippets(options, 'https://cdn.example/uba-widget.js').map(({ code }) => code);

describe('widgetSnippets', () => {
  it('names every option in every snippet, as property or as attribute', () => {
    for (const code of codeOf(every)) {
      for (const name of optionNames) {
        expect(code).to.match(new RegExp(`\\b(${name}|${optionTable[name].attribute})\\b`));
      }
    }
  });

  it('leaves out what is not set and flags that are off', () => {
    for (const code of codeOf({ sessionId: 'demo-1', userIdentifier: 'u', hideHeader: false })) {
      expect(code).to.not.match(/hide-?header|tenant|theme/i);
    }
  });

  it('writes a pasted HTML element that holds exactly the options', () => {
    const [code = ''] = codeOf(every);
    const page = new DOMParser().parseFromString(code, 'text/html');
    const attributes = page.querySelector('fino-uba')?.getAttributeNames();
    expect(attributes).to.deep.equal(optionNames.map((name) => optionTable[name].attribute));
  });

  it('loads the bundle from where the page finds it', () => {
    expect(codeOf(every).at(-1)).to.include('src="https://cdn.example/uba-widget.js"');
  });
});

describe('publicOptions', () => {
  it('keeps the sessions that the demo makes up', () => {
    expect(publicOptions(every)).to.deep.equal(every);
  });

  it('puts a placeholder in the place of any other session id', () => {
    const { sessionId, connectURL } = publicOptions({
      sessionId: 'eyJ-secret',
      connectURL: 'https://uba.fino.run/auth?sessionId=eyJ-secret&service=a',
    });
    expect(sessionId).to.equal('YOUR_SESSION_ID');
    expect(connectURL).to.equal('https://uba.fino.run/auth?sessionId=YOUR_SESSION_ID&service=a');
  });
});
