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
  /** The bank does not accept the user name or the PIN. */
  'INVALID_PIN',
  /** The bank does not accept the TAN: it is wrong, or too late. */
  'INVALID_OTP',
  /** The bank's interface has given no token: it did not confirm that UBA may have access. */
  'MISSING_TOKEN',
  /** The bank has blocked the user's access, after too many wrong PINs say. */
  'ACCESS_BLOCKED',
  /** Something went wrong in the talk with the bank by HBCI (FinTS). */
  'HBCI_ERROR',
  /** The bank cannot be reached. */
  'OFFLINE_ERROR',
  /** The bank reports an error of its own system, or refuses an order. */
  'BANK_ERROR',
  /** UBA cannot connect this bank. */
  'NOT_SUPPORTED',
  /** The bank's interface refuses access to this user's accounts. */
  'ACCESS_DENIED',
  /** The bank asks for a TAN or an approval before it gives data, as it does once a consent has expired. */
  'SCA_REQUIRED',
  /** The consent does not hold any more: it was withdrawn, or a newer one has taken its place. */
  'INVALID_CONSENT',
  /** The user did not finish the login on the bank's own site. */
  'AUTH_NOT_COMPLETED',
  /** None of the others; a session that is over, too. */
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

/** Frame → page, all of them: what it means, when it comes, and whether the flow can go on after it. */
const mainShapes = {
  /**
   * UBA has loaded and shows its first screen. Once a load; once more where a bank's page has been in the
   * frame meanwhile. The flow begins, or goes on.
   */
  // Whatever `features` holds, `ready` must not be lost.
  ready: { 'payload?': { 'version?': 'string', 'features?': 'any' } },
  /** The user has chosen a bank in the search. The flow goes on. */
  'bank-select': { payload: bank },
  /**
   * The user has sent off user name and PIN. Whether the bank accepts them, `BANK_LOGIN_SUCCESS` or
   * `BANK_LOGIN_ERROR` says. The flow goes on.
   */
  'bank-login': { payload: bank },
  /**
   * Accounts are connected: with these ids your back end fetches their data from the finoOS API. The event
   * to act on. `SUCCESS` comes next; then the flow is over, unless the session is for several banks.
   */
  'bank-connect': { payload: { accountIds: ['string'], bankLoginId: 'string' } },
  /**
   * The overview of the connected banks is shown, in a session that manages them; again after each
   * change there. The flow goes on.
   */
  'bank-accounts': { payload: { accounts: ['any'] } },
  /**
   * The user asks for new data of a connected bank. How that ends, `BANK_SYNC_SUCCESS` or
   * `BANK_SYNC_ERROR` says. The flow goes on.
   */
  'bank-sync': anyPayload,
  /**
   * The user has removed a connected bank, and with it the consent: there will be no more data of it. The
   * flow goes on.
   */
  'bank-disconnect': { payload: { bankLoginId: 'string' } },
  /** The login goes on at the bank's own site, until `handle-redirect`. The flow goes on there. */
  'bank-redirect': anyPayload,
  /**
   * UBA is about to send the user to `url`: to the bank, or at an end to your `redirectURL`. The widget
   * itself never follows it. The flow goes on there, or is over.
   */
  redirect: { payload: { url: 'url', 'reason?': 'string' } },
  /**
   * The user is back from the bank's site. With what, `BANK_REDIRECT_SUCCESS` or `BANK_REDIRECT_ERROR`
   * says. The flow goes on.
   */
  'handle-redirect': anyPayload,
  /** A TAN, an approval, a visit at the bank's site or a payment has changed its state. The flow goes on. */
  state: anyPayload,
} as const;

/** Frame → page as well: the steps between. A `code` says why something failed. */
const granularTypes = [
  /** The search for a bank is shown: at the beginning, or after a way back. The flow goes on. */
  'BANK_SEARCH_INIT',
  /** The bank has accepted the login, TAN included; nothing is connected yet. The flow goes on. */
  'BANK_LOGIN_SUCCESS',
  /** The bank has refused the login. The flow can go on: the user may try again. */
  'BANK_LOGIN_ERROR',
  /**
   * The bank did not answer in time, or the user did not approve in time. The flow can go on: the user may
   * try again.
   */
  'BANK_LOGIN_TIMEOUT',
  /**
   * This login is connected already, so that no `bank-connect` comes for it. The flow can go on, with the
   * connection that there is or with another bank.
   */
  'BANK_LOGIN_CONFLICT',
  /** The user has broken off the login, or declined. The flow can go on: with another bank, say. */
  'BANK_LOGIN_ABORT',
  /** The accounts of the login are offered for a choice. The flow goes on. */
  'BANK_ACCOUNT_SELECT',
  /** The user has confirmed the choice of accounts. `bank-connect` comes next; the flow goes on. */
  'BANK_ACCOUNT_SELECT_SUCCESS',
  /** The choice of accounts cannot be taken: there is none, say. The flow can go on: the user may correct it. */
  'BANK_ACCOUNT_SELECT_ERROR',
  /** The user has ticked an account, or taken the tick away. The flow goes on. */
  'BANK_ACCOUNT_SELECT_TOGGLE',
  /** The login at the bank's own site has succeeded. The flow goes on. */
  'BANK_REDIRECT_SUCCESS',
  /**
   * The login at the bank's own site has failed, was cancelled there, or its window was closed. The flow can
   * go on: the user may try again.
   */
  'BANK_REDIRECT_ERROR',
  /** The data of a connected bank is up to date: your back end can fetch it. The flow goes on. */
  'BANK_SYNC_SUCCESS',
  /**
   * The data of a connected bank could not be renewed. The flow can go on: the user may try again or, after
   * `SCA_REQUIRED` and `INVALID_CONSENT`, renew the consent.
   */
  'BANK_SYNC_ERROR',
  /** The user has sent off a TAN. The flow goes on. */
  'TAN_CHALLENGE_SUBMIT',
  /** The bank has accepted the TAN, or the approval on the phone. The flow goes on. */
  'TAN_CHALLENGE_SUCCESS',
  /**
   * The TAN was wrong, or the approval was declined or came too late. The flow can go on: the user may try
   * again, as often as the bank lets them.
   */
  'TAN_CHALLENGE_ERROR',
  /**
   * The user has left: before the end, or by closing a screen where nothing is left to do. The flow is over:
   * take the widget away; where you wait for a `SUCCESS` that did not come, offer to begin anew with a new
   * session. What `bank-connect` told before stays connected.
   */
  'EXIT',
  /**
   * What the user was about to do has failed; the frame says so itself. The flow can go on where the frame
   * offers another try or another bank; it is over where the session is: make a new one.
   */
  'ERROR',
  /**
   * What the session was made for is done: a bank connected, a consent renewed, a payment ordered. The flow is
   * over, unless the session is for several banks. The frame tells the user so: take the widget away when
   * your page goes on, or at `EXIT`.
   */
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
