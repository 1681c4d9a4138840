import { expect } from 'chai';
import { scenarioOf, scenarios } from '@finodigital/uba-sandbox/testing';
import { instructionsFor } from './instructions.js';
import { playwrightTest } from './playwright-test.js';

const places = { sandbox: 'http://127.0.0.1:5174', page: 'http://localhost:5173/' };

describe('instructionsFor', () => {
  it('has words for each act of each scenario', () => {
    for (const scenario of scenarios) {
      const words = instructionsFor(scenario).map((instruction) => instruction.words);
      expect(words).to.have.lengthOf(scenario.does.length);
      expect(words.join()).to.not.match(/undefined|\[object/);
    }
  });

  it('says what the deep link does by itself', () => {
    expect(instructionsFor(scenarioOf('02')).map(({ byLink }) => byLink)).to.deep.equal([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('leaves to the person what would be the end already', () => {
    expect(instructionsFor(scenarioOf('22')).map(({ byLink }) => byLink)).to.deep.equal([false]);
  });
});

describe('playwrightTest', () => {
  it('is JavaScript for each scenario', async () => {
    for (const scenario of scenarios) {
      const body = playwrightTest(scenario, places).replaceAll(/^import.*$/gm, '');
      const standIns = 'const test = () => {}, scenarioOf = () => ({});';
      await import(`data:text/javascript,${encodeURIComponent(standIns + body)}`);
    }
  });

  it('lets a Person act, who goes by accessible names, and expects every event', () => {
    const code = playwrightTest(scenarioOf('02'), places);
    expect(code).to.include(`const { does, events } = scenarioOf('02');`);
    expect(code).to.include('await person.does(...does);');
    expect(code).to.include('compareEvents(events, heard)');
    expect(code).to.not.match(/getByTestId|locator\('[.#]/);
  });
});
