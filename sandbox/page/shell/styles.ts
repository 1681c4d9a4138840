/** Type, spacing and controls, shared by the app, the shell and all screens. */
import { css } from 'lit';

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  ul {
    list-style: none;
  }

  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  :focus-visible {
    outline: 3px solid var(--ring);
    outline-offset: 2px;
  }

  svg {
    display: block;
    flex: none;
  }

  a {
    color: var(--link);
    text-underline-offset: 3px;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: 0.875rem;
    line-height: 1.25rem;
  }

  .figures {
    font-variant-numeric: tabular-nums;
  }

  .center {
    text-align: center;
  }
`;

export const controls = css`
  form,
  .stack {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  .field label,
  .label {
    display: block;
    margin-bottom: 6px;
    font-size: 0.9375rem;
    line-height: 1.375rem;
    font-weight: 600;
  }

  .box {
    display: flex;
    align-items: center;
    gap: 10px;
    height: 3.25rem;
    padding-inline: 14px;
    border: 1.5px solid var(--control);
    border-radius: 12px;
    background: var(--surface);
  }

  .box:focus-within {
    border-color: var(--ring);
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--ring) 28%, transparent);
  }

  .box:has([aria-invalid='true']) {
    border-color: var(--bad);
  }

  .box input {
    flex: 1;
    min-width: 0;
    height: 100%;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    font-size: 1.0625rem;
    text-overflow: ellipsis;
  }

  .box input::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  .box input::-webkit-search-cancel-button {
    display: none;
  }

  /* Shadows and the colours of borders are taken away. */
  @media (forced-colors: active) {
    .box:focus-within {
      outline: 3px solid Highlight;
    }

    .box:has([aria-invalid='true']) {
      border: 4px double CanvasText;
    }
  }

  .wrong {
    margin-top: 6px;
    color: var(--bad);
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 550;
  }

  .inline {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    font-size: 0.9375rem;
    font-weight: 550;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    width: 100%;
    min-height: 52px;
    padding: 8px 16px;
    border: 1.5px solid var(--primary-edge);
    border-radius: 12px;
    background: var(--primary);
    color: var(--on-primary);
    font-size: 1.0625rem;
    line-height: 1.2;
    font-weight: 600;
    text-align: center;
    transition: background-color 120ms ease-out;
  }

  .button:hover {
    background: var(--primary-hover);
  }

  /* What cannot be undone. */
  .button.danger {
    border-color: var(--bad);
    background: var(--bad-bg);
    color: var(--bad);
  }

  .button.danger:hover {
    text-decoration: underline;
  }

  .button.plain {
    border-color: var(--control);
    background: none;
    color: var(--text);
  }

  .button.plain:hover {
    background: var(--tint);
  }

  .button.text {
    min-height: 44px;
    border-color: transparent;
    background: none;
    color: var(--text);
    font-size: 1rem;
    font-weight: 550;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 4px;
  }

  .button.text:hover {
    text-decoration-thickness: 2px;
  }

  .button.compact {
    width: auto;
    min-height: 44px;
    padding: 4px 14px;
    font-size: 0.9375rem;
  }

  /* Two answers to one question: as wide, as high and as near, whatever they say and wherever. */
  .answers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
    gap: 12px;
  }

  .answers .button {
    padding: 4px 8px;
  }

  .button[aria-busy='true'] {
    cursor: progress;
  }

  .button[aria-busy='true']:hover {
    background: var(--primary);
  }

  .waiting {
    display: flex;
    align-items: center;
    gap: 12px;
  }

  .spinner {
    flex: none;
    width: 18px;
    height: 18px;
    border: 2px solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 900ms linear infinite;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 3s;
    }
  }
