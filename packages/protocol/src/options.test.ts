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

/** The names of the options that stop the flow. */
const faults = (source: object, base?: object) =>
  readOptions(source, base).problems.map(({ option }) => option);

/** The names of the options that the console names while the flow runs. */
const warnings = (source: object, base?: object) =>
  readOptions(source, base).warnings.map(({ option }) => option);

const valueOf = <K extends UbaOptionName>(name: K, value: unknown) =>
  checkOption(name, value).value;

/** Whether nothing of the value stays, and a problem is named where it belongs. */
function refuses(name: UbaOptionName, value: unknown): boolean {
  const { value: kept, problem } = checkOption(name, value);
  const named = (optionTable[name].strict ? faults : warnings)({ [name]: value });
  return kept === undefined && problem !== undefined && named.includes(name);
}

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
      ['loading', 'loading', undefined],
    ]);
    expect(optionNames.map(attributeOf)).to.deep.equal(rows.map(([, attribute]) => attribute));
  });

  it('says of each option when a change acts', () => {
    const effects = Object.fromEntries(optionNames.map((name) => [name, optionTable[name].acts]));
    expect(effects).to.deep.equal({
      sessionId: 'load',
      userIdentifier: 'load',
      origin: 'load',
      connectURL: 'load',
      sandboxMode: 'load',
      colorScheme: 'look',
      theme: 'look',
      service: 'next-load',
      tenant: 'next-load',
      hideHeader: 'next-load',
      redirectURL: 'next-load',
      lang: 'next-load',
      frameTitle: 'at-once',
      readyTimeout: 'at-once',
      autoHeight: 'at-once',
      loading: 'at-once',
    });
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
      loading: 'interaction',
    };
    const { service: _, ...read } = options;
    expect(readOptions(options)).to.deep.equal({
      options: read,
      problems: [],
      warnings: [],
      missing: undefined,
    });
  });

  it('names unknown keys, and takes undefined, null and the empty string for absent', () => {
    const absent = { tenant: undefined, service: null, connectURL: '', theme: '', lang: '' };
    expect(readOptions({ sesionId: 'x', ...absent, ...session })).to.deep.equal({
      options: session,
      problems: [],
      warnings: [{ option: 'sesionId', problem: 'is no option' }],
      missing: undefined,
    });
  });

  it('refuses an origin that is named and is nothing, so that no session goes to the default', () => {
    for (const origin of [null, undefined, '']) {
      expect(faults({ ...session, origin })).to.deep.equal(['origin']);
    }
    // An element keeps `undefined` for what is not set.
    expect(faults({}, { ...session, origin: undefined })).to.deep.equal([]);
    expect(faults({}, { ...session, origin: '' })).to.deep.equal(['origin']);
  });

  it('refuses an empty id that is named', () => {
    expect(faults({ sessionId: '', userIdentifier: '' })).to.deep.equal([
      'sessionId',
      'userIdentifier',
    ]);
    expect(faults({}, { sessionId: '', userIdentifier: '' })).to.deep.equal([]);
  });

  it('lets a value that only decides a look never stop the flow', () => {
    const look = {
      theme: '[object Object]',
      colorScheme: 'auto',
      lang: 'x y',
      hideHeader: '{{ flag }}',
      frameTitle: 7,
      readyTimeout: '30s',
      autoHeight: 'perhaps',
      loading: 'auto',
    };
    const { options, problems } = readOptions({ ...session, ...look });
    expect(problems).to.deep.equal([]);
    expect(options).to.deep.equal(session);
    expect(warnings({ ...session, ...look })).to.have.members(Object.keys(look));
  });

  it('says what is allowed and probably not meant', () => {
    expect(warnings({ sandboxMode: true, ...session })).to.deep.equal(['sessionId']);
    expect(warnings({ ...session, origin: 'http://192.168.0.5:5174' })).to.deep.equal(['origin']);
    expect(warnings({ ...session, origin: 'http://127.0.0.1:5174' })).to.deep.equal([]);
  });

  it('reads own properties only', () => {
    expect(readOptions(Object.create({ tenant: 't' }) as object).options).to.deep.equal({});
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
      fc.property(fc.constantFrom(...optionNames), fc.string(), (name, secret) => {
        const { problems, warnings } = readOptions({ [name]: [secret] });
        const [found] = [...problems, ...warnings];
        expect(found?.option).to.equal(name);
        expect(found?.problem).to.match(/^must be \w/);
        expect(found?.problem).to.equal(checkOption(name, [7]).problem);
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
      { option: 'lang', good: 'de-AT', bad: ['d', 'x y'] },
    ] as const;
    for (const { option, good, bad } of cases) {
      expect(valueOf(option, good)).to.equal(good);
      for (const value of [...bad, new String(good), [good], { toString: () => good }]) {
        expect(valueOf(option, value)).to.equal(undefined);
        expect(valueOf(option, good)).to.equal(good);
      }
    }
    expect(valueOf('lang', 'EN-us')).to.equal('en-US');
    expect(valueOf('origin', 'https://b.test/')).to.equal('https://b.test');
  });

  it('sessionId and userIdentifier are non-empty, well-formed strings', () => {
    for (const bad of ['', 7, {}, ['s'], new String('s'), '\ud800', 's\udfff']) {
      expect(refuses('sessionId', bad), typeof bad).to.equal(true);
    }
    expect(valueOf('sessionId', '😀 & = \r\n\0')).to.equal('😀 & = \r\n\0');
  });

  it('flags are booleans', () => {
    for (const bad of ['true', 1, 0, 'no']) expect(refuses('hideHeader', bad)).to.equal(true);
    expect(valueOf('hideHeader', false)).to.equal(false);
  });

  it('colorScheme is light, dark or system', () => {
    for (const bad of ['Dark', 'auto', ['dark'], new String('dark')]) {
      expect(refuses('colorScheme', bad)).to.equal(true);
    }
  });

  it('theme takes the ten documented keys with 3 or 6 hexadecimal digits', () => {
    for (const good of [themeDefaults, { linkColor: 'abc' }, { textColor: '#A1b2C3' }]) {
      expect(checkOption('theme', good)).to.deep.equal({ value: good, problem: undefined });
    }
    expect(valueOf('theme', { textColor: ' #fff\n' })).to.deep.equal({ textColor: '#fff' });
    for (const nothing of [{}, { textColor: undefined }, { textColor: '' }]) {
      expect(checkOption('theme', nothing)).to.deep.equal({ value: undefined, problem: undefined });
    }
    const badColors = ['#', '#12', '#1234', '#12345', '#1234567', '#12345678', '##123', '#12g'];
    badColors.push('red', 'url(x)', '</script>', '#1 23', '١٢٣', 'oklch(1 0 0)', '#ABCDE𝟎');
    for (const bad of [...badColors, 123, ['#fff'], new String('#fff')]) {
      expect(refuses('theme', { primaryColor: bad }), String(bad)).to.equal(true);
    }
    for (const bad of ['{}', [], ['#fff'], 7, true, () => 1]) {
      expect(refuses('theme', bad), String(bad)).to.equal(true);
    }
  });

  it('theme keeps the good keys, and names the bad ones', () => {
    const theme = { primaryColor: 'oklch(1 0 0)', textColor: '#fff', font: 'x' };
    const { value, problem } = checkOption('theme', theme);
    expect(value).to.deep.equal({ textColor: '#fff' });
    expect(problem).to.match(/^\(primaryColor, font\) must be /);
    const many = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`${i}`.repeat(99), 1]));
    expect(checkOption('theme', many).problem).to.have.length.below(250);
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
      throwing,
    ];
    const hidden = Object.defineProperty({}, 'hidden', { value: '#fff' });
    for (const bad of [...foreign, hidden]) expect(refuses('theme', bad)).to.equal(true);
    const inherited = Object.create({ primaryColor: '#fff' }) as object;
    expect(valueOf('theme', inherited)).to.equal(undefined);
    expect(Object.getPrototypeOf(valueOf('theme', { linkColor: '#fff' }))).to.equal(null);
  });

  it('URLs are absolute, https, without user info, and normalised', () => {
    const good = {
      'https://shop.example': 'https://shop.example/',
      'HTTPS://shop.example/@x': 'https://shop.example/@x',
      'https:\\\\shop.example\\a': 'https://shop.example/a',
      'https:shop.example': 'https://shop.example/',
      'http://localhost:80/a?b=c#d': 'http://localhost/a?b=c#d',
      'http://shop.test/': 'http://shop.test/',
    };
    for (const [url, href] of Object.entries(good)) {
      expect(valueOf('redirectURL', url), url).to.equal(href);
    }
    const bad = ['/back', 'shop.test', 'javascript:alert(1)', 'java\nscript:alert(1)'];
    bad.push('http://shop.example/', 'https://shop.example./');
    bad.push('data:text/html,x', 'blob:https://shop.test/1', 'ftp://shop.test', 'https://');
    bad.push('https://user@shop.test', 'https://user:pw@shop.test/', 'https:\\\\u@shop.test');
    for (const url of bad) expect(refuses('redirectURL', url), url).to.equal(true);
    expect(refuses('redirectURL', new URL('https://shop.test'))).to.equal(true);
  });

  it('lang is a language tag and is normalised', () => {
    expect(valueOf('lang', 'EN-gb')).to.equal('en-GB');
    expect(['de_DE', 'de_DE.UTF-8', 'de_AT@euro'].map((tag) => valueOf('lang', tag))).to.deep.equal(
      ['de-DE', 'de-DE', 'de-AT'],
    );
    for (const none of ['C', 'POSIX', 'C.UTF-8']) {
      expect(checkOption('lang', none)).to.deep.equal({ value: undefined, problem: undefined });
    }
    for (const bad of ['x y', '-', 7, ['de']]) {
      expect(refuses('lang', bad), String(bad)).to.equal(true);
    }
  });

  it('readyTimeout is a number of milliseconds that a timer can hold', () => {
    for (const good of [0, 0.5, 30000, 2147483647]) {
      expect(valueOf('readyTimeout', good)).to.equal(good);
    }
    for (const bad of [-1, 2147483648, Infinity, NaN, '5', 5n]) {
      expect(refuses('readyTimeout', bad), String(bad)).to.equal(true);
    }
  });
});

