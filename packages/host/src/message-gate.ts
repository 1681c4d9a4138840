/**
 * The one place where a message from outside is judged. Pure: it looks and says what it saw.
 * The checks run in a fixed order, and what a message holds is read only once its sender is known.
 */
import {
  fits,
  isMessageType,
  isObject,
  messageShapes,
  resizeShape,
  type UbaMessage,
  type UbaMessageType,
} from '@finodigital/uba-protocol';

/** What the gate needs to see of a `MessageEvent`. */
export type Incoming = Pick<MessageEvent<unknown>, 'source' | 'origin' | 'data'>;

/** Who a message must come from. */
export interface Sender {
  /** The window that is in the frame now; null where there is none. */
  readonly source: MessageEventSource | null;
  readonly origin: string;
}

/** A message that the gate let through. Only where `known` is true was its payload checked. */
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
  /** None of our business, or a control message that cannot be used. */
  | { readonly is: 'ignored' }
  | { readonly is: 'rejected'; readonly rejection: UbaRejection }
  | { readonly is: 'accepted'; readonly message: UbaAnyMessage }
  /** The frame asks for a height, in px. */
  | { readonly is: 'resize'; readonly height: number };

/** The highest frame that a `resize` may ask for, in px. */
const maxHeight = 10_000;

const ignored: Verdict = { is: 'ignored' };

const rejected = (rejection: UbaRejection): Verdict => ({ is: 'rejected', rejection });

/** Judges a message by source, origin, envelope and schema, in this order. */
export function judge(event: Incoming, sender: Sender): Verdict {
  if (!event.source || event.source !== sender.source) return ignored;
  if (event.origin !== sender.origin) return rejected({ reason: 'origin' });

  const { data } = event;
  const read = (key: string) =>
    isObject(data) && Object.hasOwn(data, key) ? data[key] : undefined;
  const type = read('type');
  if (typeof type !== 'string' || !type || type.length > 64) {
    return rejected({ reason: 'envelope' });
  }

  const payload = read('payload') ?? read('message') ?? undefined;
  if (type === 'theme') return ignored;
  if (type === 'resize') return judgeResize(payload);
  return judgeMessage(type, payload, read('user'));
}

function judgeMessage(type: string, given: unknown, user: unknown): Verdict {
  if (!isMessageType(type)) {
    return { is: 'accepted', message: { known: false, type, payload: given, user } };
  }
  const payload = type === 'ERROR' && typeof given === 'string' ? { message: given } : given;
  if (!fits({ payload }, messageShapes[type])) return rejected({ reason: 'schema', type });
  // The compiler cannot follow that this payload fits this type.
  const message = { known: true, type, payload, user } as UbaAnyMessage;
  return { is: 'accepted', message };
}

function judgeResize(payload: unknown): Verdict {
  const message = { payload };
  if (!fits(message, resizeShape)) return ignored;
  const { height } = message.payload;
  return height >= 0 && height <= maxHeight ? { is: 'resize', height } : ignored;
}
