/** The OpenAPI description as a page that a person can read. */
import { html } from 'hono/html';

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

/** A part of the page; whatever goes into it as text is escaped. */
type Html = ReturnType<typeof html>;

export function docsPage(json: object): Html {
  const description = json as Description;
  const { info, servers, tags, components } = description;
  const [{ url }] = servers;
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${info.title}</title>
      <link rel="stylesheet" href="/api/docs.css" />
      <main>
        <h1>${info.title}</h1>
        <p>${info.summary} ${prose(info.description)}</p>
        <p><a href="/api/openapi.json">The OpenAPI 3.1 description</a></p>
        <h2>A token to begin with</h2>
        <pre tabindex="0">
curl ${url}/api/auth \\
  -d client_id=shop -d client_secret=secret -d grant_type=client_credentials</pre>
        ${tags.map((tag) => section(tag.name, tag.description, operationsOf(description, tag.name)))}
        <h2>Bodies</h2>
        ${Object.entries(components.schemas).map(
          ([name, schema]) =>
            html`<details>
              <summary>${name}</summary>
              <pre id="${name}" tabindex="0">${JSON.stringify(schema, null, 2)}</pre>
            </details> `,
        )}
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

const section = (name: string, description: string, entries: readonly Entry[]): Html =>
  html`<h2>${name}</h2>
    <p>${description}</p>
    ${entries.map(article)}`;

function article({ method, path, operation }: Entry): Html {
  const { operationId, summary, description, requestBody, parameters } = operation;
  const scope = operation['x-scope'];
  const isOurs = operation['x-path-invented'] && scope !== undefined;
  return html`<article id="${operationId}">
    <h3>
      <code><b>${method.toUpperCase()}</b> ${path}</code>
    </h3>
    <p>
      ${summary}. ${description && prose(description)}
      ${isOurs && html`<span class="tag">x-path-invented</span>`}
      ${scope && html`<span class="tag">scope: ${scope}</span>`}
    </p>
    <dl>
      ${parameters.map((one) => item(html`${one.name} <i>${one.in}</i>`, prose(one.description ?? '')))}
      ${requestBody && item('body', bodies(requestBody.content))}
      ${Object.entries(operation.responses)
        .filter(([, { $ref }]) => !$ref)
        .map(([status, reply]) =>
          item(status, [prose(reply.description ?? ''), ' ', bodies(reply.content ?? {})]),
        )}
    </dl>
  </article> `;
}

const item = (term: string | Html, about: Html | readonly unknown[]): Html =>
  html`<dt>${term}</dt>
    <dd>${about}</dd> `;

const bodies = (content: Readonly<Record<string, { readonly schema: Schema }>>) =>
  Object.values(content)
    .flatMap(({ schema }) => schema.$ref?.split('/').at(-1) ?? [])
    .map((name) => html`<a href="#${name}">${name}</a>`);

/** Text in which backticks mark code. */
const prose = (value: string) =>
  value.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));

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
