/**
 * Writes into the documents what is a fact of the sources: the reference of the element from its manifest,
 * options, events and error codes from the protocol's tables and their comments, what a user is told of
 * an error from UBA's page, threats from what their tests state, how to install from the one switch for
 * that, the examples of a back end and of React as they stand; and into the examples in demo/frameworks
 * what the demo's code tabs say. With `--check` it only tells what is out of step.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { elementManifest } from './element-manifest.mjs';
import { bankErrors, messages, options, ownEvents, pageErrors, themeColors } from './facts.mjs';
import { fillTables, table } from './fill-tables.mjs';
import { publishedPackages } from './published-packages.mjs';
import { installing, installingExample, installingExamples } from './published.mjs';
import { listThreatTests, threatsIn, threatTable } from './threats.mjs';

const check = process.argv.includes('--check');

const code = (/** @type {string} */ text) => `\`${text.replaceAll('|', '\\|')}\``;

/** @type {{ module: typeof import('../sandbox/page/texts/errors.js') }} */
const { module: advice } = await runnerImport('./sandbox/page/texts/errors.ts', {
  logLevel: 'warn',
});

const [widget] = elementManifest().modules.flatMap(({ declarations = [] }) => declarations);
if (!widget) throw new Error('The manifest declares nothing.');

const uba = messages();
const main = uba.filter(({ isMain }) => isMain);
const granular = uba.filter(({ isMain }) => !isMain);
const named = (/** @type {readonly { name: string, description: string }[]} */ list) =>
  list.map(({ name, description }) => [code(name), description]);

/** What the user can do after an error: what UBA's own button does. */
const remedies = {
  again: 'another try',
  renew: 'a new consent',
  'other-bank': 'another bank',
};

function rowOfError(/** @type {ReturnType<typeof bankErrors>[number]} */ { code: name, about }) {
  const { happened, help, remedy } = advice.errorAdvice(name, 'connect', 'en');
  const ofSync = advice.errorAdvice(name, 'sync', 'en').remedy;
  const later = ofSync === remedy ? '' : `; when synchronising: ${remedies[ofSync]}`;
  return [code(name), about, `${happened}. ${help}`, remedies[remedy] + later];
}

/** What documents share. */
const shared = {
  'main events': table(
    ['event', 'what it means, when it comes, and what of the flow', '`payload`'],
    main.map(({ name, description, payload }) => [code(name), description, code(payload)]),
  ),
  'granular events': table(
    ['event', 'what it means, when it comes, and what of the flow'],
    named(granular),
  ),
  'error codes': table(
    ['code', 'what it means', 'what to tell the user', 'what can help'],
    bankErrors().map(rowOfError),
  ),
  'page errors': table(
    ['`code`', 'what it means, and what of the flow'],
    pageErrors().map(({ code: name, about }) => [code(name), about]),
  ),
  theme: table(
    ['key', 'default', 'what it colours'],
    themeColors().map(({ name, default: color, about }) => [code(name), code(color), about]),
  ),
};

/** The options of those who have no element. */
const plainOptions = {
  options: table(
    ['option', 'in the address', 'type', 'default', 'what it is'],
    options().map(({ name, param, type, default: value, description }) => [
      code(name),
      param ? code(param) : '–',
      code(type),
      value ? code(value) : '–',
      description,
    ]),
  ),
};

/** The reference of the element. */
const reference = {
  options: table(
    ['option', 'attribute', 'type', 'default', 'what it is'],
    widget.attributes.map(({ name, fieldName, type, default: value, description }) => [
      code(fieldName),
      code(name),
      code(type.text),
      value ? code(value) : '–',
      description,
    ]),
  ),
  'own events': table(
    ['event', 'what it means, when it comes, and what of the flow', '`detail`'],
    ownEvents().map(({ name, type, description }) => [
      code(name),
      description,
      code(type.replace(/^CustomEvent<(.*)>$/, '$1')),
    ]),
  ),
  members: table(
    ['member', 'type', 'what it is'],
    widget.members
      .filter(({ attribute }) => !attribute)
      .map(({ name, static: isStatic, type, parameters, return: returned, description }) => [
        code(
          (isStatic ? `${widget.name}.` : '') +
            name +
            (parameters ? `(${parameters.map((one) => one.name).join(', ')})` : ''),
        ),
        code(returned?.type.text ?? type?.text ?? ''),
        description,
      ]),
  ),
  slots: table(['slot', 'what it is for'], named(widget.slots)),
  parts: table(['part', 'what it is'], named(widget.cssParts)),
  states: table(
    ['state', 'when'],
    widget.cssStates.map(({ name, description }) => [code(`:state(${name})`), description]),
  ),
  properties: table(
    ['custom property', 'default', 'what it colours'],
    widget.cssProperties.map(({ name, default: value, description }) => [
      code(name),
      code(value ?? ''),
      description,
    ]),
  ),
};

