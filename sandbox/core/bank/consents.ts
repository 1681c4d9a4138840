/**
 * Consents of a bank login. Source: finoOS documentation, "Consent Management": one is valid at any
 * time, a new one invalidates the one before.
 *
 * A consent is `given`; or `revoked` at the bank, which UBA does not know yet; or `void`: no longer
 * usable.
 */
import type { Consent } from './stored-state.js';

/** How many are remembered of a bank login; only the latest counts. */
const mostConsents = 10;

type Consents = readonly Consent[];

/** A new consent up to `endsAt`, which comes last; those before it are void. */
export const grant = (before: Consents, endsAt: number): Consent[] => [
  ...end(before).slice(1 - mostConsents),
  { endsAt, standing: 'given' },
];

/** The same consents, void. */
export const end = (consents: Consents): Consent[] =>
  consents.map((consent) => ({ ...consent, standing: 'void' }));

/** The same consents, taken back at the bank. */
export const revoke = (consents: Consents, now: number): Consent[] =>
  consents.map((consent) =>
    consent.standing === 'given' ? { ...consent, standing: 'revoked', revokedAt: now } : consent,
  );

/** The same consents, none of them beyond `now`. */
export const expire = (consents: Consents, now: number): Consent[] =>
  consents.map((consent) => ({ ...consent, endsAt: Math.min(consent.endsAt, now) }));

/**
 * Up to when UBA hears from the bank: as long as the latest consent was good.
 * Source: finoOS documentation, "Retrieving Payment Information".
 */
export function knownAt(consents: Consents, now: number): number {
  const { endsAt = now, revokedAt = now } = consents.at(-1) ?? {};
  return Math.min(now, endsAt, revokedAt);
}

/** How the latest consent stands. */
export function consentStatus(consents: Consents, now: number): 'valid' | 'expired' | 'revoked' {
  const latest = consents.at(-1);
  if (latest?.standing === 'revoked') return 'revoked';
  return latest?.standing === 'given' && now < latest.endsAt ? 'valid' : 'expired';
}
