/** What a change of the public API has to bring along. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { apiProblems, hashOf } from '../../scripts/api-reports.mjs';
import { publishedPackages } from '../../scripts/published-packages.mjs';

const before = 'export function connect(): void;';
const after = 'export function connect(options: object): void;';
const report = { file: 'uba-host.api.md', of: '@finodigital/uba-host', text: before };
const asReleased = {
  reports: [report],
  committed: () => before,
  released: { [report.file]: hashOf(before) },
  announced: /** @type {string[]} */ ([]),
};
const changed = { ...asReleased, reports: [{ ...report, text: after }] };

describe('the public API', () => {
  it('is well as it was released', () => {
    assert.deepEqual(apiProblems(asReleased), []);
  });

  it('does not change without a report of it', () => {
    const [stale] = apiProblems({ ...changed, announced: [report.of] });
    assert.match(stale ?? '', /uba-host\.api\.md is not what the code says: npm run api/);
  });

  it('does not change without a changeset that names its package', () => {
    for (const announced of [[], ['@finodigital/uba-widget']]) {
      const [problem] = apiProblems({ ...changed, committed: () => after, announced });
      assert.match(problem ?? '', /no changeset names @finodigital\/uba-host: npx changeset/);
    }
  });

  it('changes with both', () => {
    const both = { ...changed, committed: () => after, announced: [report.of] };
    assert.deepEqual(apiProblems(both), []);
  });

  it('gets no new entry and loses none without a changeset', () => {
    const entry = { ...report, file: 'uba-host.more.api.md' };
    const more = apiProblems({ ...asReleased, reports: [report, entry] });
    assert.match(more.join(), /uba-host\.more\.api\.md is not as released/);
    const fewer = apiProblems({ ...asReleased, reports: [] });
    assert.match(fewer.join(), /uba-host\.api\.md is gone since the release/);
  });

  it('has a report of each entry', () => {
    for (const { manifest } of publishedPackages()) {
      const name = manifest.name.split('/')[1];
      assert.ok(existsSync(join('api', `${name}.api.md`)), name);
    }
    assert.match(readFileSync('api/uba-widget.api.md', 'utf8'), /function createUbaWidget/);
  });
});

describe('the published packages', () => {
  it('come after those that they need, and have one version', () => {
    const names = publishedPackages().map(({ manifest }) => manifest.name);
    for (const { manifest } of publishedPackages()) {
      const needed = Object.keys(manifest.dependencies ?? {}).filter((one) => names.includes(one));
      for (const one of needed) {
        assert.ok(names.indexOf(one) < names.indexOf(manifest.name), `${manifest.name}, ${one}`);
        assert.equal(manifest.dependencies[one], manifest.version);
      }
    }
    assert.equal(new Set(publishedPackages().map(({ manifest }) => manifest.version)).size, 1);
  });
});
