/** The design of a developer tool: one dark scheme, which no theme of an integrator changes. */
import { css } from 'lit';

export const panelStyles = css`
  :host {
    --tool-bg: #14171b;
    --tool-surface: #1d2228;
    --tool-text: #e8ebef;
    --tool-muted: #aab2bc;
    --tool-line: #39414b;
    --tool-control: #7b8794;
    --tool-accent: #9bd0ff;
    --tool-ours: #ffd479;
    --tool-documented: #8fdcb2;
    --ring: var(--tool-accent);

    position: fixed;
    inset: 0 0 0 auto;
    z-index: 2;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    width: min(400px, 50%);
    border-inline-start: 1px solid var(--tool-line);
    background: var(--tool-bg);
    color: var(--tool-text);
    color-scheme: dark;
    font:
      0.875rem/1.25rem ui-monospace,
      SFMono-Regular,
      Menlo,
      Consolas,
      monospace;
  }

  /* On a phone it leaves the flow in sight, with its primary button. */
  @media (width <= 47.5em) {
    :host {
      inset: auto 0 0;
      width: 100%;
      height: var(--tools-height);
      border-inline-start: 0;
      border-top: 1px solid var(--tool-line);
    }
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 4px 4px 4px 16px;
    border-bottom: 1px solid var(--tool-line);
  }

  h2 {
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 700;
  }

  .head button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    outline-offset: -3px;
  }

  .sections {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  details {
    border-bottom: 1px solid var(--tool-line);
  }

  summary {
    padding: 12px 16px;
    font-weight: 700;
    cursor: pointer;
  }

  summary:focus-visible {
    outline-offset: -3px;
  }

  summary .count {
    color: var(--tool-muted);
    font-weight: 400;
  }

  .inside {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 0 16px 16px;
  }

  .muted {
    color: var(--tool-muted);
  }

  [role='group'] .buttons {
    margin-top: 8px;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .tool {
    min-height: 36px;
    padding: 6px 12px;
    border: 1px solid var(--tool-control);
    border-radius: 6px;
    background: var(--tool-surface);
  }

  .tool:hover {
    border-color: var(--tool-text);
  }

  .tool[aria-pressed='true'] {
    border-color: var(--tool-accent);
    color: var(--tool-accent);
  }

  .phone {
    width: min(260px, 100%);
    min-height: 96px;
    margin-inline: auto;
    padding: 12px;
    border: 2px solid var(--tool-control);
    border-radius: 22px;
    background: #000;
    font-family: system-ui, sans-serif;
  }

  .phone::before {
    content: '';
    display: block;
    width: 56px;
    height: 5px;
    margin: 0 auto 12px;
    border-radius: 5px;
    background: var(--tool-line);
  }

  .message {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 12px;
    border-radius: 14px;
    background: var(--tool-surface);
  }

  .message + .message {
    margin-top: 8px;
  }

  .message .tool {
    flex: 1;
    border-radius: 10px;
  }

  .digits {
    font-size: 1.375rem;
    line-height: 1.75rem;
    font-weight: 700;
    letter-spacing: 0.1em;
  }

  a {
    display: block;
    padding: 6px 0;
    color: var(--tool-accent);
    text-underline-offset: 3px;
  }

  [aria-current] {
    color: var(--tool-text);
    font-weight: 700;
  }

  .orders li + li {
    margin-top: 12px;
  }

  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .event {
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding-block: 8px;
    border-top: 1px dashed var(--tool-line);
    overflow-wrap: anywhere;
  }

  .event b {
    color: var(--tool-text);
  }

  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 8px;
    margin: 0;
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  dd {
    margin: 0;
    color: var(--tool-muted);
  }

  .documented {
    color: var(--tool-documented);
  }

  .ours {
    color: var(--tool-ours);
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    font-size: 0.8125rem;
  }
`;
