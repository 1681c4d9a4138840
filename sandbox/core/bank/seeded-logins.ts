/** The bank logins that a management session begins with when it is opened for the first time. */
import { day, hour } from '../contract/durations.js';
import { errorBank, redirectBank, scaBank } from './banks.js';
import { consentTerm } from './consents.js';
import type { Ledger } from './ledger.js';

/** In this session the second bank login cannot be synchronised. */
const syncErrorSession = 'sbx-manage-sync-error';

/** Two bank logins: the consent of the first has expired, that of the second is valid. */
export function seedLogins(ledger: Ledger, sessionId: string, now: number): void {
  const [valid, userName] =
    sessionId === syncErrorSession
      ? [errorBank, 'err-BANK_ERROR@sync']
      : [redirectBank, 'persondemo'];
  const seeds = [
    {
      bank: scaBank,
      userName: 'persondemo',
      grantedAt: now - consentTerm - 2 * day,
      seenAt: now - 3 * day,
    },
    { bank: valid, userName, grantedAt: now - 20 * day, seenAt: now - 5 * hour },
  ];
  for (const { bank, userName, grantedAt, seenAt } of seeds) {
    const holder = { bankCode: bank.bankCode, userName };
    const accountIds = ledger.accountsOf(holder).map(({ accountId }) => accountId);
    ledger.add({
      ...holder,
      accountIds: accountIds.slice(0, 2),
      sca: 'tan',
      consents: [{ endsAt: grantedAt + consentTerm, standing: 'given' }],
      lastSynchronization: seenAt,
    });
  }
}
