import { expect } from '@open-wc/testing';
import { hour } from '../../core/contract/durations.js';
import { errorCodes } from '@finodigital/uba-protocol';
import { texts as widgetTexts } from '../../../packages/widget/src/texts.js';
import { scenarios } from '../../core/scenarios/scenarios.js';
import { flawsOfWords } from '../../../test/fixtures/flaws-of-words.js';
import { bankTable } from './bank-page.js';
import { errorAdvice, retryAdvice } from './errors.js';
import { chooseLanguage, table, type Language } from './index.js';
import { panelTable } from './panel.js';
import { paymentTable } from './payment.js';

describe('chooseLanguage', () => {
  it('takes the first language it speaks', () => {
    expect(chooseLanguage(['fr-FR', 'de-AT', 'en']).lang).to.equal('de');
  });

  it('speaks English where it speaks none of them', () => {
    expect(chooseLanguage(['fr', 'el']).lang).to.equal('en');
    expect(chooseLanguage([]).lang).to.equal('en');
  });

  it('does not take a language for another that begins alike', () => {
    expect(chooseLanguage(['den', 'enm', 'de']).lang).to.equal('de');
  });
});

describe('Language', () => {
  const german = chooseLanguage(['de-DE']);
  const english = chooseLanguage(['en-GB']);

  it('has the words of its language', () => {
    expect([german.t.login.pin, german.t.search.title, english.t.search.title]).to.deep.equal([
      'PIN',
      'Bank suchen',
      'Find your bank',
    ]);
  });

  it('counts in words', () => {
    const { accounts } = english.t.common;
    expect([accounts(1), accounts(2)]).to.deep.equal(['1 account', '2 accounts']);
  });

  it('writes amounts as the language does, with a true minus', () => {
    const spaces = /\s/g;
    expect(german.money(2480.15, 'EUR').replace(spaces, ' ')).to.equal('2.480,15 €');
    expect(german.money(-312.4, 'EUR').replace(spaces, ' ')).to.equal('−312,40 €');
    expect(english.money(2480.15, 'EUR')).to.equal('€2,480.15');
  });

  it('writes durations with their unit, rounded up, never below nothing', () => {
    expect([270_000, 59_001, 1, 0, -5].map((ms) => german.minutes(ms))).to.deep.equal([
      '4:30\u00a0Minuten',
      '1:00\u00a0Minuten',
      '0:01\u00a0Minuten',
      '0:00\u00a0Minuten',
      '0:00\u00a0Minuten',
    ]);
  });

  it('says durations without the colon that would make them a time of day', () => {
    const said = (language: Language) =>
      [270_000, 60_000, 1_000, 0].map((ms) => language.spokenMinutes(ms).replace(/\s/g, ' '));
    expect(said(german)).to.deep.equal([
      '4 Minuten 30 Sekunden',
      '1 Minute',
      '1 Sekunde',
      '0 Sekunden',
    ]);
    expect(said(english)).to.deep.equal([
      '4 minutes 30 seconds',
      '1 minute',
      '1 second',
      '0 seconds',
    ]);
  });

  it('writes a calendar day as it is, wherever the user is', () => {
    expect(german.day('2026-12-01')).to.equal('1. Dezember 2026');
    expect(english.day('2026-12-01')).to.equal('1 December 2026');
  });

  it('says the time of today and the date of another day', () => {
    const noon = new Date(2026, 4, 4, 12, 0).getTime();
    expect(german.moment(noon - hour, noon)).to.equal('heute, 11:00\u00a0Uhr');
    expect(german.moment(noon - 48 * hour, noon)).to.equal('02.05.2026');
  });
});

describe('all words', () => {
  const langs = ['de', 'en'] as const;

  /** Every text of a table by its path; what needs something is given a word for it. */
  function* textsIn(part: unknown, path: string): Generator<readonly [path: string, text: string]> {
    if (typeof part === 'function') {
      const text: unknown = (part as (...given: string[]) => unknown)('2', '2', '2', '2');
      yield [path, String(text)];
    } else if (typeof part === 'string') {
      yield [path, part];
    } else {
      for (const [name, inner] of Object.entries(part as object)) {
        yield* textsIn(inner, `${path}.${name}`);
      }
    }
  }

  const errorTable = langs.map((lang) => ({
    codes: errorCodes.map((code) =>
      (['connect', 'sync', 'pay'] as const).map((stage) => errorAdvice(code, stage, lang)),
    ),
    attempts: (['declined', 'expired', 'no-answer', 'closed', 'cancelled-at-bank'] as const).map(
      (reason) => retryAdvice(reason, lang),
    ),
  }));
  const titles = scenarios.map(({ title }) => title);
  const all = [
    ...textsIn({ table, bankTable, panelTable, paymentTable, widgetTexts, titles }, 'words'),
    ...textsIn({ de: errorTable[0], en: errorTable[1] }, 'errors'),
  ];
  const inLang = (lang: (typeof langs)[number]) =>
    all.filter(([path]) => path.split('.').includes(lang));

  it('are there in both languages, under the same keys', () => {
    const keys = langs.map((lang) =>
      inLang(lang)
        .filter(([, text]) => text.trim())
        .map(([path]) =>
          path
            .split('.')
            .filter((part) => part !== lang)
            .join('.'),
        ),
    );
    expect(keys[0]).to.have.length.above(300);
    expect(keys[0]).to.deep.equal(keys[1]);
    expect(all).to.have.length((keys[0]?.length ?? 0) * 2);
  });

  for (const [flaw, pattern] of Object.entries(flawsOfWords)) {
    it(`have nowhere ${flaw}`, () => {
      expect(all.filter(([, text]) => pattern.test(text))).to.deep.equal([]);
    });
  }

  it('keep the dots of what goes on with the word before, but where that is all there is', () => {
    const loading = 'words.widgetTexts.loading';
    const found = all.filter(([path, text]) => text.includes(' …') && !path.startsWith(loading));
    expect(found).to.deep.equal([]);
  });

  it('call Freigabe only what is approved with a TAN or in the app', () => {
    const found = inLang('de').filter(([, text]) => text.includes('Freigabe'));
    const allowed = /decoupled|approval|payment|orderStatus|attempts|codes|titles/;
    expect(found.filter(([path]) => !allowed.test(path))).to.deep.equal([]);
    const consents = errorCodes.flatMap((code) => {
      const { happened, help } = errorAdvice(code, 'sync', 'de');
      return [happened, help];
    });
    expect(consents.filter((text) => text.includes('Freigabe'))).to.deep.equal([]);
  });
});
