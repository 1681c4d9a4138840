import { css, html, type TemplateResult } from 'lit';
import type { Snapshot } from './snapshot.js';

/** What is said of a part of a payload, beside its key. */
interface Mark {
  /** A class. */
  readonly tone: string;
  readonly words: string;
}

/**
 * A payload as a tree whose branches fold; the branches at the top are open.
 *
 * @param markOf what is said of the payload's own parts
 */
export function payloadTree(
  value: Snapshot,
  key = '',
  markOf: (key: string) => Mark | undefined = () => undefined,
  depth = 0,
): TemplateResult {
  const name = key && html`<span class="key">${key}</span>: `;
  const said = depth === 1 ? markOf(key) : undefined;
  const mark = said && html` <span class="mark ${said.tone}">${said.words}</span>`;
  if (typeof value !== 'object' || value === null) {
    return html`<div class="leaf">
      ${name}<span class=${kindOf(value)}>${JSON.stringify(value)}</span>${mark}
    </div>`;
  }
  const branches = Object.entries(value);
  if (branches.length === 0) {
    return html`<div class="leaf">${name}${Array.isArray(value) ? '[]' : '{}'}${mark}</div>`;
  }
  return html`
    <details ?open=${depth < 2}>
      <summary>${name}<span class="preview">${preview(value)}</span>${mark}</summary>
      <div class="branch">
        ${branches.map(([inner, part]) => payloadTree(part, inner, markOf, depth + 1))}
      </div>
    </details>
  `;
}

/** A payload on one line. */
export function preview(value: Snapshot): string {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function kindOf(value: Snapshot): string {
  return value === null ? 'null' : typeof value;
}

export const payloadTreeStyles = css`
  .key {
    color: var(--code-name);
  }
  .mark {
    padding-inline: 5px;
    border: 1px solid var(--line);
    border-radius: 99px;
    color: var(--muted);
    font: 0.8125rem/1.3 var(--font);
  }
  .mark.ours {
    border-style: dashed;
    font-style: italic;
  }
  .string {
    color: var(--code-string);
    overflow-wrap: anywhere;
  }
  .number,
  .boolean,
  .null {
    color: var(--code-keyword);
  }
  .leaf {
    padding-inline-start: 17px;
  }
  .branch {
    margin-inline-start: 5px;
    padding-inline-start: 12px;
    border-inline-start: 1px solid var(--line);
  }
  summary {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  details[open] > summary > .preview {
    display: none;
  }
  .preview {
    color: var(--muted);
  }
`;
