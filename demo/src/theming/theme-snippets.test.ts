import { expect } from '@open-wc/testing';
import { readOptions } from '@finodigital/uba-protocol';
import { presets } from './presets.js';
import { shortfalls } from './contrast.js';
import { themeSnippets } from './theme-snippets.js';

const theme = { primaryColor: '#123456', linkColor: '#abc' };

describe('themeSnippets', () => {
  it('gives a look in forms that all mean the same', () => {
    const [asAttribute, json, param] = themeSnippets({ colorScheme: 'dark', theme }).map(
      ({ code }) => code,
    );
    const template = document.createElement('template');
    template.innerHTML = `<i ${asAttribute}></i>`;
    const element = template.content.querySelector('i');
    expect(element?.getAttribute('color-scheme')).to.equal('dark');
    expect(JSON.parse(element?.getAttribute('theme') ?? '')).to.deep.equal(theme);
    expect(JSON.parse(json ?? '')).to.deep.equal(theme);
    const params = new URLSearchParams(param);
    expect(params.get('colorScheme')).to.equal('dark');
    expect(JSON.parse(params.get('theme') ?? '')).to.deep.equal(theme);
  });

  it('leaves out everything else', () => {
    const codes = themeSnippets({ tenant: 'bank', sessionId: 'demo-1' }).map(({ code }) => code);
    expect(codes.join('\n')).to.not.match(/bank|demo-1/);
  });
});

describe('presets', () => {
  it('keep to the rules of the options and fall short of no contrast', () => {
    for (const { colorScheme, theme } of presets) {
      expect(readOptions({ colorScheme, theme }).warnings).to.deep.equal([]);
      expect(shortfalls(theme ?? {})).to.deep.equal([]);
    }
  });
});
