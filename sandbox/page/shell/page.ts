import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, queryAll } from 'lit/decorators.js';
import { navigationContext, type Navigation } from '../context.js';
import './nav-buttons.js';
import { base } from './styles.js';

/** Fired when the content needs another height. */
export class PageResizeEvent extends Event {
  static readonly type = 'page-resize';
  constructor() {
    super(PageResizeEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * The shape of every step: note, title, one line of explanation, content, and the actions at
 * the bottom of the frame, of which the primary one stays in sight.
 *
 * @slot note - an error, above everything
 * @slot lead - at most one line of explanation
 * @slot - the content
 * @slot primary - the one primary button
 * @slot actions - plain buttons below it
 */
@customElement('sandbox-page')
export class SandboxPage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-width: 0;
      }

      .content,
      .primary,
      .actions {
        display: flex;
        flex-direction: column;
        gap: 16px;
        padding-inline: 20px;
      }

      .content {
        padding-block: 14px 20px;
      }

      nav-buttons {
        margin-block: -8px;
      }

      .slack {
        flex: 1;
      }

      h1 {
        font-size: 1.5rem;
        line-height: 1.875rem;
        font-weight: 650;
        letter-spacing: -0.01em;
        text-wrap: balance;
        overflow-wrap: break-word;
        hyphens: auto;
        outline-offset: 4px;
      }

      /* The title takes the focus so that it is read, not because it can be used. */
      h1:focus {
        outline: none;
      }

      .title {
        display: flex;
        flex-direction: column;
        gap: 8px;
      }

      ::slotted([slot='lead']) {
        color: var(--muted);
        text-wrap: pretty;
        overflow-wrap: anywhere;
      }

      /* What a payment is of. */
      ::slotted(.subject) {
        color: var(--text);
        font-weight: 600;
      }

      .primary {
        position: var(--primary-position, sticky);
        bottom: var(--strip-height, 0px);
        gap: 8px;
        padding-block: 12px 4px;
        background: linear-gradient(transparent, var(--bg) 12px);
      }

      .actions {
        gap: 0;
        padding-block: 4px 16px;
      }

      /* What is a mere word otherwise has an edge then. */
      @media (forced-colors: active) {
        .actions {
          gap: 8px;
        }
      }

      :host([mood]) .content {
        text-align: center;
      }

      .mood {
        display: grid;
        place-items: center;
        width: 76px;
        height: 76px;
        margin: 0 auto 4px;
        border: 1px solid transparent;
        border-radius: 50%;
      }

      .ok {
        color: var(--ok);
        background: var(--ok-bg);
      }

      .bad {
        color: var(--bad);
        background: var(--bad-bg);
      }

      .warn {
        color: var(--warn);
        background: var(--warn-bg);
      }

      .calm {
        color: var(--info);
        background: var(--info-bg);
      }

      :host([tall]) .mood {
        width: 60px;
        height: 60px;
      }

      @media (forced-colors: active) {
        .primary {
          background: Canvas;
        }
      }

      /* Where it would cover what it belongs to: low windows, magnified ones among them, and pictures. */
      :host([tall]) .primary {
        position: static;
      }

      @media (max-height: 35em) {
        .primary {
          position: static;
        }
      }
    `,
  ];

  /** The question or the fact that this step is about. */
  @property() heading = '';

  /** Set where the step is an outcome: centred below a picture of this mood. */
  @property({ reflect: true }) mood?: 'ok' | 'bad' | 'warn' | 'calm';

  /** The content is tall, so that no button may stand above it. */
  @property({ type: Boolean, reflect: true }) tall = false;

  /** The picture of an outcome. */
  @property({ attribute: false }) picture?: unknown;

  @consume({ context: navigationContext, subscribe: true })
  @property({ attribute: false })
  navigation?: Navigation;

  @query('h1') private readonly h1!: HTMLElement | null;
  @queryAll('.slack') private readonly slack!: NodeListOf<HTMLElement>;

  private readonly observer = new ResizeObserver(() => this.dispatchEvent(new PageResizeEvent()));

  /** The height that the content needs, without the room left over, in px. */
  get neededHeight(): number {
    return [...this.slack].reduce(
      (height, slack) => height - slack.offsetHeight,
      this.offsetHeight,
    );
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override focus(options?: FocusOptions) {
    this.h1?.focus(options);
  }

  override render() {
    const below = this.belowTitle;
    return html`${this.mood ? html`<div class="slack"></div>` : nothing}
      <div class="content">
        <slot name="note"></slot>
        ${this.mood ? html`<div class="mood ${this.mood}">${this.picture}</div>` : nothing}
        <div class="title">
          <h1 tabindex="-1">${this.heading}</h1>
          ${below === 'row' ? html`<nav-buttons></nav-buttons>` : nothing}
          <slot name="lead"></slot>
        </div>
        <slot></slot>
      </div>
      <div class="slack"></div>
      <div class="primary"><slot name="primary"></slot></div>
      <div class="actions">
        <slot name="actions"></slot>
        ${below === 'words' ? html`<nav-buttons in-words></nav-buttons>` : nothing}
      </div>`;
  }

  /** What leads back and out where there is no header; a cross alone would hang in mid-air. */
  private get belowTitle(): 'row' | 'words' | undefined {
    const { navigation, mood } = this;
    if (navigation?.place !== 'below-title') return undefined;
    return mood || !(navigation.back || navigation.step) ? 'words' : 'row';
  }

  protected override firstUpdated() {
    for (const part of this.renderRoot.querySelectorAll('.content, .primary, .actions')) {
      this.observer.observe(part);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sandbox-page': SandboxPage;
  }
  interface HTMLElementEventMap {
    [PageResizeEvent.type]: PageResizeEvent;
  }
}
