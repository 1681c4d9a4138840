/**
 * What a page may ask of UBA: one table that names each option, its attribute, its place in the
 * frame's address and its rule. Types, encoding and decoding come from it.
 * Source: finoOS documentation, "Banking Embed Integration"; the options it lacks say so.
 */

/** The documented origins of UBA. */
export const origins = {
  production: 'https://uba.fino.run',
  test: 'https://uba.test.fino.run',
} as const;

const colorNames = [
  'primary',
  'secondary',
  'background',
  'accent',
  'text',
  'link',
  'info',
  'success',
  'warning',
  'danger',
] as const;

/** A colour that UBA lets a page override. */
export type UbaColor = `${(typeof colorNames)[number]}Color`;

/** The documented colours with their documented defaults. */
export const themeDefaults = {
  primaryColor: '#F7C708',
  secondaryColor: '#288CD1',
  backgroundColor: '#F8F9FA',
  accentColor: '#288CD1',
  textColor: '#363636',
  linkColor: '#F7C708',
  infoColor: '#3e8ed0',
  successColor: '#48c78e',
  warningColor: '#ffe08a',
  dangerColor: '#f14668',
} as const satisfies Record<UbaColor, string>;

/** Colours to override: hex with 3 or 6 digits, with or without `#`. */
export type UbaTheme = { readonly [color in UbaColor]?: string };

/** How an option is checked, read from text (attribute or address) and written to an address. */
export interface Kind<T> {
  /** Completes the sentence "must be …". */
  readonly rule: string;
  /** All the values there are, where they can be listed. */
  readonly values?: readonly T[];
  /** The value, normalised, or `undefined` where it breaks the rule. May throw: that breaks it too. */
  check(value: unknown): T | undefined;
  /** Text → raw value, for `check` to judge; as it is by default. May throw. */
  decode?(text: string): unknown;
  /** Value → text; `String` by default. */
  encode?(value: T): string;
}

/** A row of the options table. */
export interface OptionRow<T> {
  readonly attribute: string;
  readonly kind: Kind<T>;
  /** The parameter in the frame's address; absent where the option stays on the page's side. */
  readonly param?: string;
}

/** Half a surrogate pair, which no address can hold, makes `encodeURI` throw. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && encodeURI(value) >= '';

const text: Kind<string> = {
  rule: 'a string',
  check: (value) => (isText(value) ? value : undefined),
};

const filled: Kind<string> = {
  rule: 'a non-empty string',
  check: (value) => (isText(value) && value ? value : undefined),
};

const flag: Kind<boolean> = {
  rule: 'true or false',
  check: (value) => (typeof value === 'boolean' ? value : undefined),
  decode: (value) => value !== 'false',
};

const address: Kind<string> = {
  rule: 'an http(s) URL without user info',
  check: (value) => {
    if (!isText(value)) return undefined;
    return /^https?:\/\/[^@/]+\//.test(new URL(value).href) ? value : undefined;
  },
};

/**
 * The last origin and the last language that passed. Pages name the same ones again and again, and
 * engines take long over either.
 */
let knownOrigin: string | undefined;
let knownTag: string | undefined;

const home: Kind<string> = {
  rule: 'an https origin without a path',
  check: (value) => {
    if (value === knownOrigin) return knownOrigin;
    // A boxed string may say something else the next time.
    if (!isText(value)) return undefined;
    const { origin, protocol, hostname } = new URL(value);
    if (value !== origin && value !== `${origin}/`) return undefined;
    const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    if (protocol !== 'https:' && !(protocol === 'http:' && loopback)) return undefined;
    // Engines disagree on `*` in a host name: it may have become `%2A`.
    return /[*%]|\.$/.test(hostname) ? undefined : (knownOrigin = origin);
  },
};

const colorSchemes = ['light', 'dark', 'system'] as const;

/** Which scheme UBA shows; `system` follows the user's device. */
export type UbaColorScheme = (typeof colorSchemes)[number];

const scheme: Kind<UbaColorScheme> = {
  rule: colorSchemes.join(', '),
  values: colorSchemes,
  check: (value) => colorSchemes.find((name) => name === value),
};