describe('the rule of origin', () => {
  it('takes https, and from a page without it http on hosts that cannot be public', () => {
    const good = [
      'https://uba.fino.run',
      'https://uba.example:8443',
      'https://[2001:db8::1]:8443',
      'https://xn--bcher-kva.example',
      'http://localhost',
      'http://localhost:5174',
      'http://127.0.0.1:5174',
      'http://[::1]:5174',
      'http://127.9.9.9',
      'http://192.168.0.5:5174',
      'http://10.0.0.1',
      'http://172.16.0.1',
      'http://172.31.255.255',
      'http://169.254.1.1',
      'http://[fd00::1]',
      'http://[fe80::1]',
      'http://sandbox:5174',
      'http://my_sandbox:5174',
      'http://uba.localhost',
      'http://uba.local',
      'http://uba.test',
      'http://uba.internal',
    ];
    for (const origin of good) expect(valueOf('origin', origin), origin).to.equal(origin);
  });

  it('takes a trailing slash away', () => {
    expect(valueOf('origin', 'https://uba.fino.run/')).to.equal('https://uba.fino.run');
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
      'http://localhost.evil.example',
      'http://127.0.0.1.evil.example',
      'http://shop.example',
      'http://172.15.0.1',
      'http://172.32.0.1',
      'http://192.169.0.1',
      'http://11.0.0.1',
      'http://8.8.8.8',
      'http://[2001:db8::1]',
      'http://[fc::1]',
      'http://sandbox.',
      'http://127.1',
      'http://2130706433',
      'http://0x7f.1',
      'http://localhost@evil.example',
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
    expect(readOptions({ sessionId: 's' }).missing).to.equal('userIdentifier');
    expect(readOptions({ userIdentifier: 'u' }).missing).to.equal('sessionId');
    for (const whole of [{}, session, { sandboxMode: true, sessionId: 's' }]) {
      expect(readOptions(whole).missing).to.equal(undefined);
    }
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
  it('takes the words of templates and servers for a flag, in any case', () => {
    const read = (text: string) => decodeOption('sandboxMode', text);
    for (const word of ['', 'true', '1', 'YES', 'On', 'sandbox-mode']) {
      expect(read(word), word).to.equal(true);
    }
    for (const word of ['false', 'False', '0', 'no', 'OFF', 'null', 'undefined']) {
      expect(read(word), word).to.equal(false);
    }
    for (const word of ['{{ flag }}', '2', 'hide-header']) {
      expect(refuses('sandboxMode', read(word)), word).to.equal(true);
    }
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
  const filled = fc.string({ unit: 'grapheme', minLength: 1 });
  const options = fc.record(
    {
      sessionId: filled,
      userIdentifier: filled,
      service: filled,
      tenant: filled,
      hideHeader: fc.constant(true),
      colorScheme: fc.constantFrom('light' as const, 'dark' as const, 'system' as const),
      theme: fc.dictionary(fc.constantFrom(...Object.keys(themeDefaults)), color, { minKeys: 1 }),
      redirectURL: fc
        .webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true })
        .map((url) => new URL(url).href),
      lang: fc.constantFrom('de', 'en-GB', 'fr'),
    },
    { requiredKeys: ['sessionId', 'userIdentifier'] },
  );

  it('gives back what encodeOptions wrote, by way of a whole URL', () => {
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
