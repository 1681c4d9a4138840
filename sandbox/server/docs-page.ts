/** The OpenAPI description as a page that a person can read. */

interface Description {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly servers: readonly [{ readonly url: string }];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly 'x-path-invented'?: true;
  readonly 'x-scope'?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<Record<string, Reply>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
}

interface Reply {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Schema {
  readonly $ref?: string;
}

export function docsPage(json: object): string {
  const description = json as Description;
  const { info, servers, tags, components } = description;
  const [{ url }] = servers;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(info.title)}</title>
<link rel="stylesheet" href="/api/docs.css">
<main>
<h1>${text(info.title)}</h1>
<p>${text(info.summary)} ${prose(info.description)}</p>
<p><a href="/api/openapi.json">The OpenAPI 3.1 description</a></p>
<h2>A token to begin with</h2>
<pre tabindex="0">curl ${text(url)}/api/auth \\
  -d client_id=shop -d client_secret=secret -d grant_type=client_credentials</pre>
${tags.map((tag) => section(tag.name, tag.description, operationsOf(description, tag.name))).join('\n')}
<h2>Bodies</h2>
${Object.entries(components.schemas)
  .map(
    ([name, schema]) =>
      `<details><summary>${name}</summary><pre id="${name}" tabindex="0">${text(JSON.stringify(schema, null, 2))}</pre></details>`,
  )
  .join('\n')}
</main>
</html>`;
}

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const operationsOf = ({ paths }: Description, tag: string): readonly Entry[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => ({ method, path, operation })),
  );

const section = (name: string, description: string, entries: readonly Entry[]): string =>
  `<h2>${text(name)}</h2>\n<p>${text(description)}</p>\n${entries.map(article).join('\n')}`;

function article({ method, path, operation }: Entry): string {
  const { operationId, summary, description, requestBody, parameters } = operation;
  const scope = operation['x-scope'];
  const isOurs = operation['x-path-invented'] && scope !== undefined;
  return `<article id="${operationId}">
<h3><code><b>${method.toUpperCase()}</b> ${text(path)}</code></h3>
<p>${text(summary)}.${description ? ` ${prose(description)}` : ''}
${isOurs ? '<span class="tag">x-path-invented</span>' : ''}
${scope ? `<span class="tag">scope: ${scope}</span>` : ''}</p>
<dl>
${parameters.map((one) => item(`${one.name} <i>${one.in}</i>`, prose(one.description ?? ''))).join('\n')}
${requestBody ? item('body', bodies(requestBody.content)) : ''}
${Object.entries(operation.responses)
  .filter(([, { $ref }]) => !$ref)
  .map(([status, reply]) =>
    item(status, `${prose(reply.description ?? '')} ${bodies(reply.content ?? {})}`),
  )
  .join('\n')}
</dl>
</article>`;
}

const item = (term: string, about: string): string => `<dt>${term}</dt><dd>${about}</dd>`;

const bodies = (content: Readonly<Record<string, { readonly schema: Schema }>>): string =>
  Object.values(content)
    .map(({ schema }) => schema.$ref?.split('/').at(-1) ?? '')
    .map((name) => `<a href="#${name}">${name}</a>`)
    .join(' ');

const text = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Text in which backticks mark code. */
const prose = (value: string): string => text(value).replace(/`([^`]+)`/g, '<code>$1</code>');

export const docsStyles = `:root {
  color-scheme: light dark;
  --line: light-dark(#d9dde3, #3a424c);
  --muted: light-dark(#5a6472, #aab2bc);
  --surface: light-dark(#f5f6f8, #1d2228);
}
body { margin: 0; font: 16px/24px system-ui, sans-serif; background: light-dark(#fff, #14171b); color: light-dark(#22272e, #e8ebef); }
main { max-width: 760px; margin-inline: auto; padding: 32px 20px 64px; }
h1 { font-size: 28px; line-height: 34px; font-weight: 650; }
h2 { margin-top: 48px; font-size: 20px; font-weight: 650; }
h3 { margin: 0; font-size: 15px; font-weight: 400; overflow-wrap: anywhere; }
article { margin-block: 16px; padding: 16px; border: 1px solid var(--line); border-radius: 14px; }
code, pre { font: 14px/21px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 8px 0; padding: 12px 16px; overflow-x: auto; border-radius: 12px; background: var(--surface); }
dl { display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: 4px 16px; margin: 0; font-size: 15px; }
dt { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 14px; overflow-wrap: anywhere; }
dd { margin: 0; }
i { color: var(--muted); }
a { color: light-dark(#1d5c90, #9bd0ff); }
summary { padding: 8px 0; cursor: pointer; }
.tag { display: inline-block; padding: 0 8px; border: 1px solid var(--line); border-radius: 10px; color: var(--muted); font-size: 13px; }
@media (max-width: 480px) { dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: 8px; } }
`;
