/**
 * What UBA's frame says to the page that embeds it: every event and its payload, once.
 * Source: finoOS documentation, "Banking Embed Integration", sections 5 and 8.
 *
 * A frame posts `{ type, message?, payload?, user? }`. What the page calls the payload is the wire's
 * `payload`, or its `message` where `payload` is absent or null.
 */
import { isObject, own, type Infer, type OpenString } from './shape.js';

/** The error codes that an event's payload may carry; UBA may send others. */
export const errorCodes = [
  'INVALID_PIN',
  'INVALID_OTP',
  'MISSING_TOKEN',
  'ACCESS_BLOCKED',
  'HBCI_ERROR',
  'OFFLINE_ERROR',
  'BANK_ERROR',
  'NOT_SUPPORTED',
  'ACCESS_DENIED',
  'SCA_REQUIRED',
  'INVALID_CONSENT',
  'AUTH_NOT_COMPLETED',
  'UNKNOWN',
] as const;

/** One of the documented error codes. */
export type UbaBankErrorCode = (typeof errorCodes)[number];

const errorCode = 'string' as OpenString<UbaBankErrorCode>;

const bank = {
  bank: { 'bankCode?': 'string', 'shortName?': 'string', 'icon?': 'string' },
} as const;

/** The documentation gives these in prose only, so whatever comes is passed on. */
const anyPayload = { 'payload?': 'any' } as const;

const detail = { 'payload?': { 'code?': errorCode, 'message?': 'any', 'reason?': 'any' } } as const;

const mainShapes = {
  /** Frame → page: loaded and initialised. Whatever `features` holds, `ready` must not be lost. */
  ready: { 'payload?': { 'version?': 'string', 'features?': 'any' } },
  /** Frame → page: the user selected a bank. */
  'bank-select': { payload: bank },
  /** Frame → page: the user submitted bank credentials. */
  'bank-login': { payload: bank },
  /** Frame → page: accounts are connected; the ids serve the finoOS API. */
  'bank-connect': { payload: { accountIds: ['string'], bankLoginId: 'string' } },
  /** Frame → page: accounts were loaded on the management screen. */
  'bank-accounts': { payload: { accounts: ['any'] } },
  /** Frame → page: the user triggered a synchronisation. */
  'bank-sync': anyPayload,
  /** Frame → page: the user removed a bank connection. */
  'bank-disconnect': { payload: { bankLoginId: 'string' } },
  /** Frame → page: a login on the bank's own site begins. */
  'bank-redirect': anyPayload,
  /** Frame → page: UBA is about to send the user to `url`. */
  redirect: { payload: { url: 'url', 'reason?': 'string' } },
  /** Frame → page: the callback of a redirect arrived. */
  'handle-redirect': anyPayload,
  /** Frame → page: a TAN challenge, a redirect or a payment changed its state. */
  state: anyPayload,
} as const;

const granularTypes = [
  'BANK_SEARCH_INIT',
  'BANK_LOGIN_SUCCESS',
  'BANK_LOGIN_ERROR',
  'BANK_LOGIN_TIMEOUT',
  'BANK_LOGIN_CONFLICT',
  'BANK_LOGIN_ABORT',
  'BANK_ACCOUNT_SELECT',
  'BANK_ACCOUNT_SELECT_SUCCESS',
  'BANK_ACCOUNT_SELECT_ERROR',
  'BANK_ACCOUNT_SELECT_TOGGLE',
  'BANK_REDIRECT_SUCCESS',
  'BANK_REDIRECT_ERROR',
  'BANK_SYNC_SUCCESS',
  'BANK_SYNC_ERROR',
  'TAN_CHALLENGE_SUBMIT',
  'TAN_CHALLENGE_SUCCESS',
  'TAN_CHALLENGE_ERROR',
  'EXIT',
  'ERROR',
  'SUCCESS',
] as const;

type MainType = keyof typeof mainShapes;
type GranularType = (typeof granularTypes)[number];

/** The shape of each event's message, by the event's name. Look names up by own keys only. */
export const messageShapes = {
  ...mainShapes,
  ...(Object.fromEntries(granularTypes.map((type) => [type, detail])) as Record<
    GranularType,
    typeof detail
  >),
} as const;

/** The name of an event. */
export type UbaMessageType = MainType | GranularType;

/** The names of all events: the 11 main ones, then the 20 granular ones. */
export const messageTypes = /* @__PURE__ */ Object.keys(messageShapes) as readonly UbaMessageType[];

/** The payload that comes with an event. */
export type UbaPayload<T extends UbaMessageType = UbaMessageType> = T extends UbaMessageType
  ? (typeof messageShapes)[T] extends { payload: infer S }
    ? Infer<S>
    : (typeof messageShapes)[T] extends { 'payload?': infer S }
      ? Infer<S> | undefined
      : never
  : never;

/** A message that a gate let through; `UbaMessage` alone is the union of all, told apart by `type`. */
export type UbaMessage<T extends UbaMessageType = UbaMessageType> = T extends UbaMessageType
  ? {
      readonly type: T;
      readonly payload: UbaPayload<T>;
      /** As UBA sent it; the documentation names the key and no more. */
      readonly user?: unknown;
    }
  : never;

/** The bank that `bank-select` and `bank-login` name. */
export type UbaBank = UbaPayload<'bank-select'>['bank'];

/** Whether `type` is the name of a documented event. */
export function isMessageType(type: string): type is UbaMessageType {
  return Object.hasOwn(messageShapes, type);
}

/** Whether the documentation names that key of an event's payload; the others are the sandbox's design. */
export function isDocumented(type: UbaMessageType, key: string): boolean {
  const shape: { readonly payload?: unknown; readonly 'payload?'?: unknown } = own(
    messageShapes,
    type,
  );
  const payload = shape.payload ?? shape['payload?'];
  return isObject(payload) && (Object.hasOwn(payload, key) || Object.hasOwn(payload, `${key}?`));
}

/**
 * What a frame may announce in `ready.payload.features`. UBA announces none today.
 * - `theme`: it takes `{ type: 'theme', payload: { colorScheme?, theme? } }` and needs no reload
 * - `resize`: it posts `{ type: 'resize', payload: { height } }`, in px
 */
export const features = ['theme', 'resize'] as const;

/** The name of a feature. */
export type UbaFeature = (typeof features)[number];

/** Whether `type` is the name of a feature, and so of its control message. */
export function isFeature(type: string): type is UbaFeature {
  return (features as readonly string[]).includes(type);
}

/** Frame → page: the height that the frame's content needs, in px. A control message, no event. */
export const resizeShape = { payload: { height: 'number' } } as const;
