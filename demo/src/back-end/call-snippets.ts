/** A call as source text, to be copied: secrets are names of what the reader has. */
import { indent, literal } from '../code/source-text.js';
import type { Snippet } from '../code/snippets.js';
import { mask, type Snapshot } from '../log/snapshot.js';
import { backEndTexts } from '../texts/back-end.js';
import { wordsOf } from '../texts/language.js';
import type { ApiCall } from './api-client.js';

const t = wordsOf(backEndTexts);

/** The call for a shell, for JavaScript, and its answer. */
export function callSnippets(call: ApiCall): readonly Snippet[] {
  const { status, answer } = call;
  const code = answer === undefined ? `// ${t.noBody}` : JSON.stringify(answer, null, 2);
  return [
    { id: 'answer', title: t.answer, file: t.answerStatus(status), code },
    { id: 'curl', title: 'curl', file: t.inShell, code: curl(call) },
    { id: 'fetch', title: 'fetch', file: 'back-end.mjs', code: fetchCall(call) },
  ];
}

function curl({ method, url, needsToken, isForm, body }: ApiCall): string {
  const parts = [`curl -X ${method} ${shellQuoted(url)}`];
  if (needsToken) parts.push('-H "Authorization: Bearer $TOKEN"');
  if (isForm) {
    for (const [name, value] of fieldsOf(body)) {
      parts.push(value === mask ? `-d "${name}=$SECRET"` : `-d ${shellQuoted(`${name}=${value}`)}`);
    }
  } else if (body !== undefined) {
    const json = shellQuoted(JSON.stringify(body)).replaceAll(`"${mask}"`, `"'"$SECRET"'"`);
    parts.push("-H 'Content-Type: application/json'", `-d ${json}`);
  }
  return `${parts.join(' \\\n  ')}\n`;
}

function fetchCall({ method, url, needsToken, isForm, body }: ApiCall): string {
  const headers = [
    ...(needsToken ? ['Authorization: `Bearer ${token}`,'] : []),
    ...(body !== undefined && !isForm ? ["'Content-Type': 'application/json',"] : []),
  ];
  const options = [
    ...(method === 'GET' ? [] : [`method: '${method}',`]),
    ...(headers.length > 0 ? [`headers: { ${headers.join(' ').slice(0, -1)} },`] : []),
    ...(body === undefined
      ? []
      : [`body: ${isForm ? 'new URLSearchParams' : 'JSON.stringify'}(${javaScript(body)}),`]),
  ];
  const rest = options.length > 0 ? `, {\n${indent(options.join('\n'))}\n}` : '';
  return `const response = await fetch(${literal(url)}${rest});\n`;
}

const javaScript = (body: Snapshot): string => literal(body).replaceAll(literal(mask), 'secret');

const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const fieldsOf = (body: Snapshot | undefined): [string, string][] =>
  Object.entries((body ?? {}) as Readonly<Record<string, string>>);
