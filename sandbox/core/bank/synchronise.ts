/** Synchronising a bank login with nobody there to answer a challenge. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { BankLogin } from '../contract/bank-side.js';
import type { Clock } from '../contract/clock.js';
import { bankByCode } from './banks.js';
import { consentStatus } from './consents.js';
import { failureAt } from './demo-users.js';
import type { Ledger } from './ledger.js';

export type SyncOutcome =
  | { readonly outcome: 'synchronised'; readonly login: BankLogin }
  /** The user must give a new consent. */
  | { readonly outcome: 'needs-consent' }
  | { readonly outcome: 'refused'; readonly code: UbaBankErrorCode };

export function synchronise(ledger: Ledger, clock: Clock, bankLoginId: string): SyncOutcome {
  const { bankCode, userName, consents } = ledger.find(bankLoginId);
  const code = failureAt('sync', bankByCode(bankCode), userName);
  if (code) {
    ledger.markFailed(bankLoginId);
    return { outcome: 'refused', code };
  }
  switch (consentStatus(consents, clock.now())) {
    case 'valid':
      return { outcome: 'synchronised', login: ledger.recordSync(bankLoginId) };
    case 'revoked':
      ledger.markRevoked(bankLoginId);
      return { outcome: 'refused', code: 'INVALID_CONSENT' };
    case 'expired':
      return { outcome: 'needs-consent' };
  }
}
