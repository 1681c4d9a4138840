import { expect } from '@open-wc/testing';
import { scenarios } from '@finodigital/uba-sandbox/testing';
import { instructionsFor } from './instructions.js';
import { playwrightTest } from './playwright-test.js';

const places = { sandbox: 'http://127.0.0.1:5174', page: 'http://localhost:5173/' };

const withId = (wanted: string) => {
  const found = scenarios.find(({ id }) => id === wanted);
  if (!found) throw new Error(`There is no scenario ${wanted}.`);
  return found;
};

describe('instructionsFor', () => {
  it('has words for each act of each scenario', () => {
    for (const scenario of scenarios) {
      const words = instructionsFor(scenario).map((instruction) => instruction.words);
      expect(words).to.have.lengthOf(scenario.does.length);
      expect(words.join()).to.not.match(/undefined|\[object/);
    }
  });

  it('says what the deep link does by itself', () => {
    expect(instructionsFor(withId('02')).map(({ byLink }) => byLink)).to.deep.equal([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('playwrightTest', () => {
  it('is JavaScript for each scenario', async () => {
    for (const scenario of scenarios) {
      const body = playwrightTest(scenario, places).replace(
        /^import.*$/m,
        'const test = () => {};',
      );
      await import(`data:text/javascript,${encodeURIComponent(body)}`);
    }
  });

  it('acts by accessible names and expects every event', () => {
    const code = playwrightTest(withId('02'), places);
    expect(code).to.include(`getByLabel('User name', { exact: true }).fill('fino01')`);
    expect(code).to.not.match(/getByTestId|locator\('[.#]/);
    for (const { type } of withId('02').events) expect(code).to.include(`'${type}',`);
  });
});
