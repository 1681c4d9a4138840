import { LitElement, css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageScheme, type Scheme } from './page-scheme.js';
import { wordsOf } from './texts/language.js';
import { siteTexts } from './texts/site.js';

const t = wordsOf(siteTexts);

const icons = {
  light: svg`<circle cx="12" cy="12" r="4.5" /><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" />`,
  dark: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />`,
};

/** Switches the demo's own colour scheme, and keeps it for the next visit where storage allows. */
@customElement('scheme-switch')
export class SchemeSwitch extends LitElement {
  static override styles = css`
    button {
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 44px;
      padding: 0;
      border: 0;
      border-radius: var(--control-radius);
      background: none;
      color: inherit;
      cursor: pointer;
    }
    button:hover {
      background: var(--sunken);
    }
    button:focus-visible {
      outline: 3px solid var(--ring);
    }
    svg {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.8;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  readonly #scheme = new PageScheme(this);

  protected override render() {
    const other = this.#scheme.value === 'dark' ? 'light' : 'dark';
    const label = other === 'dark' ? t.toDark : t.toLight;
    return html`
      <button type="button" aria-label=${label} title=${label} @click=${() => this.#apply(other)}>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">${icons[other]}</svg>
      </button>
    `;
  }

  #apply(scheme: Scheme): void {
    document.documentElement.dataset.scheme = scheme;
    try {
      localStorage.setItem('demo-scheme', scheme);
    } catch {
      // Storage is denied: the choice lasts until the page is left.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scheme-switch': SchemeSwitch;
  }
}
