import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { attribute, indent, literal } from './source-text.js';

describe('literal', () => {
  it('gives back every string when it is run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const source = `export default ${literal(text)}`;
        const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
          default: unknown;
        };
        expect(module.default).to.equal(text);
      }),
    );
  });

  it('never ends the script that it stands in', () => {
    expect(literal('</script>')).to.not.include('</');
  });

  it('writes an object as a person would, one entry a line', () => {
    expect(literal({ hideHeader: true, theme: { primaryColor: '#fff' } })).to.equal(
      "{\n  hideHeader: true,\n  theme: {\n    primaryColor: '#fff',\n  },\n}",
    );
  });

  it('writes a list on one line', () => {
    expect(literal({ events: ['a', 1], none: [] })).to.equal(
      "{\n  events: ['a', 1],\n  none: [],\n}",
    );
  });
});

describe('attribute', () => {
  it('gives back every string when it is parsed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // A parser reads a carriage return as a line feed, as it does everywhere in HTML.
        fc.pre(!/[\0\r]/.test(text));
        const template = document.createElement('template');
        template.innerHTML = `<i ${attribute('title', text)}></i>`;
        expect(template.content.querySelector('i')?.title).to.equal(text);
        expect(template.content.childNodes.length).to.equal(1);
      }),
    );
  });

  it('writes a flag as its bare name and an object as JSON', () => {
    expect(attribute('hide-header', true)).to.equal('hide-header');
    expect(attribute('theme', { primaryColor: '#fff' })).to.equal(
      `theme='{"primaryColor":"#fff"}'`,
    );
  });
});

describe('indent', () => {
  it('moves every line but the empty ones', () => {
    expect(indent('a\n\nb')).to.equal('  a\n\n  b');
  });
});
