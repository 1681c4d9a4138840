import { readFileSync } from 'node:fs';
import { errorCodes, messageTypes } from '@finodigital/uba-protocol';
import { messageSchemas } from '@finodigital/uba-protocol/schemas';
import { expect } from 'chai';
import { run } from '../../../test/fixtures/headless.js';
import { compareEvents } from './compare-events.js';
import { sandboxVersion } from '../flow/entries.js';
import { playedOf } from './scenario-player.js';
import { leadOf, scenarioOf, scenarios } from './scenarios.js';

describe('scenarioOf', () => {
  it('finds a scenario by its id', () => {
    expect(scenarioOf('02').title.en).to.equal('Connect with a TAN');
  });

  it('names the ids there are where there is no such one', () => {
    expect(() => scenarioOf('2')).to.throw(/^There is no scenario 2\. There are 01, 02, .*, 44\.$/);
  });
});

describe('leadOf', () => {
  const lead = (id: string) => leadOf(scenarioOf(id)).map(({ act }) => act);

  it('is what comes before there is something to enter', () => {
    expect(lead('02')).to.deep.equal(['pick-bank']);
    expect(lead('12')).to.deep.equal(['add-bank', 'pick-bank']);
    expect(lead('27')).to.deep.equal([]);
    expect(lead('42')).to.deep.equal([]);
  });

  it('is nothing where it would be everything', () => {
    expect(lead('22')).to.deep.equal([]);
  });
});

describe('playedOf', () => {
  const played = (play: string | null) => playedOf(scenarioOf('02'), play).map(({ act }) => act);

  it('is what leads to where there is something to enter, unless the address asks for more', () => {
    expect(played(null)).to.deep.equal(['pick-bank']);
    expect(played('0')).to.deep.equal([]);
    expect(played('3')).to.deep.equal(['pick-bank', 'log-in', 'enter-tan']);
    expect(played('all')).to.have.lengthOf(scenarioOf('02').does.length);
  });

  it('names what is wrong with any other text', () => {
    for (const play of ['', '6', '-1', '1.5', 'ALL', '1e1']) {
      expect(() => played(play), play).to.throw(
        'play must be all, or a number of acts from 0 to 5.',
      );
    }
  });
});

describe('the scenarios', () => {
  it('are numbered from 01 to 44, variants by a letter', () => {
    const ids = scenarios.map(({ id }) => id);
    const numbers = ids.filter((id) => /^\d+$/.test(id));
    expect(numbers).to.deep.equal(
      Array.from({ length: 44 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
    expect(ids.filter((id) => !numbers.includes(id))).to.deep.equal([
      '42a',
      '42b',
      '42c',
      '43a',
      '43b',
    ]);
    expect(ids).to.deep.equal(ids.toSorted());
  });

  for (const scenario of scenarios) {
    it(`${scenario.id} ${scenario.title.en}: posts exactly its events`, async () => {
      const { posted, errors } = await run(scenario);
      expect(compareEvents(scenario.events, posted)).to.deep.equal([]);
      expect(errors).to.deep.equal([]);
      for (const message of posted) {
        expect(messageSchemas[message.type].safeParse(message).success).to.be.true;
      }
    });
  }

  it('have a title of their own in each language', () => {
    for (const lang of ['de', 'en'] as const) {
      expect(new Set(scenarios.map(({ title }) => title[lang])).size).to.equal(scenarios.length);
    }
  });

  it('announce the version of the package', () => {
    const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(sandboxVersion).to.equal(version);
  });

  it('show every documented event and every error code', async () => {
    const posted = (await Promise.all(scenarios.map((scenario) => run(scenario)))).flatMap(
      (headless) => headless.posted,
    );
    const codes = posted.flatMap(({ payload }) => ('code' in payload ? [payload.code] : []));
    expect(new Set(posted.map(({ type }) => type))).to.have.all.keys(messageTypes);
    expect(new Set(codes)).to.have.all.keys(errorCodes);
  });
});
