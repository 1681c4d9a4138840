/**
 * The shape language: a description of a value, small enough to ship.
 *
 * One description has three faces: the TypeScript type (`Infer`), the check that ships (`fits`) and
 * the zod schema (`./schemas`). Property tests prove that the last two accept and refuse the same.
 *
 * - `'string'`, `'number'`, `'boolean'`: a value of that `typeof`; `'any'`: every value
 * - `[shape]`: a list whose items all have that shape
 * - `{ key: shape }`: an object with that own key; more keys may be there
 * - `{ 'key?': shape }`: the key may be absent, `undefined` or `null`
 */
export type Shape = Primitive | 'any' | readonly [Shape] | { readonly [key: string]: Shape };

type Primitive = 'string' | 'number' | 'boolean';

declare const narrowed: unique symbol;

/** A shape that is checked as a plain `string` and typed as `T`, with other strings let through. */
export type OpenString<T extends string> = 'string' & { readonly [narrowed]: T };

/** The TypeScript type of the values that have the shape `S`. */
export type Infer<S> =
  S extends OpenString<infer T>
    ? T | (string & {})
    : S extends 'string'
      ? string
      : S extends 'number'
        ? number
        : S extends 'boolean'
          ? boolean
          : S extends 'any'
            ? unknown
            : S extends readonly [infer Item]
              ? Infer<Item>[]
              : Flatten<
                  {
                    readonly [K in keyof S as K extends `${string}?` ? never : K]: Infer<S[K]>;
                  } & {
                    readonly [K in keyof S as K extends `${infer Name}?` ? Name : never]?:
                      Infer<S[K]> | null | undefined;
                  }
                >;

type Flatten<T> = { [K in keyof T]: T[K] };

/**
 * Whether `value` has the shape. Reads own keys only, never throws on anything that a structured
 * clone can hold, and recurses as deep as the shape, not as deep as the value.
 */
export function fits<const S extends Shape>(value: unknown, shape: S): value is Infer<S>;
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') return shape === 'any' || typeof value === shape;
  if (isList(shape)) {
    if (!Array.isArray(value)) return false;
    // `every` would skip the holes of a sparse list.
    for (const item of value) if (!fits(item, shape[0])) return false;
    return true;
  }
  if (!isObject(value)) return false;
  return Object.keys(shape).every((key) => {
    const name = keyName(key);
    const present = Object.hasOwn(value, name) && value[name] != null;
    return present ? fits(value[name], shape[key] as Shape) : name !== key;
  });
}

/** An object that is not a list; its keys may hold anything. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The key without the `?` that marks it as optional. */
export function keyName(key: string): string {
  return key.endsWith('?') ? key.slice(0, -1) : key;
}

export function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
