import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  attributeOf,
  checkOption,
  decodeOption,
  decodeOptions,
  encodeOptions,
  optionNames,
  optionTable,
  origins,
  readOptions,
  themeDefaults,
  type UbaOptionName,
  type UbaOptions,
} from './options.js';

const session = { sessionId: 's', userIdentifier: 'u' };

/** The names of the options that `readOptions` finds fault with. */
const faults = (source: object, base?: object) =>
  readOptions(source, base).problems.map(({ option }) => option);

const refuses = (name: UbaOptionName, value: unknown) =>
  checkOption(name, value) === undefined && faults({ [name]: value }).includes(name);

describe('optionTable', () => {
  it('names each option, its attribute, its parameter and its rule', () => {
    const rows = Object.entries(optionTable).map(([name, { attribute, ...row }]) => [
      name,
      attribute,
      'param' in row ? row.param : undefined,
    ]);
    expect(rows).to.deep.equal([
      ['sessionId', 'session-id', 'sessionId'],
      ['userIdentifier', 'user-identifier', 'userIdentifier'],
      ['service', 'service', 'service'],
      ['tenant', 'tenant', 'tenant'],
      ['hideHeader', 'hide-header', 'hideHeader'],
      ['colorScheme', 'color-scheme', 'colorScheme'],
      ['theme', 'theme', 'theme'],
      ['redirectURL', 'redirect-url', 'redirectURL'],
      ['lang', 'lang', 'lang'],
      ['origin', 'origin', undefined],
      ['connectURL', 'connect-url', undefined],
      ['sandboxMode', 'sandbox-mode', undefined],
      ['frameTitle', 'frame-title', undefined],
      ['readyTimeout', 'ready-timeout', undefined],
      ['autoHeight', 'auto-height', undefined],
    ]);
    expect(optionNames.map(attributeOf)).to.deep.equal(rows.map(([, attribute]) => attribute));
  });
});

describe('readOptions', () => {
  it('takes what keeps the rules', () => {
    const options: UbaOptions = {
      ...session,
      service: '',
      tenant: 't',
      hideHeader: true,
      colorScheme: 'system',
      redirectURL: 'https://shop.test/back?a=b#c',
      lang: 'de-AT',
      origin: origins.test,
      frameTitle: 'Bank',
      readyTimeout: 0,
      autoHeight: false,
    };
    expect(readOptions(options)).to.deep.equal({ options, problems: [] });
  });

  it('passes over unknown keys, and takes undefined and null for absent', () => {
    const source = { more: 1, tenant: undefined, service: null, ...session };
    expect(readOptions(source)).to.deep.equal({ options: session, problems: [] });
  });

  it('refuses an origin of null, so that a mistake sends no session to the default', () => {
    expect(faults({ ...session, origin: null })).to.deep.equal(['origin']);
  });

  it('reads own properties only', () => {
    expect(readOptions(Object.create({ tenant: 't' }) as object)).to.deep.equal({
      options: {},
      problems: [],
    });
  });

  it('is not taken in by what the page did to every object', () => {
    const polluted = { origin: 'https://evil.test', connectURL: 'https://evil.test/' };
    Object.assign(Object.prototype, polluted);
    try {
      const { options, problems } = readOptions({ ...session });
      expect(problems).to.deep.equal([]);
      expect(options.origin).to.equal(undefined);
      const params = new URLSearchParams();
      encodeOptions(options, params);
      expect([...params.keys()]).to.deep.equal(Object.keys(session));
    } finally {
      for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
    }
  });

  it('reads each property once, and keeps no reference to it', () => {
    let reads = 0;
    const theme = { primaryColor: '#fff' };
    const source = {
      get tenant() {
        return `tenant ${String(++reads)}`;
      },
      theme,
    };
    const { options } = readOptions(source);
    theme.primaryColor = '#000';
    expect(options.tenant).to.equal('tenant 1');
    expect(options.theme?.primaryColor).to.equal('#fff');
    expect(reads).to.equal(1);
  });

  it('refuses a property that cannot be read', () => {
    const source = {
      get tenant() {
        throw new Error('no');
      },
    };
    expect(faults(source)).to.deep.equal(['tenant']);
  });

  it('falls back on the base for what the source does not name', () => {
    const base = { ...session, tenant: 't' };
    const { options } = readOptions({ tenant: undefined, lang: 'de' }, base);
    expect(options).to.deep.equal({ ...session, lang: 'de' });
    expect(faults({ service: 's' }, { tenant: 7 })).to.deep.equal(['tenant']);
  });

  it('names the option and the rule, and never the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...optionNames), fc.string({ minLength: 9 }), (name, secret) => {
        const { problems } = readOptions({ [name]: { secret } });
        expect(problems[0]?.option).to.equal(name);
        expect(problems[0]?.problem).to.match(/^must be \w/);
        expect(JSON.stringify(problems)).not.to.include(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...optionNames), fc.anything({ withNullPrototype: true })),
        (source) => {
          readOptions(source);
        },
      ),
    );
  });
});

