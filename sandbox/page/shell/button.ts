import { html, nothing, type TemplateResult } from 'lit';

interface SubmitWords {
  readonly label: string;
  /** What happens while the answer is awaited. */
  readonly busyLabel: string;
  readonly busy: boolean;
  /** What it does cannot be undone. */
  readonly isDanger?: boolean;
}

interface PlainWords {
  readonly label: string;
  readonly onClick: () => void;
  /** `plain` has a border, `text` is underlined. */
  readonly variant: 'plain' | 'text';
}

/**
 * The primary button of the form with the id `form`. While busy it shows what happens, stays in place
 * with its focus, and does nothing; it is not disabled, which would lose the focus.
 */
export const submitButton = ({ label, busyLabel, busy, isDanger }: SubmitWords): TemplateResult =>
  html`<button
    slot="primary"
    class="button ${isDanger ? 'danger' : ''}"
    type="submit"
    form="form"
    aria-busy=${busy ? 'true' : nothing}
    aria-disabled=${busy ? 'true' : nothing}
    ?data-busy=${busy}
  >
    ${busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}
    ${busy ? busyLabel : label}
  </button>`;

/** The primary button of a step without a form; `ready` is false while its action is prepared. */
export const primaryButton = (label: string, onClick: () => void, ready = true): TemplateResult =>
  html`<button
    slot="primary"
    class="button"
    type="button"
    aria-disabled=${ready ? nothing : 'true'}
    @click=${onClick}
  >
    ${label}
  </button>`;

/** A button beside the primary one. */
export const plainButton = ({ label, onClick, variant }: PlainWords): TemplateResult =>
  html`<button slot="actions" class="button ${variant}" type="button" @click=${onClick}>
    ${label}
  </button>`;
