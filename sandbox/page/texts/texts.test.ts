import { expect } from '@open-wc/testing';
import { hour } from '../../core/contract/durations.js';
import { chooseLanguage } from './index.js';

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

  it('writes durations as minutes and seconds, rounded up, never below nothing', () => {
    expect([270_000, 59_001, 1, 0, -5].map((ms) => german.duration(ms))).to.deep.equal([
      '4:30',
      '1:00',
      '0:01',
      '0:00',
      '0:00',
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
