import { css } from 'lit';

/** Buttons, fields and cards as all elements of the demo share them. */
export const controls = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  pre,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  a {
    color: inherit;
    text-underline-offset: 3px;
  }
  code,
  pre,
  .mono {
    font: 0.8125rem/1.55 var(--mono);
  }
  h2 {
    font-size: 1.0625rem;
    line-height: 1.3;
    font-weight: 650;
  }
  h3 {
    font-size: 0.9375rem;
    font-weight: 600;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 3px solid var(--ring);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 36px;
    padding: 0 12px;
    border: 1.5px solid var(--line-strong);
    border-radius: var(--control-radius);
    background: var(--surface);
    font-size: 0.875rem;
    font-weight: 600;
    white-space: nowrap;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    border-color: var(--text);
  }
  .button.primary {
    border-color: var(--primary);
    background: var(--primary);
    color: var(--on-primary);
  }
  .button.primary:hover {
    background: color-mix(in oklch, var(--primary), black 6%);
  }
  .button:disabled {
    border-color: var(--line);
    color: var(--muted);
    cursor: default;
  }
  .button:focus-visible {
    border-radius: var(--control-radius);
  }
  .field {
    inline-size: 100%;
    min-block-size: 40px;
    padding: 0 12px;
    border: 1.5px solid var(--line-strong);
    border-radius: var(--control-radius);
    background: var(--surface);
    font-size: 0.9375rem;
  }
  .field:focus-visible {
    border-color: var(--ring);
    outline: 3px solid color-mix(in srgb, var(--ring) 30%, transparent);
    outline-offset: 0;
    border-radius: var(--control-radius);
  }
  .field[aria-invalid='true'] {
    border-color: var(--bad);
  }
  textarea.field {
    padding-block: 8px;
    resize: vertical;
  }
  .card {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .hint {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .problem {
    color: var(--bad);
    font-size: 0.875rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    padding: 1px 9px;
    border-radius: 99px;
    background: var(--sunken);
    font-size: 0.8125rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .chip.ok {
    background: var(--ok-surface);
    color: var(--ok);
  }
  .chip.warn {
    background: var(--warn-surface);
    color: var(--warn);
  }
  .chip.bad {
    background: var(--bad-surface);
    color: var(--bad);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .button,
    .field {
      min-block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
