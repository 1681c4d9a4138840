/** The bank logins that a session begins with when it is opened for the first time. */
import { day, hour } from '../contract/durations.js';
import { errorBank, interfaceBank, redirectBank, scaBank } from './banks.js';
import type { AccountType, Bank } from '../contract/bank-side.js';
import type { Ledger } from './ledger.js';
import { managementPrefix, ownSync } from './session.js';

interface Seed {
  readonly bank: Bank;
  readonly userName: string;
  readonly accountType?: AccountType;
  /** How long ago the consent was given, and how long ago data was last synchronised, in ms. */
  readonly consentAge: number;
  readonly dataAge: number;
}

const expired: Seed = {
  bank: scaBank,
  userName: 'persondemo',
  consentAge: scaBank.consentTerm + 2 * day,
  dataAge: 3 * day,
};

const valid = { consentAge: 20 * day, dataAge: 5 * hour };
const atInterfaceBank = { bank: interfaceBank, accountType: 'GIRO', ...valid } as const;

/** Of a management session: the consent of the first has expired, that of the second is valid. */
const usual: readonly Seed[] = [expired, { bank: redirectBank, userName: 'persondemo', ...valid }];

/** Sessions that begin with others. */
const special: ReadonlyMap<string, readonly Seed[]> = new Map([
  [
    'sbx-manage-sync-error',
    [expired, { bank: errorBank, userName: 'err-BANK_ERROR@sync', ...valid }],
  ],
  ['sbx-manage-sca-always', [expired, { userName: 'sbx-sca-always', ...atInterfaceBank }]],
  ['sbx-manage-fails-twice', [expired, { userName: 'sbx-fails-twice', ...atInterfaceBank }]],
  [
    'sbx-connect-late-duplicate',
    [{ bank: redirectBank, userName: 'sbx-late-duplicate', ...valid }],
  ],
]);

/** Stores what the session begins with; nothing where that is nothing. */
export function seedLogins(ledger: Ledger, sessionId: string, now: number): void {
  const seeds = special.get(sessionId) ?? (sessionId.startsWith(managementPrefix) ? usual : []);
  for (const { bank, userName, accountType, consentAge, dataAge } of seeds) {
    const holder = { bankCode: bank.bankCode, userName, ...(accountType && { accountType }) };
    const accountIds = ledger.accountsOf(holder).map(({ accountId }) => accountId);
    ledger.add({
      ...holder,
      accountIds: accountIds.slice(0, 2),
      sca: 'tan',
      ...ownSync,
      consents: [{ endsAt: now - consentAge + bank.consentTerm, standing: 'given' }],
      connectedAt: now - consentAge,
      lastSynchronization: now - dataAge,
    });
  }
}
