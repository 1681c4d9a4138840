/** Ids in the forms that the documentation and published examples show. Nobody checks them by it. */
import type { Seeded } from './seeded.js';

/** Looks like a JSON Web Token and can be read like one; it is looked up, so nothing signs it. */
export function jsonWebToken(claims: object, signature: string): string {
  const head = { alg: 'HS256', typ: 'JWT' };
  return [JSON.stringify(head), JSON.stringify(claims), signature].map(base64Url).join('.');
}

/** @param id what makes it unique, and where it must not be guessed, a secret */
export const sessionToken = (id: string, userIdentifier: string): string =>
  jsonWebToken({ sub: userIdentifier, jti: id }, id);

/** What an integrator's front end knows a user by: not the id that its back end uses. */
export const userIdentifierOf = (seeded: Seeded, ...what: readonly (string | number)[]): string =>
  seeded.text('0123456789abcdef', 64, 'user identifier', ...what);

const base64Url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
