/** Reads the doc comments of source files: what is said of a property, a member, an item of a list. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * @typedef {object} Doc
 * @property {string} text its sentences, in one line
 * @property {ReadonlyMap<string, readonly string[]>} tags by the tag's name, without `@`
 */

/** Where a file of the repository is. @param {string} file its path from the root */
export const placeOf = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** @param {string} file its path from the root */
export function parse(file) {
  const text = readFileSync(placeOf(file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

/**
 * The last doc comment that begins at a place in the source, before anything else does.
 *
 * @param {ts.SourceFile} source
 * @param {number} place
 * @returns {Doc | undefined}
 */
function docAt(source, place) {
  const comment = (ts.getLeadingCommentRanges(source.text, place) ?? [])
    .map(({ pos, end }) => source.text.slice(pos, end))
    .findLast((text) => text.startsWith('/**'));
  if (!comment) return undefined;
  const lines = comment.slice(3, -2).replaceAll(/^ *\* ?/gm, '');
  const [text = '', ...tagged] = lines.split(/^\s*@(?=\w)/m);
  /** @type {Map<string, string[]>} */
  const tags = new Map();
  for (const one of tagged) {
    const [, name = '', rest = ''] = /^(\w+)\s*([^]*)$/.exec(one) ?? [];
    tags.set(name, [...(tags.get(name) ?? []), inOneLine(rest)]);
  }
  return { text: inOneLine(text), tags };
}

const inOneLine = (/** @type {string} */ text) => text.trim().replaceAll(/\s+/g, ' ');

/**
 * What is said of a node.
 *
 * @param {ts.Node} node
 * @returns {Doc}
 * @throws {Error} where nothing is said: what others read must not be without words
 */
export function docOf(node) {
  const source = node.getSourceFile();
  const doc = docAt(source, node.getFullStart());
  if (!doc?.text) throw new Error(`${source.fileName}: no doc comment above ${nameOf(node)}`);
  return doc;
}

/** @param {ts.Node} node */
export function nameOf(node) {
  const name = /** @type {ts.NamedDeclaration} */ (node).name;
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : node.getText();
}

/**
 * What is said of each item of the variable, type or interface of that name: of the properties of an
 * object, the literals of a list or of a union, the members of an interface.
 *
 * @param {string} file
 * @param {string} name
 * @returns {ReadonlyMap<string, Doc>} by the item's name or text
 */
export function docsIn(file, name) {
  const source = parse(file);
  const found = find(source, (node) => isDeclarationOf(node, name));
  const items = found && itemsOf(/** @type {ts.Node} */ (found));
  if (!items) throw new Error(`${file} has no items of ${name}`);
  return new Map(items);
}

const isDeclarationOf = (/** @type {ts.Node} */ node, /** @type {string} */ name) =>
  (ts.isVariableDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node)) &&
  nameOf(node) === name;

/**
 * @param {ts.Node} declaration
 * @returns {[string, Doc][] | undefined}
 */
function itemsOf(declaration) {
  const value = find(
    declaration,
    (node) =>
      ts.isObjectLiteralExpression(node) ||
      ts.isArrayLiteralExpression(node) ||
      ts.isUnionTypeNode(node) ||
      ts.isInterfaceDeclaration(node),
  );
  if (!value) return undefined;
  if (ts.isUnionTypeNode(value)) return unionItems(value);
  if (ts.isArrayLiteralExpression(value)) {
    return value.elements.map((element) => [literalOf(element), docOf(element)]);
  }
  const members = ts.isObjectLiteralExpression(value)
    ? value.properties
    : /** @type {ts.InterfaceDeclaration} */ (value).members;
  return members.map((member) => [nameOf(member), docOf(member)]);
}

/**
 * A comment of a union's item stands before the bar, and so behind the item before.
 *
 * @param {ts.UnionTypeNode} union
 * @returns {[string, Doc][]}
 */
function unionItems(union) {
  const source = union.getSourceFile();
  return union.types.map((item, index) => {
    const before = union.types[index - 1]?.end ?? union.getFullStart();
    const doc = docAt(source, before);
    if (!doc) throw new Error(`${source.fileName}: no doc comment above ${item.getText()}`);
    return [literalOf(item), doc];
  });
}

/** @param {ts.Node} node */
function literalOf(node) {
  const literal = ts.isLiteralTypeNode(node) ? node.literal : node;
  return ts.isStringLiteral(literal) ? literal.text : node.getText();
}

/**
 * The first node that fulfils a condition: the node itself, or one inside it.
 *
 * @param {ts.Node} node
 * @param {(node: ts.Node) => boolean} condition
 * @returns {ts.Node | undefined}
 */
export function find(node, condition) {
  return condition(node) ? node : ts.forEachChild(node, (child) => find(child, condition));
}
