/**
 * What a release consists of, from what is built: the tarballs, the files for a CDN with their hashes, and
 * a list of all that is in them (CycloneDX).
 *
 * @example node scripts/release-files.mjs dist/release
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { install, pack } from '../test/fixtures/pack.mjs';
import { publishedPackages } from './published-packages.mjs';

const [folder = 'dist/release'] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const packages = publishedPackages();
// A tarball keeps the modes of its files, which follow whoever built them.
execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', ...packages.map((one) => one.folder)]);
const tarballs = await pack(
  packages.map((one) => one.folder),
  resolve(folder),
);
cpSync('packages/widget/dist/cdn', join(folder, 'cdn'), { recursive: true });
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(await bill(), null, 2)}\n`);

/** What the packages install, as npm lists it, and what is bundled into them. */
async function bill() {
  const temporary = mkdtempSync(join(tmpdir(), 'uba-bill-'));
  // npm calls the whole after its folder.
  const project = join(temporary, 'uba-embed');
  mkdirSync(project);
  try {
    const { version } = packages[0]?.manifest ?? {};
    const root = { name: 'uba-embed', version, license: 'MIT', private: true };
    writeFileSync(join(project, 'package.json'), JSON.stringify(root));
    await install(project, tarballs, ['--save']);
    const listed = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx'], {
      cwd: project,
      encoding: 'utf8',
    });
    // Not where the tarballs lie here.
    const list = JSON.parse(listed.replaceAll(`file:${resolve(folder)}/`, ''));
    const known = new Set(list.components.map((/** @type {any} */ one) => one.purl));
    list.components.push(...bundled().filter(({ purl }) => !known.has(purl)));
    return list;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The packages whose code is in ours, as the lists of their licences name them. */
function bundled() {
  const lists = ['packages/widget/dist/cdn', 'sandbox/dist/site'].map((one) =>
    readFileSync(join(one, 'THIRD-PARTY-LICENSES.txt'), 'utf8'),
  );
  const found = lists.flatMap((text) =>
    Array.from(text.matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm), ([, name = '', version, id]) => {
      const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
      return /** @type {const} */ ([
        purl,
        {
          'bom-ref': `${name}@${version}`,
          type: 'library',
          name,
          version,
          purl,
          licenses: [{ license: { id } }],
        },
      ]);
    }),
  );
  return [...new Map(found).values()];
}