`;

/** The bank that a step is about, in a line. */
export const banks = css`
  .bank-line {
    display: flex;
    align-items: center;
    gap: 10px;
    line-height: 1.375rem;
  }

  .bank-line svg {
    width: 28px;
    height: 28px;
  }

  .bank-line span {
    min-width: 0;
  }

  .bank-line b {
    margin-inline-end: 4px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  /* Whole on the next line where there is no room for it. */
  .bank-line small {
    display: inline-block;
    color: var(--muted);
    font-size: 0.875rem;
  }
`;

export const lists = css`
  .list {
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    box-shadow:
      0 1px 2px rgb(20 30 40 / var(--shadow-strength, 0)),
      0 8px 24px rgb(20 30 40 / var(--shadow-strength, 0));
  }

  .row {
    display: flex;
    align-items: center;
    gap: 14px;
    min-height: 64px;
    padding: 12px 16px;
    text-align: start;
  }

  .row + .row,
  li + li > .row {
    border-top: 1px solid var(--line);
  }

  button.row {
    width: 100%;
  }

  button.row:hover {
    background: var(--tint);
  }

  button.row:focus-visible {
    outline-offset: -3px;
    border-radius: 13px;
  }

  .row .words {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  .row .name {
    display: block;
    font: inherit;
    font-weight: 600;
  }

  .row .more {
    display: block;
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.25rem;
  }

  .row .chevron {
    color: var(--muted);
  }

  label.row {
    cursor: pointer;
  }

  label.row:hover {
    background: var(--tint);
  }

  .row:has(input:focus-visible) {
    outline: 3px solid var(--ring);
    outline-offset: -3px;
    border-radius: 13px;
  }

  .tick {
    appearance: none;
    display: grid;
    place-items: center;
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    border: 2px solid var(--control);
    border-radius: 7px;
    background: var(--surface);
    outline: 0;
    cursor: pointer;
  }

  .tick[type='radio'] {
    border-radius: 50%;
  }

  .tick:checked {
    border-color: var(--primary-strong);
    background: var(--primary);
  }

  .tick:checked::after {
    content: '';
    width: 12px;
    height: 6px;
    margin-top: -3px;
    border: solid var(--on-primary);
    border-width: 0 0 2.5px 2.5px;
    transform: rotate(-45deg);
  }

  .tick[type='radio']:checked::after {
    width: 8px;
    height: 8px;
    margin: 0;
    border: 0;
    border-radius: 50%;
    background: var(--on-primary);
    transform: none;
  }

  @media (forced-colors: active) {
    .tick:checked {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
    }

    .tick:checked::after {
      border-color: HighlightText;
    }

    .tick[type='radio']:checked::after {
      background: HighlightText;
    }
  }
`;

export const notes = css`
  .note {
    display: flex;
    gap: 10px;
    padding: 12px 14px;
    border: 1px solid color-mix(in srgb, currentcolor 16%, transparent);
    border-radius: 12px;
    font-size: 0.9375rem;
    line-height: 1.375rem;
    text-align: start;
  }

  .note svg {
    margin-top: 2px;
  }

  .note :is(b, h2) {
    font: inherit;
    font-weight: 600;
  }

  .note a {
    color: inherit;
  }

  .note request-id {
    color: inherit;
  }

  .note .words {
    min-width: 0;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  /* A link and what follows it at once. */
  .note .whole {
    white-space: nowrap;
  }

  .note a,
  .note button {
    display: inline-block;
    padding-block: 1px;
    font-weight: 550;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .bad {
    color: var(--bad);
    background: var(--bad-bg);
  }

  .warn {
    color: var(--warn);
    background: var(--warn-bg);
  }

  .ok {
    color: var(--ok);
    background: var(--ok-bg);
  }

  .info {
    color: var(--info);
    background: var(--info-bg);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    padding: 2px 10px;
    border: 1px solid color-mix(in srgb, currentcolor 16%, transparent);
    border-radius: 13px;
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 600;
  }
`;

/** A list whose items begin with a check. */
export const checks = css`
  li {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-block: 4px;
  }

  li svg {
    flex: none;
    color: var(--ok);
  }
`;
