/** What editors and tools find in the widget's package: the manifest of the element, and data made of it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';

const folder = 'packages/widget';
/** @type {(file: string) => any} */
const json = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const { customElements, 'web-types': webTypes, exports, files } = json('package.json');
const manifest = json(customElements);
/** @type {import('../../scripts/element-manifest.mjs').ElementDeclaration} */
const element = manifest.modules[0].declarations[0];
const options = element.attributes.map(({ name }) => name);

describe('the manifest of the element', () => {
  it('keeps the schema of its format', () => {
    const { resolve } = createRequire(import.meta.url);
    const schema = JSON.parse(
      readFileSync(resolve('custom-elements-manifest/schema.json'), 'utf8'),
    );
    assert.equal(manifest.schemaVersion, '2.1.0');
    const ajv = new Ajv({ strict: false });
    assert.ok(ajv.validate(schema, manifest), ajv.errorsText());
  });

  it('is found by the name of the package, and names files that the package brings', () => {
    assert.equal(exports['./custom-elements.json'], customElements);
    for (const { path } of manifest.modules) assert.ok(existsSync(join(folder, path)), path);
    for (const file of ['dist', 'custom-elements.json', 'llms.txt'])
      assert.ok(files.includes(file), file);
  });

  it('says of each event what becomes of the flow', () => {
    for (const { name, description } of element.events) {
      assert.match(description, /\bflow (?:goes on|can go on|is over|begins)\b/, name);
    }
  });

  it('says of each option what becomes of the flow when it changes', () => {
    for (const { name, description } of element.attributes) {
      assert.match(description, / A change (?:acts|ends the running flow)\b/, name);
    }
  });

  it('says a default where tools look for it, and not in words', () => {
    for (const { name, description } of element.attributes) {
      assert.doesNotMatch(description, /\bdefault:/i, name);
    }
  });
});

describe('the data for editors', () => {
  it('has each option and its words for VS Code', () => {
    const [tag] = json('dist/vscode.html-custom-data.json').tags;
    assert.equal(tag.name, element.tagName);
    /** @type {{ name: string, values?: { name: string }[] }[]} */
    const attributes = tag.attributes;
    assert.deepEqual(
      attributes.map(({ name }) => name),
      options,
    );
    for (const [index, { name, values = [] }] of attributes.entries()) {
      const type = element.attributes[index]?.type.text ?? '';
      const words = Array.from(type.matchAll(/'([^']*)'/g), ([, word]) => word);
      assert.deepEqual(
        values.map((value) => value.name),
        words,
        name,
      );
    }
  });

  it('has each custom property and part for VS Code', () => {
    const { properties, pseudoElements } = json('dist/vscode.css-custom-data.json');
    const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name);
    assert.deepEqual(names(properties), names(element.cssProperties));
    assert.deepEqual(
      names(pseudoElements),
      names(element.cssParts).map((name) => `::part(${name})`),
    );
  });

  it('has each option and event for JetBrains, under the name of the package', () => {
    const { name, version, contributions } = json(webTypes);
    assert.deepEqual(
      { name, version },
      (({ name, version }) => ({ name, version }))(json('package.json')),
    );
    const [tag] = contributions.html.elements;
    assert.equal(tag.name, element.tagName);
    const names = (/** @type {{ name: string }[]} */ list) => list.map((one) => one.name);
    assert.deepEqual(names(tag.attributes), options);
    assert.deepEqual(names(tag.js.events), names(element.events));
    assert.deepEqual(names(tag.slots), names(element.slots));
  });
});
