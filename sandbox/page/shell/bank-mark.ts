import { html, svg, type TemplateResult } from 'lit';
import type { Bank } from '../../core/contract/bank-side.js';
import type { Texts } from '../texts/index.js';

/** The bank's mark: a rounded square in its colour with its letters; its name stands beside it. */
export const bankMark = ({ mark }: Bank): TemplateResult =>
  html`<svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
    ${svg`<rect width="40" height="40" rx="11" fill=${mark.color} />
      <text x="20" y="25.4" text-anchor="middle" font-size="15" font-weight="700" fill="#fff">${mark.letters}</text>`}
  </svg>`;

/** The bank that a step is about, below the way to go. */
export const bankLine = (bank: Bank, { common }: Texts): TemplateResult =>
  html`<div class="bank-line">
    ${bankMark(bank)}
    <span>
      <b>${bank.shortName}</b>
      <small class="figures">${common.bankCode(bank.bankCode)}</small>
    </span>
  </div>`;