const colors: Kind<UbaTheme> = {
  rule: 'an object of documented keys and hex colours',
  check: (value) => {
    // Without a prototype, no inherited `toJSON` can speak for it later.
    const copy = Object.create(null) as Record<string, string>;
    // A list has a key too, its length, and is refused by it.
    for (const key of Reflect.ownKeys(value as object) as string[]) {
      const color: unknown = Reflect.get(value as object, key);
      if (!colorNames.some((name) => key === `${name}Color`) || typeof color !== 'string')
        return undefined;
      if (!/^#?([0-9a-f]{3}){1,2}$/i.test(color)) return undefined;
      copy[key] = color;
    }
    return copy;
  },
  decode: (value) => JSON.parse(value) as unknown,
  encode: (value) => JSON.stringify(value),
};

const tag: Kind<string> = {
  rule: 'a BCP 47 language tag',
  check: (value) => {
    if (value === knownTag) return knownTag;
    return isText(value) ? (knownTag = Intl.getCanonicalLocales(value)[0]) : undefined;
  },
};

const milliseconds: Kind<number> = {
  rule: 'a number from 0 to 2147483647',
  check: (value) =>
    typeof value === 'number' && value >= 0 && value <= 2147483647 ? value : undefined,
  decode: (value) => (value.trim() ? Number(value) : NaN),
};

/** What goes into the frame's address, as parameters of the same names and in this order. */
const sent = {
  /** The session that your back end made with the finoOS API. */
  sessionId: filled,
  /** The user that the session belongs to. */
  userIdentifier: filled,
  /** The name of your service, as agreed with fino. */
  service: text,
  /** The tenant whose configuration UBA uses. */
  tenant: text,
  /** Leaves out UBA's own header. Default: false. */
  hideHeader: flag,
  /** The colour scheme. Default: the tenant's, else light. */
  colorScheme: scheme,
  /** Colours to override; as an attribute: JSON. */
  theme: colors,
  /** Where UBA sends the user back to: an address of yours. Never filled in from `location`. */
  redirectURL: address,
  /** The language of UBA and of the widget's own texts. Not in the documentation. */
  lang: tag,
};

/** What stays on the page's side. */
const kept = {
  /** UBA's origin. Default: production. */
  origin: home,
  /** The pre-built address that the finoOS API calls `redirectURL`, instead of the two ids. Ours. */
  connectURL: address,
  /** Loads UBA's sandbox, which makes a session of its own. Default: false. Ours. */
  sandboxMode: flag,
  /** The accessible name of the frame. Default: "Connect your bank", localised. Ours. */
  frameTitle: filled,
  /** How long to wait for `ready`, in ms; 0 = for ever. Default: 30000. Ours. */
  readyTimeout: milliseconds,
  /** Follows the height of the frame's content, where the frame offers it. Default: false. Ours. */
  autoHeight: flag,
};

const kinds = { ...sent, ...kept };

type Kinds = typeof kinds;
type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** The name of an option. */
export type UbaOptionName = keyof Kinds;

/** The options of the widget and of the iframe host; each may be absent. */
export type UbaOptions = { -readonly [K in keyof Kinds]?: ValueOf<Kinds[K]> | undefined };

/** The names of all options. */
export const optionNames = /* @__PURE__ */ Object.keys(kinds) as readonly UbaOptionName[];

/** The attribute of an option: its name in kebab case. */
export function attributeOf(name: UbaOptionName): string {
  return name.replace(/[A-Z]+/g, '-$&').toLowerCase();
}

/** The options table. */
export const optionTable = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ optionNames.map((name) => [
    name,
    {
      attribute: attributeOf(name),
      kind: kinds[name],
      ...(isSent(name) && { param: name }),
    },
  ]),
) as { readonly [K in keyof Kinds]: OptionRow<ValueOf<Kinds[K]>> };

/** What is wrong with an option. It never holds the option's value, which may be a secret. */
export interface OptionProblem {
  readonly option: UbaOptionName;
  /** A sentence without a subject: "must be …". */
  readonly problem: string;
}

