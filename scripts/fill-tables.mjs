/** Renews the tables of a document: each stands between `<!-- table: its name -->` and `<!-- end -->`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/**
 * Puts the given tables, by their names, in the place of those in the document. Others stay.
 *
 * @param {string} file
 * @param {Readonly<Record<string, string>>} tables
 * @param {{ check?: boolean }} options with `check` the document stays as it is
 * @returns {Promise<boolean>} whether the document was out of step
 * @throws {Error} where the document has no place for one of them
 */
export async function fillTables(file, tables, { check = false } = {}) {
  const before = readFileSync(file, 'utf8');
  const left = new Set(Object.keys(tables));
  const filled = before.replace(
    /(<!-- table: (.+) -->)[\s\S]*?(<!-- end -->)/g,
    (whole, /** @type {string} */ open, /** @type {string} */ name, /** @type {string} */ close) =>
      left.delete(name) ? `${open}\n\n${tables[name]}\n\n${close}` : whole,
  );
  if (left.size) throw new Error(`${file} has no place for the tables: ${[...left].join(', ')}`);
  const options = (await resolveConfig(file)) ?? {};
  const after = await format(filled, { ...options, parser: 'markdown' });
  if (after !== before && !check) writeFileSync(file, after);
  return after !== before;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
