/** What a registry and a reader of it need to know of each published package. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { publishedPackages } from '../../scripts/published-packages.mjs';

const packages = publishedPackages();

describe('a published package', () => {
  it('is one of five', () => {
    assert.equal(packages.length, 5);
  });

  for (const { folder, manifest } of packages) {
    it(`says where it comes from and what it is: ${manifest.name}`, () => {
      const { repository, homepage, bugs, author, keywords, description, license } = manifest;
      assert.deepEqual(repository, {
        type: 'git',
        url: 'git+https://github.com/finodigital/uba-embed.git',
        directory: folder,
      });
      assert.equal(homepage, `https://github.com/finodigital/uba-embed/tree/main/${folder}#readme`);
      assert.equal(bugs, 'https://github.com/finodigital/uba-embed/issues');
      assert.equal(author, 'the authors of uba-embed (https://github.com/finodigital/uba-embed)');
      assert.ok(keywords.length >= 3, 'fewer than three keywords');
      assert.ok(description);
      assert.equal(license, 'MIT');
    });

    it(`is published for all, with a statement of where it was built: ${manifest.name}`, () => {
      assert.deepEqual(manifest.publishConfig, { access: 'public', provenance: true });
    });

    it(`brings its README and the licence of this repository: ${manifest.name}`, () => {
      for (const file of ['README.md', 'LICENSE']) assert.ok(manifest.files.includes(file), file);
      assert.match(
        readFileSync(join(folder, 'README.md'), 'utf8'),
        new RegExp(`^# ${manifest.name}\n`),
      );
      assert.equal(readFileSync(join(folder, 'LICENSE'), 'utf8'), readFileSync('LICENSE', 'utf8'));
    });
  }
});
