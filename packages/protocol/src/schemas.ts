/**
 * The zod face of the wire contract, for the sandbox, the API, tests and integrators.
 * Built from the same shapes as the check that ships; `zod/mini` keeps it small and free of `eval`.
 */
import * as z from 'zod/mini';
import { errorCodes, messageShapes, messageTypes, resizeShape } from './messages.js';
import type { UbaMessage, UbaMessageType } from './messages.js';
import { own } from './shape.js';
import { fields, toZod } from './to-zod.js';

/** One of the documented error codes. */
export const errorCodeSchema = z.enum(errorCodes);

/** The schema of each event's message, by the event's name. */
export const messageSchemas = Object.fromEntries(
  messageTypes.map((type) => [
    type,
    z.looseObject({ ...fields(own(messageShapes, type)), type: z.literal(type) }),
  ]),
) as unknown as { readonly [T in UbaMessageType]: z.ZodMiniType<UbaMessage<T>> };

/** Any message: the union of all events, told apart by `type`. */
export const messageSchema: z.ZodMiniType<UbaMessage> = z.union(Object.values(messageSchemas));

/** The control message by which a frame asks for a height. */
export const resizeSchema = toZod(resizeShape);
