import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import './copy-button.js';
import { highlight } from './highlight.js';
import type { Snippet } from './snippets.js';

/** Code in tabs, each copied with one click. */
@customElement('code-tabs')
export class CodeTabs extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
      }
      .tabs {
        display: flex;
        flex: none;
        gap: 2px;
        padding: 6px 8px 0;
        border-block-end: 1px solid var(--line);
        overflow-x: auto;
        scrollbar-width: none;
      }
      [role='tab'] {
        flex: none;
        min-block-size: 40px;
        padding: 0 10px;
        border: 0;
        border-block-end: 3px solid transparent;
        background: none;
        color: var(--muted);
        font-size: 14px;
        font-weight: 600;
        cursor: pointer;
      }
      [role='tab']:hover {
        color: var(--text);
      }
      [role='tab'][aria-selected='true'] {
        border-color: var(--primary);
        color: var(--text);
      }
      [role='tab']:focus-visible {
        outline-offset: -3px;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 8px 12px 0 16px;
      }
      pre {
        flex: 1;
        min-block-size: 0;
        padding: 8px 16px 16px;
        overflow: auto;
        tab-size: 2;
      }
      pre:focus-visible {
        outline-offset: -3px;
      }
      .panel {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-block-size: 0;
      }
      .comment {
        color: var(--muted);
      }
      .string {
        color: var(--code-string);
      }
      .name {
        color: var(--code-name);
      }
      .keyword {
        color: var(--code-keyword);
      }
    `,
  ];

  /** One tab each, the first one open; a single one needs no tab. */
  @property({ attribute: false }) snippets: readonly Snippet[] = [];

  /** What the tabs are about, for assistive technology. */
  @property() label = 'Code';

  @state() private openId = '';

  protected override render() {
    const open = this.snippets.find(({ id }) => id === this.openId) ?? this.snippets[0];
    if (!open) return nothing;
    if (this.snippets.length === 1) return this.#panel(open);
    return html`
      <div class="tabs" role="tablist" aria-label=${this.label} @keydown=${this.#onKey}>
        ${this.snippets.map(
          ({ id, title }) => html`
            <button
              type="button"
              role="tab"
              id="tab-${id}"
              aria-controls="panel"
              aria-selected=${id === open.id}
              tabindex=${id === open.id ? 0 : -1}
              @click=${() => (this.openId = id)}
            >
              ${title}
            </button>
          `,
        )}
      </div>
      <div id="panel" class="panel" role="tabpanel" aria-labelledby="tab-${open.id}">
        ${this.#panel(open)}
      </div>
    `;
  }

  #panel({ file, title, code }: Snippet) {
    return html`
      <div class="head">
        <span class="hint mono">${file}</span>
        <copy-button .text=${code}></copy-button>
      </div>
      <pre
        tabindex="0"
        role="group"
        aria-label="Code: ${title}"
      ><code>${highlight(code)}</code></pre>
    `;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const here = tabs.findIndex((tab) => tab.tabIndex === 0);
    const steps: { readonly [key: string]: number } = {
      ArrowRight: here + 1,
      ArrowLeft: here - 1,
      Home: 0,
      End: -1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs.at(step % tabs.length);
    next?.click();
    next?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'code-tabs': CodeTabs;
  }
}
