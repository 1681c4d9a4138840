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
  'primaryColor',
  'secondaryColor',
  'backgroundColor',
  'accentColor',
  'textColor',
  'linkColor',
  'infoColor',
  'successColor',
  'warningColor',
  'dangerColor',
] as const;

/** The name of a colour that UBA lets a page override. */
export type UbaColor = (typeof colorNames)[number];

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

/** What kind of value an option takes: how it is checked, read from text and written to an address. */
export interface OptionKind<T> {
  /** Completes the sentence "must be …". */
  readonly rule: string;
  /** All the values there are, where they can be listed. */
  readonly values?: readonly T[];
  /**
   * The value, copied and normalised, or `undefined` where it breaks the rule.
   * Throws only what a getter or a proxy inside the value throws.
   */
  check(value: unknown): T | undefined;
  /** Text of an attribute or of an address → a raw value, for `check` to judge; else it is the text. */
  decode?(text: string): unknown;
  /** Value → text of an address; `String` by default. */
  encode?(value: T): string;
}

/** A row of the options table. */
export interface OptionRow<T> {
  /** The attribute of `<fino-uba>`. */
  readonly attribute: string;
  readonly kind: OptionKind<T>;
  /** The parameter in the frame's address; absent where the option stays on the page's side. */
  readonly param?: string;
}

/** What `act` returns, or `otherwise` where it throws. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

// `URL.canParse` and `isWellFormed` are younger than the browsers that the widget supports.
const parseUrl = (text: string) => attempt(() => new URL(text), undefined);

/** A string that an address can hold: half a surrogate pair cannot be encoded. */
function isWellFormed(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}

const string: OptionKind<string> = {
  rule: 'a string',
  check: (value) => (isWellFormed(value) ? value : undefined),
};

const nonEmptyString: OptionKind<string> = {
  rule: 'a non-empty string',
  check: (value) => (isWellFormed(value) && value !== '' ? value : undefined),
};

const boolean: OptionKind<boolean> = {
  rule: 'true or false',
  check: (value) => (typeof value === 'boolean' ? value : undefined),
  // As with HTML's own, the presence of the attribute means true.
  decode: (text) => text !== 'false',
};

const httpUrl: OptionKind<string> = {
  rule: 'an http(s) URL without user info',
  check: (value) => {
    const url = isWellFormed(value) && parseUrl(value);
    if (!url) return undefined;
    const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
    const hasUserInfo = url.username !== '' || url.password !== '';
    return isHttp && !hasUserInfo ? value : undefined;
  },
};

const origin: OptionKind<string> = {
  rule: 'an https origin without a path',
  check: (value) => {
    const url = isWellFormed(value) && parseUrl(value);
    if (!url) return undefined;
    const { hostname } = url;
    const isBare = value === url.origin || value === `${url.origin}/`;
    const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
    // Engines disagree on `*` in a host name: it may have become `%2A`.
    const hasWildcard = hostname.includes('*') || hostname.includes('%');
    const isExact = !hasWildcard && !hostname.endsWith('.');
    return isBare && isSecure && isExact ? url.origin : undefined;
  },
};

const colorSchemes = ['light', 'dark', 'system'] as const;

/** Which scheme UBA shows; `system` follows the user's device. */
export type UbaColorScheme = (typeof colorSchemes)[number];

const colorScheme: OptionKind<UbaColorScheme> = {
  rule: colorSchemes.join(', '),
  values: colorSchemes,
  check: (value) => colorSchemes.find((name) => name === value),
};

const theme: OptionKind<UbaTheme> = {
  rule: 'an object of documented keys and hex colours',
  check: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    // Without a prototype, no inherited `toJSON` can speak for it later.
    const copy = Object.create(null) as Partial<Record<UbaColor, string>>;
    for (const key of Reflect.ownKeys(value)) {
      const name = colorNames.find((one) => one === key);
      const color: unknown = Reflect.get(value, key);
      if (!name || typeof color !== 'string') return undefined;
      if (!/^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)) return undefined;
      copy[name] = color;
    }
    return copy;
  },
  // Text that is no JSON stays text, which `check` refuses.
  decode: (text) => attempt(() => JSON.parse(text) as unknown, text),
  encode: (value) => JSON.stringify(value),
};

const languageTag: OptionKind<string> = {
  rule: 'a BCP 47 language tag',
  check: (value) =>
    isWellFormed(value) ? attempt(() => Intl.getCanonicalLocales(value)[0], undefined) : undefined,
};

/** The longest time that `setTimeout` knows, in ms. */
const longestTimeout = 2_147_483_647;

const milliseconds: OptionKind<number> = {
  rule: `a number from 0 to ${longestTimeout}`,
  check: (value) =>
    typeof value === 'number' && value >= 0 && value <= longestTimeout ? value : undefined,
  // `Number` would make 0 of blank text.
  decode: (text) => (text.trim() === '' ? NaN : Number(text)),
};

