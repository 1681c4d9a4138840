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
  @media (width >= 740px) {
    :host {
      grid-template-columns: minmax(340px, 5fr) minmax(0, 6fr);
      align-items: start;
    }
    .code,
    .options {
      grid-column: 1 / -1;
    }
  }
  @media (width >= 1200px) {
    :host {
      grid-template-columns: minmax(375px, 440px) minmax(0, 1fr) 340px;
      grid-template-rows: auto 1fr;
    }
    .stage {
      grid-row: 1 / 3;
    }
    .code {
      grid-column: 2;
    }
    .options {
      grid-area: 1 / 3 / 3 / 4;
      position: sticky;
      inset-block-start: 20px;
      max-block-size: calc(100dvh - 40px);
      overflow-y: auto;
    }
  }
`;
