/**
 * Whether a bank login can be synchronised now, and doing it where nobody needs to take part.
 * Source: finoOS documentation, "Synchronization".
 */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { Clock } from '../contract/clock.js';
import { bankByCode } from './banks.js';
import { consentStatus } from './consents.js';
import { failureAt, isUser } from './demo-users.js';
import type { Ledger, SyncCause } from './ledger.js';
import type { StoredLogin } from './stored-state.js';

export type SyncOutcome =
  | { readonly outcome: 'synchronised' }
  /** The user must take part, and give a new consent unless theirs is to stay. */
  | { readonly outcome: 'needs-user'; readonly consent: 'renewed' | 'valid' }
  | { readonly outcome: 'refused'; readonly code: UbaBankErrorCode };

/** How many synchronisations of `sbx-fails-twice` fail. */
const failures = 2;

export function synchronise(
  ledger: Ledger,
  clock: Clock,
  bankLoginId: string,
  cause: SyncCause,
): SyncOutcome {
  const login = ledger.find(bankLoginId);
  const code = failureOf(login);
  if (code) {
    ledger.recordFailure(bankLoginId);
    return { outcome: 'refused', code };
  }
  switch (consentStatus(login.consents, clock.now())) {
    case 'revoked':
      ledger.markRevoked(bankLoginId);
      return { outcome: 'refused', code: 'INVALID_CONSENT' };
    case 'expired':
      return { outcome: 'needs-user', consent: 'renewed' };
    case 'valid':
      if (!login.recurring) return { outcome: 'needs-user', consent: 'renewed' };
      if (isUser(login.userName, 'sbx-sca-always')) {
        return { outcome: 'needs-user', consent: 'valid' };
      }
      ledger.recordSync(bankLoginId, cause);
      return { outcome: 'synchronised' };
  }
}

function failureOf(login: StoredLogin): UbaBankErrorCode | undefined {
  const { bankCode, userName } = login;
  const isFailing = isUser(userName, 'sbx-fails-twice') && login.failures < failures;
  return (
    failureAt('sync', bankByCode(bankCode), userName) ?? (isFailing ? 'BANK_ERROR' : undefined)
  );
}
