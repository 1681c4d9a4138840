import { css } from 'lit';

/** The playgrounds' bench: what runs, what it says and the code for it, and the options. */
export const workbench = css`
  :host {
    display: grid;
    gap: 20px;
  }
  section {
    min-inline-size: 0;
    overflow: hidden;
  }
  section > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 52px;
    padding: 8px 12px 8px 16px;
    border-block-end: 1px solid var(--line);
  }
  flow-timeline {
    padding: 14px 16px;
    border-block-end: 1px solid var(--line);
  }
  code-tabs {
    max-block-size: 560px;
  }
  .waiting {
    display: flex;
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    justify-content: space-between;
    padding: 8px 12px 8px 16px;
    border-block-end: 1px solid var(--line);
    background: var(--warn-surface);
    color: var(--warn);
    font-size: 0.875rem;
  }
  @media (width >= 740px) {
    :host {
      grid-template-columns: minmax(340px, 5fr) minmax(0, 6fr);
    }
    .stage {
      align-self: start;
    }
    .log {
      display: flex;
      flex-direction: column;
    }
    .log event-log {
      flex: 1 0 360px;
      block-size: 360px;
    }
    .code,
    .options {
      grid-column: 1 / -1;
    }
  }
  @media (width >= 1200px) {
    :host {
      grid-template-columns: minmax(375px, 440px) minmax(0, 1fr) 340px;
    }
    .code {
      grid-column: 1 / 3;
    }
    /* As high as what is beside it, and no higher: it has its own scroll bar. */
    .options {
      grid-area: 1 / 3 / 3 / 4;
      contain: size;
      overflow-y: auto;
      border-radius: var(--radius);
    }
  }
  @media (width >= 1500px) {
    :host {
      grid-template-columns: minmax(440px, 560px) minmax(0, 1fr) 380px;
    }
  }
`;
