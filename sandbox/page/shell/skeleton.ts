import { css, html, type TemplateResult } from 'lit';

/** Three grey rows in the place of a list that loads. They come only after 200 ms. */
export const skeletonRows = (): TemplateResult =>
  html`<div class="list skeleton" aria-hidden="true">
    ${[0, 1, 2].map(
      () =>
        html`<div class="row">
          <i class="square"></i><span class="words"><i></i><i class="short"></i></span>
        </div>`,
    )}
  </div>`;

export const skeletonStyles = css`
  .skeleton {
    animation: appear 200ms 200ms ease-out both;
  }

  .skeleton i {
    display: block;
    width: 70%;
    height: 12px;
    margin-block: 6px;
    border-radius: 6px;
    background: var(--line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .skeleton .short {
    width: 45%;
  }

  .skeleton .square {
    width: 40px;
    height: 40px;
    margin: 0;
    border-radius: 11px;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton i {
      animation: none;
    }
  }
`;