/** Options that were read: a snapshot, and what is wrong with the rest. */
export interface ReadOptions {
  readonly options: UbaOptions;
  readonly problems: readonly OptionProblem[];
}

function isSent(name: UbaOptionName): boolean {
  return Object.hasOwn(sent, name);
}

const kindOf = (name: UbaOptionName) => kinds[name] as Kind<unknown>;

/**
 * Takes one snapshot of the own properties of `source` and checks each option by itself and against
 * the others. Unknown keys are passed over; `undefined` and `null` count as absent, except that an
 * `origin` of null is refused, so that a mistake never sends a session to the default origin.
 *
 * @param base the options that hold where `source` does not name them
 */
export function readOptions(source: object, base: object = {}): ReadOptions {
  // Without a prototype, nothing that the page did to `Object.prototype` can pass for an option.
  const options = Object.create(null) as Record<string, unknown>;
  const problems: OptionProblem[] = [];
  for (const option of optionNames) {
    const holder = Object.hasOwn(source, option) ? source : base;
    if (!Object.hasOwn(holder, option)) continue;
    const value = attempt<unknown>(() => Reflect.get(holder, option), unreadable);
    if (value === undefined || (value === null && option !== 'origin')) continue;
    const checked = checkOption(option, value);
    if (checked === undefined) problems.push({ option, problem: `must be ${kinds[option].rule}` });
    else options[option] = checked;
  }
  return { options, problems: problems.concat(conflicts(options)) };
}

/** The value of an option, copied and normalised; `undefined` where it breaks the option's rule. */
export function checkOption<K extends UbaOptionName>(option: K, value: unknown): UbaOptions[K] {
  return attempt(() => kinds[option].check(value) as UbaOptions[K], undefined);
}

/** Stands for a value that cannot be read, and breaks every rule. */
const unreadable = Symbol();

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

/** The rules that tie one option to another. */
function conflicts(options: UbaOptions): OptionProblem[] {
  const { sessionId, userIdentifier, connectURL, sandboxMode, redirectURL } = options;
  const onOrigin = (url: string) => new URL(url).origin === (options.origin ?? origins.production);
  const found: OptionProblem[] = [];
  const refuse = (option: UbaOptionName, problem: string) => found.push({ option, problem });
  if (connectURL) {
    if (!onOrigin(connectURL)) refuse('connectURL', 'must lie on origin');
    if (sessionId || userIdentifier || sandboxMode) {
      refuse('connectURL', 'excludes sessionId, userIdentifier and sandboxMode');
    }
  } else if (!sandboxMode && !sessionId !== !userIdentifier) {
    refuse(sessionId ? 'userIdentifier' : 'sessionId', 'is missing');
  }
  if (redirectURL && onOrigin(redirectURL)) {
    refuse('redirectURL', 'is an address of UBA: pass it as connectURL');
  }
  return found;
}

/**
 * Writes options into the parameters of a frame's address, replacing those of the same name.
 * A flag that is false is left out.
 *
 * @param names which options to write; by default all that have a parameter
 */
export function encodeOptions(
  options: UbaOptions,
  params: URLSearchParams,
  names: readonly UbaOptionName[] = optionNames,
): void {
  for (const name of names) {
    const value = options[name];
    if (!isSent(name) || value === undefined || value === false) continue;
    params.set(name, (kindOf(name).encode ?? String)(value));
  }
}

/** Reads options from the parameters of a frame's address. The opposite of `encodeOptions`. */
export function decodeOptions(params: URLSearchParams): ReadOptions {
  const raw: Record<string, unknown> = {};
  for (const name of optionNames) {
    const value = isSent(name) ? params.get(name) : null;
    if (value !== null) raw[name] = decodeOption(name, value);
  }
  return readOptions(raw);
}

/**
 * Text of an attribute or of an address → a raw value for `readOptions` to judge.
 * Text that cannot be read stays text, so that it is refused there, by its name. Never throws.
 */
export function decodeOption(name: UbaOptionName, value: string): unknown {
  return attempt(() => (kindOf(name).decode ?? String)(value), value);
}
