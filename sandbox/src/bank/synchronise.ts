/** Synchronising a bank login with nobody there to answer a challenge. */
import type { UbaErrorCode } from '@finodigital/uba-protocol';
import type { BankLogin } from '../flow/bank-side.js';
import type { Clock } from '../flow/clock.js';
import { bankByCode } from './banks.js';
import { consentStatus } from './consents.js';
import { failureAt } from './demo-users.js';
import type { Ledger } from './ledger.js';

export type SyncOutcome =
  | { readonly outcome: 'synchronised'; readonly login: BankLogin }
  /** The user must give a new consent. */
  | { readonly outcome: 'needs-consent' }
  | { readonly outcome: 'refused'; readonly code: UbaErrorCode };

export function synchronise(ledger: Ledger, clock: Clock, bankLoginId: string): SyncOutcome {
  const { bankCode, userName, consents } = ledger.find(bankLoginId);
  const code = failureAt('sync', bankByCode(bankCode), userName);
  if (code) {
    ledger.failed(bankLoginId);
    return { outcome: 'refused', code };
  }
  switch (consentStatus(consents, clock.now())) {
    case 'valid':
      return { outcome: 'synchronised', login: ledger.synchronised(bankLoginId) };
    case 'revoked':
      ledger.learnedOfRevocation(bankLoginId);
      return { outcome: 'refused', code: 'INVALID_CONSENT' };
    case 'expired':
      return { outcome: 'needs-consent' };
  }
}
