import { css } from 'lit';

/** The page "Back end": the widget, what the back end knows, and what can be done. */
export const backEnd = css`
  :host {
    display: grid;
    gap: 20px;
    align-items: start;
  }
  .column {
    display: grid;
    gap: 20px;
    min-inline-size: 0;
  }
  section {
    min-inline-size: 0;
    overflow: hidden;
  }
  section > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    min-block-size: 52px;
    padding: 8px 12px 8px 16px;
  }
  .text {
    padding: 0 16px 14px;
  }
  .note:not(:empty) {
    padding: 10px 16px;
    border-block-start: 1px solid var(--line);
    background: var(--sunken);
    font-size: 0.875rem;
  }
  .note.bad {
    background: var(--bad-surface);
    color: var(--bad);
  }
  .trouble {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px 24px;
    grid-column: 1 / -1;
    padding: 14px 16px;
    border-color: var(--bad);
    background: var(--bad-surface);
  }
  .trouble div {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }
  .trouble code {
    overflow-wrap: anywhere;
  }
  .waiting {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    min-block-size: 320px;
    padding: 24px;
    text-align: center;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 0 16px 14px;
  }
  .button[aria-busy='true'] {
    border-color: var(--line);
    color: var(--muted);
    cursor: progress;
  }
  .button.primary[aria-busy='true'] {
    color: var(--on-primary);
  }
  form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: 12px;
    padding: 0 16px 14px;
    font-size: 0.875rem;
  }
  form label {
    display: grid;
    gap: 4px;
  }
  .triggers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    grid-column: 1 / -1;
  }
  form > .button {
    justify-self: start;
  }
  .order {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    overflow-wrap: anywhere;
  }
  .rows > * {
    border-block-start: 1px solid var(--line);
  }
  .scroller .rows > :first-child {
    border: 0;
  }
  .login {
    display: grid;
    gap: 10px;
    padding: 12px 16px 14px;
  }
  .login p {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
  }
  .login .actions {
    padding: 0;
  }
  .account {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 64px;
    padding: 10px 16px;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .account:hover {
    background: var(--sunken);
  }
  .account:focus-visible {
    outline-offset: -3px;
  }
  .account[aria-pressed='true'] {
    background: var(--sunken);
    box-shadow: inset 3px 0 var(--primary);
  }
  .account:is(:hover, [aria-pressed='true']) .chip {
    background: var(--surface);
  }
  .account b {
    font-weight: 600;
  }
  .account small,
  td small {
    display: block;
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .sum {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  .account .sum {
    font-weight: 600;
  }
  .scroller {
    max-block-size: 480px;
    overflow: auto;
    border-block-start: 1px solid var(--line);
  }
  .scroller:focus-visible {
    outline-offset: -3px;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    padding: 8px 16px;
    background: var(--sunken);
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 600;
    text-align: start;
  }
  td {
    padding: 10px 16px;
    border-block-end: 1px solid var(--line);
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  tr:last-child td {
    border-block-end: 0;
  }
  td time {
    color: var(--muted);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  th.sum {
    text-align: end;
  }
  td .chip {
    white-space: normal;
    margin-block-start: 4px;
    margin-inline-end: 4px;
  }
  .delivery > details > summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 10px;
    align-items: center;
    min-block-size: 52px;
    padding: 8px 16px;
    white-space: normal;
  }
  .delivery > details > summary:hover {
    background: var(--sunken);
  }
  .delivery > details > summary:focus-visible {
    outline-offset: -3px;
  }
  .delivery > details > summary b {
    font: 600 0.8125rem/1.5 var(--mono);
  }
  .delivery > details > summary time {
    grid-row: 2;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .delivery > details > summary .chip {
    grid-area: 1 / 2 / 3;
  }
  .tree {
    padding: 4px 16px 12px;
    font: 0.8125rem/1.6 var(--mono);
  }
  @media (width < 400px) {
    th,
    td {
      padding-inline: 12px;
    }
  }
  th:not(:first-child),
  td:not(:first-child) {
    padding-inline-start: 0;
  }
  @media (width >= 740px) {
    :host {
      grid-template-columns: minmax(340px, 5fr) minmax(0, 6fr);
    }
    .column.tools {
      grid-column: 1 / -1;
      grid-template-columns: repeat(auto-fit, minmax(300px, 1fr));
      align-items: start;
    }
  }
  @media (width >= 1200px) {
    :host {
      grid-template-columns: minmax(375px, 400px) minmax(0, 1fr) minmax(320px, 380px);
    }
    .column.tools {
      grid-column: auto;
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
