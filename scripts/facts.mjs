/**
 * What users have to know of the options, the events and the error codes: from the protocol's tables and
 * the comments beside them, which are where each fact stands.
 */
import ts from 'typescript';
import {
  errorCodes,
  messageTypes,
  optionNames,
  optionTable,
  themeDefaults,
} from '@finodigital/uba-protocol';
import { fits, messageShapes } from '@finodigital/uba-protocol/internal';
import { docsIn, find, nameOf, parse, placeOf } from './doc-comments.mjs';

const protocol = 'packages/protocol/src';

/** When a changed option acts, as a sentence. */
const effects = {
  load: 'A change ends the running flow and loads the frame anew.',
  'at-once': 'A change acts at once.',
  'next-load': 'A change acts at the next load; the running flow goes on.',
  look: 'A change acts at once where the frame offers the feature `theme`, else at the next load.',
};

/**
 * The options as users meet them.
 *
 * @typedef {ReturnType<typeof options>[number]} Option
 */
export function options() {
  const docs = new Map([
    ...docsIn(`${protocol}/options.ts`, 'urlOptions'),
    ...docsIn(`${protocol}/options.ts`, 'hostOptions'),
  ]);
  return optionNames.map((name) => {
    const { attribute, kind, strict, acts, ...rest } = optionTable[name];
    const doc = docs.get(name);
    const type = types.get(name);
    if (!doc || !type) throw new Error(`The option ${name} has no doc comment, or no type.`);
    // Of a boolean and of what can be listed the type says it already.
    const isSaid = type === 'boolean' || kind.values !== undefined;
    return {
      name,
      attribute,
      // Frameworks and people write an option's own name too, which HTML reads in lower case.
      aliases: [...new Set([name.toLowerCase(), name])].filter((alias) => alias !== attribute),
      param: 'param' in rest ? rest.param : undefined,
      type,
      strict,
      default: doc.tags.get('default')?.[0],
      about: doc.text,
      rule: isSaid ? undefined : kind.rule,
      description: [doc.text, ...(isSaid ? [] : [`Must be ${kind.rule}.`]), effects[acts]].join(
        ' ',
      ),
    };
  });
}

/** The type of each option, as a developer writes it; the compiler takes its time, once. */
const types = optionTypes();

function optionTypes() {
  const file = placeOf(`${protocol}/options.ts`);
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    types: [],
  });
  const source = program.getSourceFile(file);
  const alias =
    source &&
    find(source, (node) => ts.isTypeAliasDeclaration(node) && nameOf(node) === 'UbaOptions');
  if (!alias) throw new Error(`${file} has no UbaOptions`);
  const checker = program.getTypeChecker();
  const written = (/** @type {ts.Type} */ type) =>
    type.isUnion() && type.types.every((one) => one.isStringLiteral())
      ? type.types.map((one) => `'${/** @type {ts.StringLiteralType} */ (one).value}'`).join(' | ')
      : checker.typeToString(
          type,
          undefined,
          ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope,
        );
  return new Map(
    checker
      .getTypeAtLocation(alias)
      .getProperties()
      .map((property) => [
        property.name,
        written(checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, alias))),
      ]),
  );
}

/** The colours of a theme, with their defaults and what they colour. */
export function themeColors() {
  const docs = docsIn(`${protocol}/options.ts`, 'themeDefaults');
  return Object.entries(themeDefaults).map(([name, color]) => ({
    name,
    default: color,
    about: docs.get(name)?.text ?? '',
  }));
}

/** UBA's messages, the main ones first. */
export function messages() {
  const main = docsIn(`${protocol}/messages.ts`, 'mainShapes');
  const granular = docsIn(`${protocol}/messages.ts`, 'granularTypes');
  return messageTypes.map((name) => {
    const shape = /** @type {Record<string, any>} */ (messageShapes[name]);
    return {
      name,
      isMain: main.has(name),
      description: (main.get(name) ?? granular.get(name))?.text ?? '',
      type: `CustomEvent<UbaMessage<'${name}'>>`,
      payload: 'payload' in shape ? shown(shape.payload) : optional(shown(shape['payload?'])),
    };
  });
}

const optional = (/** @type {string} */ type) => (type === 'any' ? type : `${type} | undefined`);

/** The events that are the widget's own. */
export function ownEvents() {
  const file = 'packages/widget/src/events.ts';
  const map = find(
    parse(file),
    (node) => ts.isInterfaceDeclaration(node) && nameOf(node) === 'UbaOwnEventMap',
  );
  const types = new Map(
    /** @type {ts.InterfaceDeclaration} */ (map).members.map((member) => [
      nameOf(member),
      /** @type {ts.PropertySignature} */ (member).type?.getText() ?? '',
    ]),
  );
  return [...docsIn(file, 'UbaOwnEventMap')].map(([name, { text }]) => ({
    name,
    description: text,
    type: types.get(name) ?? '',
  }));
}

/** What a bank's error means, by its code. */
export function bankErrors() {
  const docs = docsIn(`${protocol}/messages.ts`, 'errorCodes');
  return errorCodes.map((code) => ({ code, about: docs.get(code)?.text ?? '' }));
}

/** What went wrong on the page's side, by the code of a `UbaError`. */
export function pageErrors() {
  const docs = docsIn('packages/host/src/uba-error.ts', 'UbaErrorCode');
  return [...docs].map(([code, { text }]) => ({ code, about: text }));
}

/**
 * A shape as a reader writes it.
 *
 * @param {import('@finodigital/uba-protocol/internal').Shape} shape
 */
function shown(shape) {
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
