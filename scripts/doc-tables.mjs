/**
 * Writes the tables of options, events and error codes into the documents, from the protocol's own
 * source and its comments, and the example of a back end as it stands. With `--check` it only tells whether a document is out of step.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import {
  errorCodes,
  fits,
  messageShapes,
  messageTypes,
  optionNames,
  optionTable,
} from '@finodigital/uba-protocol';
import { fillTables, table } from './fill-tables.mjs';

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
    if (ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name)) {
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
function shown(/** @type {import('@finodigital/uba-protocol').Shape} */ shape) {
  /** @type {(shape: any) => string} */
  const text = (inner) =>
    typeof inner === 'string'
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
};

let stale = 0;
for (const [file, parts] of Object.entries(documents)) {
  const outOfStep = await fillTables(file, parts, { check });
  if (!outOfStep || !check) continue;
  console.error(`${file} is out of step with the sources: run npm run docs`);
  stale += 1;
}
process.exitCode = stale ? 1 : 0;
