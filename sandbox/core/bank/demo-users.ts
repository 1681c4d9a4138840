/**
 * The users of the demo banks, and what their passwords do.
 * Source of the three users and the passwords: finoOS documentation, "Demo Users"; the rest is ours.
 */
import { errorCodes, type UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { Bank } from '../contract/bank-side.js';
import { errorBank } from './banks.js';

/** Which accounts a user has. */
export type Profile = 'private' | 'business' | 'securities';

/**
 * Users that a path begins with, whatever their password. Ours.
 *
 * - `sbx-lock`: wrong PINs count, and the third locks
 * - `sbx-missing-token`: the bank's own page gives no token
 * - `sbx-no-push`: push is switched off, so no request for an approval arrives
 * - `sbx-new-device`: the device is another one than the bank knows
 * - `sbx-late-duplicate`: a duplicate shows only once it is connected
 * - `sbx-sca-always`: each synchronisation takes a challenge
 * - `sbx-fails-twice`: the first two synchronisations fail
 */
export type Trigger =
  | 'sbx-lock'
  | 'sbx-missing-token'
  | 'sbx-no-push'
  | 'sbx-new-device'
  | 'sbx-late-duplicate'
  | 'sbx-sca-always'
  | 'sbx-fails-twice';

/** What a demo bank asks for after the PIN. */
export type Sca = 'none' | 'tan' | 'decoupled' | 'photo';

const profiles: ReadonlyMap<string, Profile> = new Map([
  ['persondemo', 'private'],
  ['fino01', 'private'],
  ['companydemo', 'business'],
  ['depot01', 'securities'],
]);

/** Where a login can be made to fail. */
const stages = ['login', 'tan', 'accounts', 'redirect', 'sync'] as const;

const baseName = (userName: string): string => userName.trim().replace(/\+.*$/, '');

const nameOf = (userName: string): string => baseName(userName).toLowerCase();

/** `user+x` is another login of `user`; whoever is unknown is like `persondemo`. */
export const profileOf = (userName: string): Profile => profiles.get(nameOf(userName)) ?? 'private';

/** Whether the documentation names this user. */
export const isDocumented = (userName: string): boolean => profiles.has(nameOf(userName));

/** Whether this is the user, or another login of that user. */
export const isUser = (userName: string, trigger: Trigger): boolean => nameOf(userName) === trigger;

/**
 * What the error bank refuses the user `err-CODE@stage` with at that stage; without one, the login.
 * A code or a stage that is not known counts as UNKNOWN and login.
 */
export function failureAt(
  stage: (typeof stages)[number],
  bank: Bank,
  userName: string,
): UbaBankErrorCode | undefined {
  const [, code, where = ''] = /^err-([^@]+)(?:@(.*))?$/i.exec(baseName(userName)) ?? [];
  if (bank !== errorBank || !code) return undefined;
  const planned = stages.find((known) => known === where.toLowerCase()) ?? 'login';
  if (planned !== stage) return undefined;
  return errorCodes.find((known) => known === code.toUpperCase()) ?? 'UNKNOWN';
}

/** What the documented passwords do; anything else, or nothing, lets the user in. */
export function passwordMeaning(pin: string): Sca | 'wrong' {
  switch (pin) {
    case '654321':
      return 'tan';
    case '999999':
      return 'wrong';
    case '999991':
      return 'decoupled';
    case '999992':
      return 'photo';
    default:
      return 'none';
  }
}

/** The right answer to every TAN challenge. Source: as above. */
export const rightTan = '123456';
