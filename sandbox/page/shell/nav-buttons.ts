import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { languageContext, navigationContext, type Navigation } from '../context.js';
import type { Language } from '../texts/index.js';
import { backIcon, closeIcon } from './icons.js';
import { base, controls } from './styles.js';

/** Fired when the user wants a step back, or out. */
export class LeaveEvent extends Event {
  static readonly type = 'leave-step';
  constructor(readonly way: 'back' | 'exit') {
    super(LeaveEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * Back, which step this is, and close, in one row; each only where there is one. In words it is
 * close alone, where no row is: what else leads back stands beside it.
 */
@customElement('nav-buttons')
export class NavButtons extends LitElement {
  static override styles = [
    base,
    controls,
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
        font-size: 0.875rem;
        line-height: 1.25rem;
      }

      /* The icons, not the tap targets, line up with the text. */
      .back {
        margin-inline-start: -12px;
      }

      .icon {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: 12px;
      }

      .icon:hover {
        background: var(--tint);
      }

      .icon.close {
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

  @property({ type: Boolean, attribute: 'in-words' }) inWords = false;

  override render() {
    const { navigation, language } = this;
    if (!navigation || !language) return nothing;
    const { back, close } = language.t.common;
    const exit = () => this.dispatchEvent(new LeaveEvent('exit'));
    if (this.inWords) {
      return navigation.close
        ? html`<button class="button text" type="button" @click=${exit}>${close}</button>`
        : nothing;
    }
    return html`${
      navigation.back
        ? html`<button
            class="icon back"
            type="button"
            title=${back}
            @click=${() => this.dispatchEvent(new LeaveEvent('back'))}
          >
            ${backIcon}
          </button>`
        : nothing
    }${navigation.step ? html`<span class="step figures">${navigation.step}</span>` : nothing}${
      navigation.close
        ? html`<button class="icon close" type="button" title=${close} @click=${exit}>
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
    [LeaveEvent.type]: LeaveEvent;
  }
}
