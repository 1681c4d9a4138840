/**
 * The shape language: a description of a value, small enough to ship.
 *
 * One description has three faces: the TypeScript type (`Infer`), the check that ships (`fits`) and
 * the zod schema (`./schemas`). Property tests prove that the last two accept and refuse the same.
 *
 * - `'string'`, `'number'`, `'boolean'`: a value of that `typeof`; `'any'`: every value
 * - `'url'`: a string that is an absolute http(s) URL, which it is safe to send a user to
 * - `[shape]`: a list whose items all have that shape
 * - `{ key: shape }`: an object with that own key; more keys may be there
 * - `{ 'key?': shape }`: the key may be absent, `undefined` or `null`
 */
export type Shape =
  Primitive | 'url' | 'any' | readonly [Shape] | { readonly [key: string]: Shape };

type Primitive = 'string' | 'number' | 'boolean';

declare const narrowed: unique symbol;

/** A shape that is checked as a plain `string` and typed as `T`, with other strings let through. */
export type OpenString<T extends string> = 'string' & { readonly [narrowed]: T };

/** The TypeScript type of the values that have the shape `S`. */
export type Infer<S> =
  S extends OpenString<infer T>
    ? T | (string & {})
    : S extends 'string' | 'url'
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
  if (shape === 'url') return isHttpUrl(value);
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
    const inner = own(value, name);
    return inner != null ? fits(inner, own(shape, key)) : name !== key;
  });
}

/** An object that is not a list; its keys may hold anything. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An object's own value, whatever a page has done to `Object.prototype`; `undefined` where it has none.
 * The one place where what ships looks something up by a name that is not written there.
 */
export function own<T extends object, K extends keyof T>(object: T, key: K): T[K] {
  // eslint-disable-next-line no-restricted-syntax -- it was looked at first whose key it is
  return (Object.hasOwn(object, key) ? object[key] : undefined) as T[K];
}

/** Whether a value is an absolute URL that a browser opens as a page, and never runs as a script. */
export function isHttpUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && parseUrl(value) !== undefined;
}

/** `URL.canParse` is younger than the browsers that the widget supports. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The key without the `?` that marks it as optional. */
export function keyName(key: string): string {
  return key.endsWith('?') ? key.slice(0, -1) : key;
}

export function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
