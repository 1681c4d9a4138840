/** The table of threats follows what the tests state of themselves. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fillTables } from '../../scripts/fill-tables.mjs';
import { threatsIn, threatTable } from '../../scripts/threats.mjs';

const primitives = {
  title: 'primitives are no messages',
  stated: { threat: 'primitives', severity: 'high', answer: 'refused' },
};
const wildcards = {
  title: 'wildcards are refused',
  stated: { threat: '`origin` with `*`', severity: 'critical', answer: 'refused' },
};

/** A test as Playwright reports it. */
const spec = (
  /** @type {{ title: string, stated: object }} */ { title, stated },
  file = 'options.spec.ts',
  line = 1,
) => ({
  title,
  file,
  line,
  tests: ['chromium', 'firefox'].map((projectName) => ({
    projectName,
    status: projectName === 'chromium' ? 'expected' : 'unexpected',
    annotations: Object.entries(stated).map(([type, description]) => ({ type, description })),
  })),
});

/** What Playwright reports of these tests, the last of them in a group. */
function reportOf(/** @type {ReturnType<typeof spec>[]} */ ...specs) {
  const group = { title: 'origin', specs: specs.slice(-1) };
  const suites = [{ title: 'file', specs: specs.slice(0, -1), suites: [group] }];
  return { config: { rootDir: resolve('test/e2e/threats') }, suites, errors: [] };
}

describe('the threats in a report', () => {
  it('are the tests with what they state, by file and line, and where they passed', () => {
    const threats = threatsIn(
      reportOf(spec(primitives, 'options.spec.ts', 9), spec(wildcards, 'options.spec.ts', 2)),
    );
    assert.deepEqual(threats, [
      {
        test: '`options.spec.ts` › origin › wildcards are refused',
        ...wildcards.stated,
        passedIn: ['chromium'],
      },
      {
        test: '`options.spec.ts` › primitives are no messages',
        ...primitives.stated,
        passedIn: ['chromium'],
      },
    ]);
  });

  it('come out of a report of all tests, without those that are no threats', () => {
    const { suites, errors } = reportOf(
      spec({ title: 'the demo', stated: {} }, 'demo.spec.ts'),
      spec(wildcards, 'threats/options.spec.ts'),
    );
    const threats = threatsIn({ config: { rootDir: resolve('test/e2e') }, suites, errors });
    assert.deepEqual(
      threats.map(({ test }) => test),
      ['`options.spec.ts` › origin › wildcards are refused'],
    );
  });

  for (const what of ['threat', 'severity', 'answer']) {
    it(`must each state its ${what}`, () => {
      const { [what]: _left, ...stated } = /** @type {Record<string, string>} */ (
        primitives.stated
      );
      const report = reportOf(spec({ ...primitives, stated }));
      assert.throws(
        () => threatsIn(report),
        new RegExp(`states no ${what}: .*primitives are no messages`),
      );
    });
  }

  it('are none where a file of tests cannot be read', () => {
    const report = { ...reportOf(), errors: [{ message: 'SyntaxError in options.spec.ts' }] };
    assert.throws(() => threatsIn(report), /SyntaxError in options\.spec\.ts/);
  });
});

describe('the document', () => {
  const outOfStep = async (/** @type {{ title: string, stated: object }} */ now) => {
    const file = join(mkdtempSync(join(tmpdir(), 'threats-')), 'SECURITY.md');
    writeFileSync(file, '<!-- table: threats -->\n<!-- end -->\n');
    await fillTables(file, { threats: threatTable(threatsIn(reportOf(spec(primitives)))) });
    const threats = threatTable(threatsIn(reportOf(spec(now))));
    return fillTables(file, { threats }, { check: true });
  };

  it('is in step with the tests that it was written from', async () => {
    assert.equal(await outOfStep(primitives), false);
  });

  it('is out of step once a test has another name', async () => {
    assert.equal(await outOfStep({ ...primitives, title: 'numbers are no messages' }), true);
  });

  it('is out of step once a test states another severity', async () => {
    const stated = { ...primitives.stated, severity: 'critical' };
    assert.equal(await outOfStep({ ...primitives, stated }), true);
  });
});
