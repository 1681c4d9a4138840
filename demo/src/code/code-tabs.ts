import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { DrawnApart } from '../drawn-apart.js';
import './copy-button.js';
import { wordsOf } from '../texts/language.js';
import { codeTexts } from '../texts/code.js';
import { highlight } from './highlight.js';
import type { Project } from './projects.js';
import type { Snippet } from './snippets.js';

const t = wordsOf(codeTexts);

/** Code in tabs, each copied with one click. */
@customElement('code-tabs')
export class CodeTabs extends DrawnApart {
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
        flex-wrap: wrap;
        gap: 2px;
        padding: 6px 8px 0;
        border-block-end: 1px solid var(--line);
      }
      [role='tab'] {
        flex: none;
        min-block-size: 40px;
        padding: 0 10px;
        border: 0;
        border-block-end: 3px solid transparent;
        background: none;
        color: var(--muted);
        font-size: 0.875rem;
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
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        padding: 8px 12px 0 16px;
      }
      .head .hint {
        margin-inline-end: auto;
      }
      .button[aria-pressed='true'] {
        border-color: var(--ring);
        box-shadow: inset 0 0 0 1.5px var(--ring);
      }
      .head + .problem {
        padding: 8px 16px 0;
      }
      pre.wrapped {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
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

  /** Gives the whole project that a snippet belongs to, to take home; left out where there is none. */
  @property({ attribute: false }) project: ((id: string) => Promise<Project>) | undefined;

  @state() private openId = '';
  @state() private wrapped = false;
  @state() private packing: 'idle' | 'packing' | 'failed' = 'idle';

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

  #panel({ id, file, title, code, beside }: Snippet) {
    return html`
      <div class="head">
        <span class="hint mono">${file}</span>
        <button
          class="button"
          type="button"
          aria-pressed=${this.wrapped}
          @click=${() => (this.wrapped = !this.wrapped)}
        >
          ${t.wrap}
        </button>
        ${
          this.project
            ? html`<button
                class="button"
                type="button"
                aria-busy=${this.packing === 'packing'}
                @click=${() => this.#download(id)}
              >
                ${this.packing === 'packing' ? t.packing : t.download}
              </button>`
            : nothing
        }
        <copy-button .text=${code}></copy-button>
      </div>
      <p class="problem" role="alert" ?hidden=${this.packing !== 'failed'}>
        ${this.packing === 'failed' ? t.failed : nothing}
      </p>
      ${this.#code(t.codeOf(title), code)}
      ${
        beside
          ? html`
              <div class="head">
                <span class="hint mono">${beside.file}</span>
                <copy-button .text=${beside.code}></copy-button>
              </div>
              ${this.#code(t.codeOf(beside.file), beside.code)}
            `
          : nothing
      }
    `;
  }

  #code(label: string, code: string) {
    return html`<pre
      class=${this.wrapped ? 'wrapped' : ''}
      tabindex="0"
      role="group"
      aria-label=${label}
    ><code>${highlight(code)}</code></pre>`;
  }

  /** Packs the project and saves it; what packs is loaded only then. */
  async #download(id: string): Promise<void> {
    if (!this.project || this.packing === 'packing') return;
    this.packing = 'packing';
    try {
      const [{ name, files }, { strToU8, zipSync }] = await Promise.all([
        this.project(id),
        import('fflate'),
      ]);
      const packed = Object.entries(files).map(([path, text]) => [
        `${name}/${path}`,
        strToU8(text),
      ]);
      const zip = zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>);
      const href = URL.createObjectURL(
        new Blob([new Uint8Array(zip)], { type: 'application/zip' }),
      );
      Object.assign(document.createElement('a'), { href, download: `${name}.zip` }).click();
      URL.revokeObjectURL(href);
      this.packing = 'idle';
    } catch (error) {
      reportError(error);
      this.packing = 'failed';
    }
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
