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

/** Back on the left and close on the right, each only where it leads somewhere. */
@customElement('nav-buttons')
export class NavButtons extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        justify-content: space-between;
        min-height: 44px;
        /* The icons, not the tap targets, line up with the text. */
        margin-inline: -12px;
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
        margin-inline-start: auto;
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
            type="button"
            aria-label=${back}
            title=${back}
            @click=${() => this.dispatch?.({ type: 'back' })}
          >
            ${backIcon}
          </button>`
        : nothing
    }${
      navigation.close
        ? html`<button
            class="close"
            type="button"
            aria-label=${close}
            title=${close}
            @click=${() => this.dispatch?.({ type: 'exit' })}
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
}
