/**
 * Writes the tables of options, events and error codes into the documents, from the protocol's own
 * source and its comments; the table of threats, from what their tests state; the example of a back
 * end as it stands; and into the examples in demo/frameworks what the demo's code tabs say. With
 * `--check` it only tells what is out of step.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { runnerImport } from 'vite';
import { errorCodes, messageTypes, optionNames, optionTable } from '@finodigital/uba-protocol';
import { fits, messageShapes } from '@finodigital/uba-protocol/internal';
import { fillTables, table } from './fill-tables.mjs';
import { listThreatTests, threatsIn, threatTable } from './threats.mjs';

const check = process.argv.includes('--check');

/** The comment above each property of the object literals in a source file, by property name. */
function commentsIn(/** @type {string} */ file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  /** @type {Map<string, string>} */
  const comments = new Map();
  const visit = (/** @type {ts.Node} */ node) => {
    const isProperty = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    if (isProperty && !ts.isComputedPropertyName(node.name)) {
      const [comment] = ts.getJSDocCommentsAndTags(node);
      const text = comment && ts.getTextOfJSDocComment(comment.comment);
      if (text) comments.set(node.name.text, text.replaceAll('\n', ' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return comments;
}

/** A shape as a reader writes it. */
function shown(/** @type {import('@finodigital/uba-protocol/internal').Shape} */ shape) {
  /** @type {(shape: any) => string} */
  const text = (inner) =>
    inner === 'url'
      ? 'string (http or https)'
      : typeof inner === 'string'
        ? inner
        : fits(inner, ['any'])
          ? `${text(inner[0])}[]`
          : `{ ${Object.entries(inner)
              .map(([key, value]) => `${key}: ${text(value)}`)
              .join(', ')} }`;
  return text(shape);
}

const optionComments = commentsIn('packages/protocol/src/options.ts');
const messageComments = commentsIn('packages/protocol/src/messages.ts');

const tables = {
  options: table(
    ['option', 'attribute', 'in the address', 'what it is', 'must be'],
    optionNames.map((name) => {
      const { attribute, kind, ...rest } = optionTable[name];
      const param = 'param' in rest ? `\`${rest.param}\`` : '–';
      return [`\`${name}\``, `\`${attribute}\``, param, optionComments.get(name) ?? '', kind.rule];
    }),
  ),
  events: table(
    ['event', 'when', '`detail.payload`'],
    messageTypes
      .filter((type) => messageComments.has(type))
      .map((type) => {
        const shape = /** @type {Record<string, any>} */ (messageShapes[type]);
        const payload = shape.payload ?? shape['payload?'];
        return [
          `\`${type}\``,
          (messageComments.get(type) ?? '').replace(/^Frame → page: /, ''),
          `\`${shown(payload)}\`${'payload' in shape ? '' : ' or nothing'}`,
        ];
      }),
  ),
  'granular events': messageTypes
    .filter((type) => !messageComments.has(type))
    .map((type) => `\`${type}\``)
    .join(', '),
  'error codes': errorCodes.map((code) => `\`${code}\``).join(', '),
};

const backEnd = {
  'back end': `\`\`\`js\n${readFileSync('demo/back-end/back-end.mjs', 'utf8').trim()}\n\`\`\``,
};

/** What each document holds. */
const documents = {
  'README.md': { ...tables, ...backEnd },
  'sandbox/README.md': backEnd,
  'packages/widget/SECURITY.md': { threats: threatTable(threatsIn(listThreatTests())) },
};

/** Renews an example's code; gives back whether it was out of step. */
function fillExample(/** @type {string} */ file, /** @type {string} */ code) {
  const outOfStep = readFileSync(file, 'utf8') !== code;
  if (outOfStep && !check) writeFileSync(file, code);
  return outOfStep;
}

/** @type {{ module: typeof import('../demo/src/code/examples.js') }} */
const { module: demo } = await runnerImport('./demo/src/code/examples.ts', { logLevel: 'warn' });
const snippets = demo.exampleSnippets();

/** @type {string[]} */
const stale = [];
for (const [file, parts] of Object.entries(documents)) {
  if (await fillTables(file, parts, { check })) stale.push(file);
}
for (const [tab, folders] of Object.entries(demo.exampleFolders)) {
  const snippet = snippets.get(tab);
  const files = snippet ? Object.entries(demo.filesOf(snippet)) : [];
  for (const folder of folders) {
    for (const [file, code] of files) {
      const path = `demo/frameworks/${folder}/${file}`;
      if (fillExample(path, code)) stale.push(path);
    }
  }
}
if (check && stale.length > 0) {
  console.error(`Out of step with the sources, run npm run docs: ${stale.join(', ')}`);
  process.exitCode = 1;
}
