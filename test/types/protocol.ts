/**
 * What must and what must not compile. Each `@ts-expect-error` is a test: the compiler reports one
 * that expects an error in vain.
 */
import type {
  UbaBankErrorCode,
  UbaMessage,
  UbaMessageType,
  UbaOptions,
  UbaPayload,
} from '@finodigital/uba-protocol';

/** `true` only where each type goes where the other does. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;

// Names of events and codes.
export const type: UbaMessageType = 'bank-connect';
export const granular: UbaMessageType = 'TAN_CHALLENGE_SUBMIT';
export const code: UbaBankErrorCode = 'INVALID_PIN';
// @ts-expect-error a misspelt event
export const misspelt: UbaMessageType = 'bank-conect';
// @ts-expect-error another case
export const otherCase: UbaMessageType = 'Ready';
// @ts-expect-error a misspelt code
export const misspeltCode: UbaBankErrorCode = 'INVALID_TAN';

// Payloads belong to their names.
export const connect: UbaMessage = {
  type: 'bank-connect',
  payload: { accountIds: ['a'], bankLoginId: 'b' },
};
// @ts-expect-error a payload that belongs to another name
export const swapped: UbaMessage = { type: 'bank-connect', payload: { url: 'https://a.test' } };
// @ts-expect-error a payload that lacks a required key
export const lacking: UbaMessage = { type: 'bank-connect', payload: { accountIds: ['a'] } };
export const wrongKind: UbaMessage<'bank-disconnect'> = {
  type: 'bank-disconnect',
  // @ts-expect-error a key of another kind
  payload: { bankLoginId: 7 },
};
export const same1: Same<UbaPayload<'bank-connect'>['accountIds'], string[]> = true;
export const same2: Same<UbaPayload<'redirect'>['reason'], string | null | undefined> = true;
export const same3: Same<UbaPayload<'state'>, unknown> = true;

/** The union is told apart by its type. */
export function narrow(message: UbaMessage): string | undefined {
  switch (message.type) {
    case 'bank-connect':
      return message.payload.accountIds[0];
    case 'EXIT':
      // @ts-expect-error a granular payload may be absent
      return message.payload.code;
    // @ts-expect-error no such event
    case 'bank-conect':
      return undefined;
    default:
      return undefined;
  }
}

/** A table over all events must name each of them. */
export const total = {} as Record<UbaMessageType, string>;
// @ts-expect-error thirty events are missing
export const partial: Record<UbaMessageType, string> = { ready: '' };

// Options.
export const options: UbaOptions = {
  sessionId: 's',
  userIdentifier: 'u',
  colorScheme: 'system',
  theme: { primaryColor: '#1A73E8' },
};
// @ts-expect-error no such scheme
export const scheme: UbaOptions = { colorScheme: 'sepia' };
// @ts-expect-error no such colour
export const color: UbaOptions = { theme: { primary: '#fff' } };
// @ts-expect-error a misspelt option
export const option: UbaOptions = { sesionId: 's' };
// @ts-expect-error a flag is no string
export const flag: UbaOptions = { hideHeader: 'true' };
