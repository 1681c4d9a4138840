/** What a user approves, in a line. */
import { html, nothing, type TemplateResult } from 'lit';
import { subjectOf, type Money, type PaymentSubject } from '../../core/contract/payments.js';
import type { Purpose } from '../../core/flow/flow-state.js';
import { asLine } from './as-line.js';
import type { Language } from '../texts/index.js';

export const sumWords = (sums: readonly Money[], language: Language): string =>
  sums.map(({ amount, currency }) => language.money(amount, currency)).join(' + ');

export function subjectWords({ sums, count, payee }: PaymentSubject, language: Language): string {
  const { pay } = language.t;
  const sum = sumWords(sums, language);
  return payee === undefined
    ? pay.subjectOfSeveral(sum, pay.transfers(count))
    : pay.subject(sum, asLine(payee));
}

/** A line below the title of a challenge, where that is one of a payment. */
export const subjectLine = (
  purpose: Purpose,
  language: Language,
): TemplateResult | typeof nothing =>
  purpose.kind === 'pay'
    ? html`<p slot="lead" class="subject figures">
        ${subjectWords(subjectOf(purpose.payment.transfers), language)}
      </p>`
    : nothing;
