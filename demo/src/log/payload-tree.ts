import { css, html, type TemplateResult } from 'lit';
import type { Snapshot } from './snapshot.js';

/** A payload as a tree whose branches fold; the branches at the top are open. */
export function payloadTree(value: Snapshot, key = '', depth = 0): TemplateResult {
  const name = key && html`<span class="key">${key}</span>: `;
  if (typeof value !== 'object' || value === null) {
    return html`<div class="leaf">
      ${name}<span class=${kindOf(value)}>${JSON.stringify(value)}</span>
    </div>`;
  }
  const branches = Object.entries(value);
  if (branches.length === 0) {
    return html`<div class="leaf">${name}${Array.isArray(value) ? '[]' : '{}'}</div>`;
  }
  return html`
    <details ?open=${depth < 2}>
      <summary>${name}<span class="preview">${preview(value)}</span></summary>
      <div class="branch">
        ${branches.map(([inner, part]) => payloadTree(part, inner, depth + 1))}
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
