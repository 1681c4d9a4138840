/** No file imports itself by way of others. An import of types alone counts. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');

/** What an import of ours begins with. */
const isOurs = /^(\.|@finodigital\/)/;

/** @param {string} path */
const nameOf = (path) => relative('.', path);

/**
 * Which of the files each of them imports.
 *
 * @param {ReadonlyMap<string, string>} files text by path
 */
function importsIn(files) {
  /** @param {string} path */
  const fileExists = (path) => files.has(nameOf(path)) || ts.sys.fileExists(path);
  const host = { ...ts.sys, fileExists };
  return new Map(
    [...files].map(([file, text]) => [
      file,
      ts.preProcessFile(text).importedFiles.flatMap(({ fileName }) => {
        if (!isOurs.test(fileName)) return [];
        const found = ts.resolveModuleName(fileName, resolve(file), options, host);
        const path = nameOf(found.resolvedModule?.resolvedFileName ?? '');
        return files.has(path) ? [path] : [];
      }),
    ]),
  );
}

/**
 * The first circle, from a file back to itself.
 *
 * @param {ReadonlyMap<string, readonly string[]>} imports
 */
function circleIn(imports) {
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {(file: string, way: readonly string[]) => readonly string[]} */
  const visit = (file, way) => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  return [...imports.keys()].map((file) => visit(file, [])).find(({ length }) => length > 0) ?? [];
}

const listed = execFileSync('git', ['ls-files', 'packages/*.ts', 'sandbox/*.ts', 'demo/src/*.ts']);
const files = new Map(
  listed
    .toString()
    .trim()
    .split('\n')
    .map((file) => [file, readFileSync(file, 'utf8')]),
);

describe('the imports', () => {
  it('run in no circle', () => {
    const imports = importsIn(files);
    assert.ok([...imports.values()].flat().length > files.size);
    assert.deepEqual(circleIn(imports), []);
  });

  it('are followed through types, exports and packages', () => {
    const planted = new Map([
      ...files,
      ['packages/host/src/planted.ts', "import type { A } from '../../protocol/src/planted.js';"],
      ['packages/protocol/src/planted.ts', "export { A } from './twin.js';"],
      ['packages/protocol/src/twin.ts', "import '@finodigital/uba-host';"],
      ['packages/host/src/index.ts', "export const load = () => import('./planted.js');"],
    ]);
    const circle = circleIn(importsIn(planted));
    assert.equal(new Set(circle).size, 4, circle.join(' → '));
    assert.ok(circle.includes('packages/protocol/src/twin.ts'));
  });
});