/** What goes into the frame's address, as parameters of the same names and in this order. */
const urlOptions = {
  /** The session that your back end made with the finoOS API. */
  sessionId: nonEmptyString,
  /** The user that the session belongs to. */
  userIdentifier: nonEmptyString,
  /** The name of your service, as agreed with fino. */
  service: string,
  /** The tenant whose configuration UBA uses. */
  tenant: string,
  /** Leaves out UBA's own header. Default: false. */
  hideHeader: boolean,
  /** The colour scheme. Default: the tenant's, else light. */
  colorScheme,
  /** Colours to override; as an attribute: JSON. */
  theme,
  /** Where UBA sends the user back to: an address of yours. Never filled in from `location`. */
  redirectURL: httpUrl,
  /** The language of UBA and of the widget's own texts. Not in the documentation. */
  lang: languageTag,
};

/** What stays on the page's side. */
const hostOptions = {
  /** UBA's origin. Default: production. */
  origin,
  /** The pre-built address that the finoOS API calls `redirectURL`, instead of the two ids. Ours. */
  connectURL: httpUrl,
  /** Loads UBA's sandbox, which makes a session of its own. Default: false. Ours. */
  sandboxMode: boolean,
  /** The accessible name of the frame. Default: "Connect your bank", localised. Ours. */
  frameTitle: nonEmptyString,
  /** How long to wait for `ready`, in ms; 0 = for ever. Default: 30000. Ours. */
  readyTimeout: milliseconds,
  /** Follows the height of the frame's content, where the frame offers it. Default: false. Ours. */
  autoHeight: boolean,
};

const kinds = { ...urlOptions, ...hostOptions };

type Kinds = typeof kinds;
type ValueOf<K> = K extends OptionKind<infer T> ? T : never;

/** The name of an option. */
export type UbaOptionName = keyof Kinds;

/** The options of the widget and of the iframe host; each may be absent or `undefined`. */
export type UbaOptions = { -readonly [K in keyof Kinds]?: ValueOf<Kinds[K]> | undefined };

/** The names of all options: those that go into the frame's address first, in its order. */
export const optionNames = /* @__PURE__ */ Object.keys(kinds) as readonly UbaOptionName[];

/** The attribute of an option: its name in kebab case, a run of capitals being one word. */
export function attributeOf(name: UbaOptionName): string {
  return name.replace(/[A-Z]+/g, '-$&').toLowerCase();
}

/**
 * All options with their attributes, rules and parameters, by name: what a form or a generator of
 * markup for the options needs to know.
 *
 * @example optionTable.redirectURL.attribute // 'redirect-url'
 */
export const optionTable = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ optionNames.map((name) => [
    name,
    {
      attribute: attributeOf(name),
      kind: kinds[name],
      ...(isUrlOption(name) && { param: name }),
    },
  ]),
) as { readonly [K in keyof Kinds]: OptionRow<ValueOf<Kinds[K]>> };

/** What is wrong with an option. It never holds the option's value, which may be a secret. */
export interface OptionProblem {
  readonly option: UbaOptionName;
  /** A sentence without a subject: "must be …". */
  readonly problem: string;
}

/** Options that were read. */
export interface ReadOptions {
  /** A snapshot of those that keep their rules. */
  readonly options: UbaOptions;
  /** What is wrong with the others, and which of them contradict each other; empty if nothing is. */
  readonly problems: readonly OptionProblem[];
}

function isUrlOption(name: UbaOptionName): boolean {
  return Object.hasOwn(urlOptions, name);
}

const kindOf = (name: UbaOptionName) => kinds[name] as OptionKind<unknown>;

/**
 * Takes one snapshot of the own properties of `source` and checks each option by itself and against
 * the others. Unknown keys are passed over; `undefined` and `null` count as absent, except that an
 * `origin` of null is refused, so that a mistake never sends a session to the default origin.
 *
 * @param source the options, checked by nobody yet
 * @param base the options that hold where `source` does not name them
 *
 * @example readOptions({ colorScheme: 'sepia' }).problems
 * // [{ option: 'colorScheme', problem: 'must be light, dark, system' }]
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
  } else if (!sandboxMode && Boolean(sessionId) !== Boolean(userIdentifier)) {
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
    if (!isUrlOption(name) || value === undefined || value === false) continue;
    params.set(name, (kindOf(name).encode ?? String)(value));
  }
}

/** Reads options from the parameters of a frame's address. The opposite of `encodeOptions`. */
export function decodeOptions(params: URLSearchParams): ReadOptions {
  const raw: Record<string, unknown> = {};
  for (const name of optionNames) {
    const value = isUrlOption(name) ? params.get(name) : null;
    if (value !== null) raw[name] = decodeOption(name, value);
  }
  return readOptions(raw);
}

/**
 * Turns the text of an attribute or of a form into a raw value for `readOptions` to judge: `true` for
 * a boolean's empty attribute, a number, an object of colours. Never throws: text that cannot be read
 * stays text or becomes NaN, so that it is refused there by its option's name.
 *
 * @example decodeOption('readyTimeout', '5000') // 5000
 */
export function decodeOption(name: UbaOptionName, text: string): unknown {
  const kind = kindOf(name);
  return kind.decode ? kind.decode(text) : text;
}