describe('the rules of the options', () => {
  it('judge each value by itself, whatever has passed before', () => {
    const cases = [
      { option: 'origin', good: 'https://a.test', bad: ['https://a.test.', 'https://a.test/x'] },
      { option: 'lang', good: 'de-AT', bad: ['de_AT', 'd'] },
    ] as const;
    for (const { option, good, bad } of cases) {
      expect(checkOption(option, good)).to.equal(good);
      for (const value of [...bad, new String(good), [good], { toString: () => good }]) {
        expect(checkOption(option, value)).to.equal(undefined);
        expect(checkOption(option, good)).to.equal(good);
      }
    }
    expect(checkOption('lang', 'EN-us')).to.equal('en-US');
    expect(checkOption('origin', 'https://b.test/')).to.equal('https://b.test');
  });

  it('sessionId and userIdentifier are non-empty, well-formed strings', () => {
    for (const bad of ['', 7, {}, ['s'], new String('s'), '\ud800', 's\udfff']) {
      expect(refuses('sessionId', bad), typeof bad).to.equal(true);
    }
    expect(checkOption('sessionId', '😀 & = \r\n\0')).to.equal('😀 & = \r\n\0');
  });

  it('flags are booleans', () => {
    for (const bad of ['true', 1, 0, '']) expect(refuses('hideHeader', bad)).to.equal(true);
    expect(checkOption('hideHeader', false)).to.equal(false);
  });

  it('colorScheme is light, dark or system', () => {
    for (const bad of ['Dark', 'auto', ['dark'], new String('dark')]) {
      expect(refuses('colorScheme', bad)).to.equal(true);
    }
  });

  it('theme takes the ten documented keys with 3 or 6 hexadecimal digits', () => {
    for (const good of [themeDefaults, {}, { linkColor: 'abc' }, { textColor: '#A1b2C3' }]) {
      expect(checkOption('theme', good)).to.deep.equal(good);
    }
    const badColors = ['', '#', '#12', '#1234', '#12345', '#1234567', '#12345678', '##123', '#12g'];
    badColors.push('red', 'url(x)', '</script>', '#123\n', '١٢٣', ' #123', '#ABCDE𝟎');
    for (const bad of [...badColors, 123, null, undefined, ['#fff'], new String('#fff')]) {
      expect(refuses('theme', { primaryColor: bad }), String(bad)).to.equal(true);
    }
    for (const bad of ['{}', [], ['#fff'], 7, true, () => 1]) {
      expect(refuses('theme', bad), String(bad)).to.equal(true);
    }
  });

  it('theme takes own, known keys only, and no code of the page gets to speak', () => {
    const throwing = {
      get primaryColor() {
        throw new Error('no');
      },
    };
    const foreign = [
      { fontFamily: '#fff' },
      { toJSON: () => '#fff' },
      { [Symbol('primaryColor')]: '#fff' },
      JSON.parse('{"__proto__":"#fff"}') as object,
      Object.defineProperty({}, 'hidden', { value: '#fff' }),
      throwing,
    ];
    for (const bad of foreign) expect(refuses('theme', bad)).to.equal(true);
    const inherited = Object.create({ primaryColor: '#fff' }) as object;
    expect(Object.keys(checkOption('theme', inherited) ?? { none: 1 })).to.deep.equal([]);
    expect(Object.getPrototypeOf(checkOption('theme', {}))).to.equal(null);
  });

  it('addresses are absolute, http or https, without user info', () => {
    const good = ['https://shop.test', 'http://shop.test/a?b=c#d', 'HTTPS://shop.test/@x'];
    for (const url of good) expect(checkOption('redirectURL', url)).to.equal(url);
    const bad = ['/back', 'shop.test', 'javascript:alert(1)', 'java\nscript:alert(1)'];
    bad.push('data:text/html,x', 'blob:https://shop.test/1', 'ftp://shop.test', 'https://');
    bad.push('https://user@shop.test', 'https://user:pw@shop.test/', 'https:\\\\u@shop.test', '');
    for (const url of bad) expect(refuses('redirectURL', url), url).to.equal(true);
    expect(refuses('redirectURL', new URL('https://shop.test'))).to.equal(true);
  });

  it('lang is a language tag and is normalised', () => {
    expect(checkOption('lang', 'EN-gb')).to.equal('en-GB');
    for (const bad of ['', 'de_DE', 'x y', '-', 7, ['de']]) {
      expect(refuses('lang', bad), String(bad)).to.equal(true);
    }
  });

  it('readyTimeout is a number of milliseconds that a timer can hold', () => {
    for (const good of [0, 0.5, 30000, 2147483647]) {
      expect(checkOption('readyTimeout', good)).to.equal(good);
    }
    for (const bad of [-1, 2147483648, Infinity, NaN, '5', 5n]) {
      expect(refuses('readyTimeout', bad), String(bad)).to.equal(true);
    }
  });
});

