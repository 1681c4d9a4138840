import { css, html } from 'lit';

/** What a newcomer types into the sandbox. Source: finoOS documentation, "Sandbox & Demo". */
export const tryIt = html`
  <dl class="try-it" aria-label="What to type">
    <div>
      <dt>Bank</dt>
      <dd>fino SCA Bank</dd>
    </div>
    <div>
      <dt>User</dt>
      <dd>fino01</dd>
    </div>
    <div>
      <dt>PIN</dt>
      <dd>654321</dd>
    </div>
    <div>
      <dt>TAN</dt>
      <dd>123456</dd>
    </div>
  </dl>
`;

export const tryItStyles = css`
  .try-it {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 10px 16px;
    font-size: 14px;
  }
  .try-it dt {
    color: var(--muted);
    font-size: 13px;
  }
  .try-it dd {
    font: 600 13px/1.4 var(--mono);
  }
`;
