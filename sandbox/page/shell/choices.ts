import { html, nothing, type TemplateResult } from 'lit';
import { chevronIcon } from './icons.js';

interface Choice {
  readonly name: string;
  /** A line of explanation. */
  readonly more?: string;
  readonly choose: () => void;
}

/**
 * Things to choose from, each of which goes on by itself.
 *
 * @param busy what is said while the answer is awaited, in which nothing can be chosen
 */
export const choices = (list: readonly Choice[], busy: string | undefined): TemplateResult =>
  html`<ul class="list" aria-busy=${busy ? 'true' : nothing}>
      ${list.map(
        ({ name, more, choose }) =>
          html`<li>
            <button
              class="row"
              type="button"
              aria-disabled=${busy ? 'true' : nothing}
              @click=${() => !busy && choose()}
            >
              <span class="words">
                <span class="name">${name}</span>
                ${more ? html`<span class="more">${more}</span>` : nothing}
              </span>
              <span class="chevron">${chevronIcon}</span>
            </button>
          </li>`,
      )}
    </ul>
    <p class="muted small" data-busy>${busy ?? nothing}</p>`;
