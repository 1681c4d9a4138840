/** Values → source text, so that no value can break out of its place. */

/** A JavaScript literal as a person would write it: single quotes, bare keys, one entry a line. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const entries = Object.entries(value).map(([key, part]) => `${key}: ${literal(part)},`);
  return entries.length === 0 ? '{}' : `{\n${indent(entries.join('\n'))}\n}`;
}

/** An HTML attribute; `true` is written as its bare name. */
export function attribute(name: string, value: unknown): string {
  if (value === true) return name;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (!safe.includes('"')) return `${name}="${safe}"`;
  return `${name}='${safe.replaceAll("'", '&#39;')}'`;
}

export function indent(text: string, by = 2): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}

function quote(text: string): string {
  // JSON escapes what JavaScript must; `<` would end a script, a backtick or `${` a template.
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll('</', '<\\/')
    .replaceAll(/[\u2028\u2029]/g, (char) => (char === '\u2028' ? '\\u2028' : '\\u2029'));
  return `'${inner}'`;
}
