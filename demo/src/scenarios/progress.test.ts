import { expect } from 'chai';
import { scenarioOf, scenarios } from '@finodigital/uba-sandbox/testing';
import { lang } from '../texts/language.js';
import { fits, groupOf, scenarioGroups } from './groups.js';
import { actsDone } from './progress.js';

describe('actsDone', () => {
  it('grows with what is heard, from nothing to all, in each scenario', () => {
    for (const scenario of scenarios) {
      const types = scenario.events.map(({ type }) => type);
      const done = types.map((_, index) => actsDone(scenario, types.slice(0, index)));
      expect(done, scenario.id).to.deep.equal(done.toSorted((a, b) => a - b));
      expect(actsDone(scenario, types), scenario.id).to.equal(scenario.does.length);
    }
  });

  it('ticks an act off when its event comes, and not before', () => {
    const scenario = scenarioOf('02');
    const before = ['ready', 'BANK_SEARCH_INIT'];
    expect(actsDone(scenario, before)).to.equal(0);
    expect(actsDone(scenario, [...before, 'bank-select'])).to.equal(1);
    expect(actsDone(scenario, [...before, 'bank-select', 'bank-login', 'state'])).to.equal(2);
  });

  it('counts each of several TANs by itself', () => {
    const scenario = scenarioOf('04');
    const types = scenario.events.map(({ type }) => type);
    const first = types.indexOf('TAN_CHALLENGE_SUBMIT');
    expect(actsDone(scenario, types.slice(0, first + 1))).to.equal(3);
  });
});

describe('groupOf', () => {
  it('gives each group some of the scenarios', () => {
    const found = new Set(scenarios.map(groupOf));
    expect([...found].sort()).to.deep.equal([...scenarioGroups].sort());
    expect(groupOf(scenarioOf('02'))).to.equal('connect');
    expect(groupOf(scenarioOf('16'))).to.equal('bank');
    expect(groupOf(scenarioOf('24'))).to.equal('fails');
    expect(groupOf(scenarioOf('27'))).to.equal('manage');
    expect(groupOf(scenarioOf('43a'))).to.equal('pay');
  });
});

describe('fits', () => {
  const found = (search: string) =>
    scenarios.filter((one) => fits(one, search)).map(({ id }) => id);

  it('finds words of the title in both languages, events, codes, numbers and what is to be done', () => {
    expect(lang).to.equal('en');
    expect(found('photoTAN')).to.include('09');
    expect(found('zweimal')).to.include('09');
    expect(found('invalid_otp')).to.include.members(['03', '04']);
    expect(found('handle-redirect')).to.include('16').and.not.include('02');
    expect(found('43b')).to.deep.equal(['43b']);
    expect(found('Offline')).to.include('21');
  });

  it('wants every word, and all scenarios where there is none', () => {
    expect(found('redirect SUCCESS bank-connect')).to.include('16');
    expect(found('redirect no-such-word')).to.deep.equal([]);
    expect(found(' ')).to.have.lengthOf(scenarios.length);
  });
});