describe('the rule of origin', () => {
  it('takes https, and http on the machine itself', () => {
    const good = [
      'https://uba.fino.run',
      'https://uba.example:8443',
      'https://[2001:db8::1]:8443',
      'https://xn--bcher-kva.example',
      'http://localhost',
      'http://localhost:5174',
      'http://127.0.0.1:5174',
      'http://[::1]:5174',
    ];
    for (const origin of good) expect(checkOption('origin', origin), origin).to.equal(origin);
  });

  it('takes a trailing slash away', () => {
    expect(checkOption('origin', 'https://uba.fino.run/')).to.equal('https://uba.fino.run');
  });

  it('refuses everything else', () => {
    const bad = [
      '',
      '*',
      'https://*',
      'https://*.fino.run',
      'https://%2A',
      'null',
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'blob:https://uba.fino.run/1',
      'file:///tmp',
      'ftp://uba.fino.run',
      'wss://uba.fino.run',
      '/auth',
      'uba.fino.run',
      '//uba.fino.run',
      'https://',
      'https://uba.fino.run//',
      'https://uba.fino.run/auth',
      'https://uba.fino.run?x',
      'https://uba.fino.run#x',
      'https://user@uba.fino.run',
      'https://uba.fino.run@evil.test',
      'https://uba.fino.run:443',
      'https://UBA.fino.run',
      'https://uba.fino.run.',
      'https://uba.fino.run.:8443',
      'https://bücher.example',
      'http://uba.fino.run',
      'http://localhost.evil.test',
      'http://127.0.0.1.evil.test',
      'http://127.1',
      'http://2130706433',
      'http://0x7f.1',
      'http://localhost@evil.test',
      ' https://uba.fino.run',
      'https://uba.fino.run\n',
      'https:uba.fino.run',
      'https:\\\\uba.fino.run',
    ];
    for (const origin of bad) expect(refuses('origin', origin), origin).to.equal(true);
    for (const origin of [null, 7, {}, ['https://uba.fino.run'], new URL('https://uba.fino.run')]) {
      expect(refuses('origin', origin)).to.equal(true);
    }
  });
});

