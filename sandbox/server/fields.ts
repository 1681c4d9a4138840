/** What bodies, paths and queries have in common. */
import * as z from 'zod';

export const text = (description: string, maximum = 200) =>
  z.string().min(1).max(maximum).meta({ description });

/** `true` or `false` in a query. */
export const flag = (description: string) =>
  z
    .stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' })
    .meta({ description, type: 'boolean' })
    .optional();

/** A whole number in a query. */
export const count = (description: string, minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
    .meta({ description, type: 'integer', minimum, maximum, pattern: undefined });

/** An id, or a name that is used like one. */
export const name = (description: string) =>
  z
    .string()
    .regex(/^[\w.~@+:-]{1,128}$/, 'must be 1 to 128 letters, digits or any of . _ ~ @ + : -')
    .meta({ description });

export const userId = name('The id of the user.');
export const userPath = z.object({ userId });

/** Of a list that comes as a whole where neither is given. */
export const listQuery = z.object({
  page: count('From 0 on. Default: 0.', 0, 1_000_000).optional(),
  size: count('How many a page. Default: all, or 100 where `page` is given.', 1, 1000).optional(),
});
