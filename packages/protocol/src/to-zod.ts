/** Shapes as zod schemas. `zod/mini` keeps them small and free of `eval`. */
import * as z from 'zod/mini';
import { isHttpUrl, isList, keyName, type Infer, type Shape } from './shape.js';

/** The zod schema of a shape. */
export function toZod<const S extends Shape>(shape: S): z.ZodMiniType<Infer<S>>;
export function toZod(shape: Shape): z.ZodMiniType {
  if (shape === 'any') return z.unknown();
  if (shape === 'string') return z.string();
  if (shape === 'url') return z.string().check(z.refine(isHttpUrl));
  if (shape === 'number') return z.custom<number>((value) => typeof value === 'number');
  if (shape === 'boolean') return z.boolean();
  if (isList(shape)) return z.array(toZod(shape[0]));
  return z.looseObject(fields(shape));
}

/** What a required key needs, whatever it holds. */
const present: z.ZodMiniType = z.custom((value) => value != null);

/** The zod schemas of an object's keys, for `z.looseObject`. */
export function fields(shape: { readonly [key: string]: Shape }): Record<string, z.ZodMiniType> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, inner]): [string, z.ZodMiniType] => {
      const name = keyName(key);
      if (name !== key) return [name, z.nullish(toZod(inner))];
      return [name, inner === 'any' ? present : toZod(inner)];
    }),
  );
}