describe('the rules between options', () => {
  const connectURL = 'https://uba.fino.run/auth?sessionId=s';

  it('sessionId and userIdentifier go together', () => {
    expect(readOptions({ sessionId: 's' }).problems).to.deep.equal([
      { option: 'userIdentifier', problem: 'is missing' },
    ]);
    expect(faults({ userIdentifier: 'u' })).to.deep.equal(['sessionId']);
    expect(faults({})).to.deep.equal([]);
    expect(faults({ sandboxMode: true, sessionId: 's' })).to.deep.equal([]);
  });

  it('connectURL lies on origin and stands alone', () => {
    expect(faults({ connectURL })).to.deep.equal([]);
    expect(faults({ connectURL, origin: origins.test })).to.deep.equal(['connectURL']);
    expect(faults({ connectURL: 'https://uba.fino.run.evil.test/' })).to.deep.equal(['connectURL']);
    for (const other of [{ sessionId: 's' }, { userIdentifier: 'u' }, { sandboxMode: true }]) {
      expect(faults({ connectURL, ...other })).to.deep.equal(['connectURL']);
    }
    expect(faults({ connectURL, sandboxMode: false })).to.deep.equal([]);
  });

  it('a redirectURL on UBA is a mix-up, and the hint names connectURL', () => {
    const { problems } = readOptions({ ...session, redirectURL: connectURL });
    expect(problems[0]?.option).to.equal('redirectURL');
    expect(problems[0]?.problem).to.include('connectURL');
    expect(faults({ ...session, redirectURL: connectURL, origin: origins.test })).to.deep.equal([]);
  });
});

describe('encodeOptions', () => {
  it('writes what has a parameter, in the order of the table', () => {
    const params = new URLSearchParams('theme=old&scenario=09');
    const theme = { primaryColor: '#1A73E8' };
    encodeOptions(
      { lang: 'de', theme, hideHeader: true, origin: origins.test, frameTitle: 'x', ...session },
      params,
    );
    expect([...params]).to.deep.equal([
      ['theme', '{"primaryColor":"#1A73E8"}'],
      ['scenario', '09'],
      ['sessionId', 's'],
      ['userIdentifier', 'u'],
      ['hideHeader', 'true'],
      ['lang', 'de'],
    ]);
  });

  it('leaves out a flag that is false, and what it is not asked for', () => {
    const params = new URLSearchParams();
    encodeOptions({ ...session, hideHeader: false, lang: 'de' }, params, ['hideHeader', 'lang']);
    expect(params.toString()).to.equal('lang=de');
  });
});

describe('decodeOption', () => {
  it('takes a flag that is there for true, except the literal false', () => {
    const read = (text: string) => decodeOption('sandboxMode', text);
    expect(['', 'true', 'sandbox-mode', 'FALSE'].map(read)).to.deep.equal([true, true, true, true]);
    expect(read('false')).to.equal(false);
  });

  it('leaves text that cannot be read as it is, so that its rule refuses it', () => {
    expect(decodeOption('theme', '{"primaryColor":')).to.equal('{"primaryColor":');
    expect(refuses('theme', decodeOption('theme', '{'))).to.equal(true);
    expect(refuses('readyTimeout', decodeOption('readyTimeout', ' '))).to.equal(true);
    expect(decodeOption('readyTimeout', '5000')).to.equal(5000);
  });
});

describe('decodeOptions', () => {
  const color = fc.stringMatching(/^#?([0-9a-fA-F]{3}){1,2}$/);
  const text = fc.string({ unit: 'grapheme' });
  const filled = fc.string({ unit: 'grapheme', minLength: 1 });
  const options = fc.record(
    {
      sessionId: filled,
      userIdentifier: filled,
      service: text,
      tenant: text,
      hideHeader: fc.constant(true),
      colorScheme: fc.constantFrom('light' as const, 'dark' as const, 'system' as const),
      theme: fc.dictionary(fc.constantFrom(...Object.keys(themeDefaults)), color),
      redirectURL: fc.webUrl({ withQueryParameters: true, withFragments: true }),
      lang: fc.constantFrom('de', 'en-GB', 'fr'),
    },
    { requiredKeys: ['sessionId', 'userIdentifier'] },
  );

  it('gives back what encodeOptions wrote, by way of a whole address', () => {
    fc.assert(
      fc.property(options, (original) => {
        const url = new URL('https://uba.fino.run/auth');
        encodeOptions(original, url.searchParams);
        const { options: back, problems } = decodeOptions(new URL(url.href).searchParams);
        expect(problems).to.deep.equal([]);
        expect({ ...back, theme: { ...back.theme } }).to.deep.equal({
          ...original,
          theme: { ...original.theme },
        });
        expect([...url.searchParams.keys()]).to.have.length(Object.keys(original).length);
      }),
    );
  });

  it('passes over parameters of options that stay on the page', () => {
    const params = new URLSearchParams('origin=https://evil.test&autoHeight=true&tenant=t');
    expect(decodeOptions(params).options).to.deep.equal({ tenant: 't' });
  });
});
