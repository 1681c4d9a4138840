/**
 * The zod face of the wire contract, for the sandbox, the API, tests and integrators.
 * Built from the same shapes as the check that ships; `zod/mini` keeps it small and free of `eval`.
 */
import * as z from 'zod/mini';
import { errorCodes, messageShapes, messageTypes, resizeShape } from './messages.js';
import type { UbaMessage, UbaMessageType } from './messages.js';
import { isList, keyName, type Infer, type Shape } from './shape.js';

/** The zod schema of a shape. */
export function toZod<const S extends Shape>(shape: S): z.ZodMiniType<Infer<S>>;
export function toZod(shape: Shape): z.ZodMiniType {
  if (shape === 'any') return z.unknown();
  if (shape === 'string') return z.string();
  if (shape === 'number') return z.custom<number>((value) => typeof value === 'number');
  if (shape === 'boolean') return z.boolean();
  if (isList(shape)) return z.array(toZod(shape[0]));
  return z.looseObject(fields(shape));
}

/** What a required key needs, whatever it holds. */
const present: z.ZodMiniType = z.custom((value) => value != null);

function fields(shape: { readonly [key: string]: Shape }): Record<string, z.ZodMiniType> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, inner]): [string, z.ZodMiniType] => {
      const name = keyName(key);
      if (name !== key) return [name, z.nullish(toZod(inner))];
      return [name, inner === 'any' ? present : toZod(inner)];
    }),
  );
}

/** One of the documented error codes. */
export const errorCodeSchema = z.enum(errorCodes);

/** The schema of each event's message, by the event's name. */
export const messageSchemas = Object.fromEntries(
  messageTypes.map((type) => [
    type,
    z.looseObject({ ...fields(messageShapes[type]), type: z.literal(type) }),
  ]),
) as unknown as { readonly [T in UbaMessageType]: z.ZodMiniType<UbaMessage<T>> };

/** Any message: the union of all events, told apart by `type`. */
export const messageSchema: z.ZodMiniType<UbaMessage> = z.union(Object.values(messageSchemas));

/** The control message by which a frame asks for a height. */
export const resizeSchema = toZod(resizeShape);
