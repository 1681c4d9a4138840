/** What the payee's bank says to the payee's name. Ours: the name decides. */
import type { PayeeCheck } from '../contract/payments.js';

/** Payees that a path begins with. */
export const payees = {
  closeMatch: 'sbx-close-match',
  noMatch: 'sbx-no-match',
  notPossible: 'sbx-not-possible',
} as const;

/** Whom the account of `sbx-close-match` belongs to. */
const closeTo = 'Erika Mustermann';

export function checkPayee(name: string): PayeeCheck {
  switch (name.trim().toLowerCase()) {
    case payees.closeMatch:
      return { result: 'close-match', name: closeTo };
    case payees.noMatch:
      return { result: 'no-match' };
    case payees.notPossible:
      return { result: 'not-possible' };
    default:
      return { result: 'match' };
  }
}
