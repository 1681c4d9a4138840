/**
 * The one place where a message from outside is judged. Pure: it looks and says what it saw.
 * The checks run in a fixed order, and what a message holds is read only once its sender is known.
 */
import {
  isMessageType,
  type UbaFeature,
  type UbaMessage,
  type UbaMessageType,
} from '@finodigital/uba-protocol';
import {
  fits,
  isFeature,
  isObject,
  messageShapes,
  own,
  resizeShape,
} from '@finodigital/uba-protocol/internal';

/** What the gate needs to see of a `MessageEvent`. */
export type Incoming = Pick<MessageEvent<unknown>, 'source' | 'origin' | 'data'>;

/**
 * A message that came from UBA's frame and origin. Only where `known` is true is its type documented
 * and was its payload checked; otherwise treat `payload` as foreign data.
 */
export type UbaAnyMessage =
  | (UbaMessage & { readonly known: true })
  | {
      readonly known: false;
      readonly type: string;
      readonly payload: unknown;
      readonly user?: unknown;
    };

/** Why a message from our own frame was refused. It carries nothing else of the message. */
export type UbaRejection =
  | { readonly reason: 'origin' | 'envelope' }
  | { readonly reason: 'schema'; readonly type: UbaMessageType };

/** What the gate makes of a message. */
export type Verdict =
  | { readonly kind: 'message'; readonly message: UbaAnyMessage }
  | { readonly kind: 'rejection'; readonly rejection: UbaRejection }
  /** The frame asks for a height, in px. */
  | { readonly kind: 'height'; readonly height: number }
  /** None of our business, or a control message that cannot be used. */
  | undefined;

/** The longest name of an event, in UTF-16 units. */
const longestType = 64;

/** The highest frame that a `resize` may ask for, in px. */
const maxHeight = 10_000;

/**
 * Judges a message by source, origin, envelope and schema, in this order.
 *
 * @param source the window that is in the frame now; null where there is none
 * @param origin the origin that the frame was loaded from
 */
export function judge(event: Incoming, source: MessageEventSource | null, origin: string): Verdict {
  if (!source || event.source !== source) return undefined;
  if (event.origin !== origin) return refused({ reason: 'origin' });

  const { data } = event;
  const read = (key: string) => (isObject(data) ? own(data, key) : undefined);
  const type = read('type');
  if (typeof type !== 'string' || type === '' || type.length > longestType) {
    return refused({ reason: 'envelope' });
  }

  let payload = read('payload') ?? read('message') ?? undefined;
  if (isFeature(type)) return judgeControl(type, payload);
  const user = read('user');
  if (!isMessageType(type)) return accepted({ known: false, type, payload, user });
  if (type === 'ERROR' && typeof payload === 'string') payload = { message: payload };
  if (!fits({ payload }, own(messageShapes, type))) return refused({ reason: 'schema', type });
  // The compiler cannot follow that this payload fits this type.
  return accepted({ known: true, type, payload, user } as UbaAnyMessage);
}

const refused = (rejection: UbaRejection): Verdict => ({ kind: 'rejection', rejection });
const accepted = (message: UbaAnyMessage): Verdict => ({ kind: 'message', message });

function judgeControl(type: UbaFeature, payload: unknown): Verdict {
  const message = { payload };
  if (type !== 'resize' || !fits(message, resizeShape)) return undefined;
  const { height } = message.payload;
  return height >= 1 && height <= maxHeight ? { kind: 'height', height } : undefined;
}
