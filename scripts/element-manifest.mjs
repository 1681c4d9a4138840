/**
 * The manifest of `<fino-uba>` for editors and tools: its options and events from the protocol's facts, the
 * rest from the element's own source. Analysers see neither options nor events, which come from tables.
 * Source of the format: https://github.com/webcomponents/custom-elements-manifest, 2.1.0.
 */
import ts from 'typescript';
import { docOf, find, nameOf, parse } from './doc-comments.mjs';
import { messages, options, ownEvents } from './facts.mjs';

const file = 'packages/widget/src/fino-uba.ts';
const module = 'dist/fino-uba.js';

/** @typedef {ReturnType<typeof elementManifest>} ElementManifest */
/** @typedef {ReturnType<typeof declarationOf>} ElementDeclaration */

/**
 * @typedef {object} Member
 * @property {'field' | 'method'} kind
 * @property {string} name
 * @property {string} description
 * @property {string} [attribute] of an option
 * @property {{ text: string }} [type] of a field
 * @property {string} [default]
 * @property {boolean} [readonly]
 * @property {boolean} [static]
 * @property {{ name: string, type: { text: string } }[]} [parameters] of a method
 * @property {{ type: { text: string } }} [return]
 */

/** The manifest, whose paths begin at the widget's package. */
export function elementManifest() {
  const declaration = declarationOf(classIn(file));
  const reference = { name: declaration.name, module };
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: module,
        declarations: [declaration],
        exports: [{ kind: 'js', name: declaration.name, declaration: reference }],
      },
      {
        kind: 'javascript-module',
        path: 'dist/define.js',
        exports: [
          {
            kind: 'custom-element-definition',
            name: declaration.tagName,
            declaration: reference,
          },
        ],
      },
    ],
  };
}

function classIn(/** @type {string} */ path) {
  const found = find(parse(path), ts.isClassDeclaration);
  if (!found || !ts.isClassDeclaration(found)) throw new Error(`${path} has no class`);
  return found;
}

/** @param {ts.ClassDeclaration} element */
function declarationOf(element) {
  const { text, tags } = docOf(element);
  const tagged = (/** @type {string} */ name) => (tags.get(name) ?? []).map(readTag);
  const facts = options();
  return {
    kind: 'class',
    customElement: true,
    name: nameOf(element),
    tagName: tags.get('tag')?.[0] ?? '',
    summary: tags.get('summary')?.[0] ?? '',
    description: text,
    superclass: { name: 'ReactiveElement', package: '@lit/reactive-element' },
    attributes: facts.map(({ name, attribute, aliases, type, description, ...fact }) => ({
      name: attribute,
      fieldName: name,
      // Not in the format: other names that count too, which editors need not propose.
      ...(aliases.length > 0 && { aliases }),
      type: { text: type },
      // An attribute's is a text, a property's what a script writes.
      ...(fact.default && { default: fact.default.replaceAll("'", '') }),
      description,
    })),
    /** @type {Member[]} */
    members: [
      ...facts.map(({ name, attribute, type, description, ...fact }) => ({
        kind: /** @type {const} */ ('field'),
        name,
        attribute,
        type: { text: type === 'boolean' || name === 'lang' ? type : `${type} | undefined` },
        ...(fact.default && { default: fact.default }),
        description,
      })),
      ...element.members.filter(isPublic).map(memberOf),
    ],
    events: [...messages(), ...ownEvents()].map(({ name, type, description }) => ({
      name,
      type: { text: type },
      description,
    })),
    slots: tagged('slot'),
    cssParts: tagged('csspart'),
    cssStates: tagged('cssstate'),
    cssProperties: tagged('cssprop'),
  };
}

/**
 * A tag such as `[--uba-text=#363636] - of the widget's own views`.
 *
 * @param {string} tag
 */
function readTag(tag) {
  const [, name = '', value, description = ''] =
    /^\[?([\w-]+)(?:=([^\]]+)\])? +- +(.+)$/.exec(tag) ?? [];
  if (!name) throw new Error(`${file}: what is “${tag}”? A name, " - " and what it is.`);
  return { name, ...(value && { default: value }), description };
}

/** Whether a page may use it: what overrides a base class, and what the browser calls, is not for pages. */
function isPublic(/** @type {ts.ClassElement} */ member) {
  const flags = ts.getCombinedModifierFlags(member);
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override;
  return (
    member.name !== undefined &&
    !ts.isPrivateIdentifier(member.name) &&
    !(flags & hidden) &&
    !nameOf(member).endsWith('Callback')
  );
}

/**
 * @param {ts.ClassElement} member
 * @returns {Member}
 */
function memberOf(member) {
  const { text, tags } = docOf(member);
  const name = nameOf(member);
  const isStatic = ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static;
  const throws = (tags.get('throws') ?? []).map((thrown) => `Throws ${thrown}.`);
  const common = {
    name,
    ...(isStatic ? { static: true } : {}),
    description: [text, ...throws].join(' '),
  };
  if (ts.isMethodDeclaration(member)) {
    return {
      kind: 'method',
      ...common,
      parameters: member.parameters.map((parameter) => ({
        name: nameOf(parameter),
        type: { text: parameter.type?.getText() ?? 'unknown' },
      })),
      return: { type: { text: member.type?.getText() ?? 'void' } },
    };
  }
  const isReadonly =
    ts.isGetAccessor(member) || ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Readonly;
  const { type } = /** @type {ts.GetAccessorDeclaration | ts.PropertyDeclaration} */ (member);
  return {
    kind: 'field',
    ...common,
    type: { text: type?.getText() ?? 'string' },
    ...(isReadonly ? { readonly: true } : {}),
  };
}
