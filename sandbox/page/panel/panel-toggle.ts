import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '../shell/styles.js';
import type { PanelParts, SandboxPanel } from './sandbox-panel.js';

/** The button in the strip that opens the tools; they are loaded when it is first used. */
@customElement('panel-toggle')
export class PanelToggle extends LitElement {
  static override styles = [
    base,
    css`
      button {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 2rem;
        padding: 2px 10px;
        border: 1px solid var(--control);
        border-radius: 6px;
        color: var(--text);
        font:
          0.8125rem/1.125rem ui-monospace,
          SFMono-Regular,
          Menlo,
          Consolas,
          monospace;
      }

      button:hover {
        background: var(--tint);
      }

      .waiting {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--bad);
        forced-color-adjust: none;
      }
    `,
  ];

  /** Set before the button is inserted. */
  @property({ attribute: false }) parts!: PanelParts;

  @state() private panel: SandboxPanel | undefined;
  @state() private phoneWaits = false;

  private unsubscribe: (() => void) | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.unsubscribe = this.parts.controls.subscribe(() => void this.refresh());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.unsubscribe?.();
    this.close();
  }

  override render() {
    const { tools } = this.parts.language.t;
    return html`<button
      type="button"
      aria-expanded=${this.panel ? 'true' : 'false'}
      @click=${() => (this.panel ? this.close() : void this.open())}
    >
      ${tools.open}
      ${
        this.phoneWaits
          ? html`<span class="waiting"></span><span class="hidden">, ${tools.waiting}</span>`
          : nothing
      }
    </button>`;
  }

  private async refresh(): Promise<void> {
    const { phone } = await this.parts.controls.view();
    this.phoneWaits = phone.some(({ kind }) => kind === 'approval');
  }

  private async open(): Promise<void> {
    await import('./sandbox-panel.js');
    const panel = document.createElement('sandbox-panel');
    panel.parts = this.parts;
    panel.addEventListener('close', () => {
      this.close();
      this.renderRoot.querySelector('button')?.focus();
    });
    this.panel = panel;
    document.body.append(panel);
    document.body.toggleAttribute('data-tools', true);
    await panel.updateComplete;
    panel.focus();
  }

  private close(): void {
    this.panel?.remove();
    this.panel = undefined;
    document.body.toggleAttribute('data-tools', false);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'panel-toggle': PanelToggle;
  }
}
