import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  dispatchContext,
  languageContext,
  navigationContext,
  type Dispatch,
  type Navigation,
} from '../context.js';
import type { Language } from '../texts/index.js';
import { backIcon, closeIcon } from './icons.js';
import { base } from './styles.js';

/** Fired when the user wants to close what is under way. */
export class CloseEvent extends Event {
  static readonly type = 'close-flow';
  constructor() {
    super(CloseEvent.type, { bubbles: true, composed: true });
  }
}

/** Back, which step this is, and close, in one row; each only where there is one. */
@customElement('nav-buttons')
export class NavButtons extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        min-height: 44px;
      }

      .step {
        flex: 1;
        min-width: 0;
        padding-inline-start: 4px;
        color: var(--muted);
        font-size: 14px;
        line-height: 20px;
      }

      /* The icons, not the tap targets, line up with the text. */
      .back {
        margin-inline-start: -12px;
      }

      button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: 12px;
      }

      button:hover {
        background: var(--tint);
      }

      .close {
        margin-inline: auto -12px;
      }
    `,
  ];

  @consume({ context: navigationContext, subscribe: true })
  @property({ attribute: false })
  navigation?: Navigation;

  @consume({ context: languageContext, subscribe: true })
  @property({ attribute: false })
  language?: Language;

  @consume({ context: dispatchContext })
  dispatch?: Dispatch;

  override render() {
    const { navigation, language } = this;
    if (!navigation || !language) return nothing;
    const { back, close } = language.t.common;
    return html`${
      navigation.back
        ? html`<button
            class="back"
            type="button"
            aria-label=${back}
            title=${back}
            @click=${() => this.dispatch?.({ type: 'back' })}
          >
            ${backIcon}
          </button>`
        : nothing
    }${navigation.step ? html`<span class="step figures">${navigation.step}</span>` : nothing}${
      navigation.close
        ? html`<button
            class="close"
            type="button"
            aria-label=${close}
            title=${close}
            @click=${() => this.dispatchEvent(new CloseEvent())}
          >
            ${closeIcon}
          </button>`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nav-buttons': NavButtons;
  }
  interface HTMLElementEventMap {
    [CloseEvent.type]: CloseEvent;
  }
}