/** The same, as short as a model reads it. */
const list = (/** @type {readonly (readonly string[])[]} */ rows) =>
  rows.map(([name, about]) => `- ${name}: ${about}`).join('\n');

const brief = {
  options: list(
    widget.attributes.map(({ name, fieldName, type, default: value, description }) => [
      `${code(fieldName)} (${[`attribute ${code(name)}`, type.text, ...(value ? [`default ${value}`] : [])].join(', ')})`,
      description,
    ]),
  ),
  events: list(named([...uba, ...ownEvents()])),
  'error codes': list(bankErrors().map(({ code: name, about }) => [code(name), about])),
  'page errors': list(pageErrors().map(({ code: name, about }) => [code(name), about])),
};

const backEnd = {
  'back end': `\`\`\`js\n${readFileSync('demo/back-end/back-end.mjs', 'utf8').trim()}\n\`\`\``,
};

/** @type {{ module: typeof import('../demo/src/code/examples.js') }} */
const { module: demo } = await runnerImport('./demo/src/code/examples.ts', { logLevel: 'warn' });
const snippets = demo.exampleSnippets();

/** The files of an example, by their paths in it. @param {string} tab */
function filesIn(tab) {
  const snippet = snippets.get(tab);
  if (!snippet) throw new Error(`There is no example ${tab}.`);
  return Object.entries(demo.filesOf(snippet));
}

/** The same for a document, each with its name where there are several. @param {string} tab */
const exampleOf = (tab) =>
  filesIn(tab)
    .map(([file, text], _index, { length }) => {
      const name = length > 1 ? `// ${file}\n` : '';
      return `\`\`\`tsx\n${name}${text}\`\`\``;
    })
    .join('\n\n');

const { 'page errors': _, theme, ...wire } = shared;

/** What each document holds. @type {Record<string, Record<string, string>>} */
const documents = {
  'packages/widget/README.md': { ...shared, ...reference },
  'packages/widget/llms.txt': { install: installing('@finodigital/uba-widget'), ...brief },
  'packages/host/README.md': { ...shared, ...plainOptions },
  'packages/protocol/README.md': { ...wire, ...plainOptions },
  'packages/react/README.md': { 'first lines': exampleOf('react'), next: exampleOf('next') },
  'sandbox/README.md': backEnd,
  'packages/widget/SECURITY.md': { threats: threatTable(threatsIn(listThreatTests())) },
  'demo/frameworks/README.md': { install: installingExamples() },
};
for (const { folder, manifest } of publishedPackages()) {
  const readme = `${folder}/README.md`;
  const install = installing(manifest.name, { dev: folder === 'sandbox' });
  documents[readme] = { install, ...documents[readme] };
}
for (const folder of readdirSync('demo/frameworks')) {
  const readme = `demo/frameworks/${folder}/README.md`;
  if (existsSync(readme)) documents[readme] = { install: installingExample('../README.md') };
}

/** Renews an example's code; gives back whether it was out of step. */
function fillExample(/** @type {string} */ file, /** @type {string} */ code) {
  const outOfStep = readFileSync(file, 'utf8') !== code;
  if (outOfStep && !check) writeFileSync(file, code);
  return outOfStep;
}

/** @type {string[]} */
const stale = [];
for (const [file, parts] of Object.entries(documents)) {
  if (await fillTables(file, parts, { check })) stale.push(file);
}
for (const [tab, folders] of Object.entries(demo.exampleFolders)) {
  for (const folder of folders) {
    for (const [file, code] of filesIn(tab)) {
      const path = `demo/frameworks/${folder}/${file}`;
      if (fillExample(path, code)) stale.push(path);
    }
  }
}
if (check && stale.length > 0) {
  console.error(`Out of step with the sources, run npm run docs: ${stale.join(', ')}`);
  process.exitCode = 1;
}
