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
} as const;

/** A colour that UBA lets a page override. */
export type UbaColor = keyof typeof themeDefaults;

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

const isText = (value: unknown): value is string =>
  typeof value === 'string' && !/\p{Surrogate}/u.test(value);

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
  rule: 'an absolute http(s) URL without user name and password',
  check: (value) => {
    if (!isText(value)) return undefined;
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? value : undefined;
  },
};

const origin: Kind<string> = {
  rule: 'an https origin such as https://uba.fino.run (http on localhost only), without a path',
  check: (value) => {
    const raw = (value as string).replace(/\/$/, '');
    const { origin, protocol, hostname } = new URL(raw);
    // Engines disagree on `*` in a host name, so it is looked for before they see it.
    if (origin !== raw || /[*%]|\.$/.test(hostname)) return undefined;
    const local = /^(localhost|127\.0\.0\.1|\[::1])$/.test(hostname);
    return protocol === 'https:' || (protocol === 'http:' && local) ? origin : undefined;
  },
};

const colorSchemes = ['light', 'dark', 'system'] as const;

/** Which scheme UBA shows; `system` follows the user's device. */
export type UbaColorScheme = (typeof colorSchemes)[number];

const colorScheme: Kind<UbaColorScheme> = {
  rule: `one of ${colorSchemes.join(', ')}`,
  values: colorSchemes,
  check: (value) => colorSchemes.find((scheme) => scheme === value),
};

const theme: Kind<UbaTheme> = {
  rule: `an object (as an attribute: JSON) with no keys but ${Object.keys(themeDefaults).join(', ')} and hex colours of 3 or 6 digits`,
  check: (value) => {
    if (typeof value !== 'object' || !value || Array.isArray(value)) return undefined;
    // Without a prototype, no inherited `toJSON` can speak for it later.
    const colors = Object.create(null) as Record<string, string>;
    for (const key of Reflect.ownKeys(value)) {
      const color: unknown = Reflect.get(value, key);
      if (typeof key !== 'string' || !Object.hasOwn(themeDefaults, key)) return undefined;
      if (typeof color !== 'string' || !/^#?([0-9a-f]{3}){1,2}$/i.test(color)) return undefined;
      colors[key] = color;
    }
    return colors;
  },
  decode: (value) => JSON.parse(value) as unknown,
  encode: (value) => JSON.stringify(value),
};

const language: Kind<string> = {
  rule: 'a BCP 47 language tag such as de or en-GB',
  check: (value) => (isText(value) ? Intl.getCanonicalLocales(value)[0] : undefined),
};

const milliseconds: Kind<number> = {
  rule: 'a number of milliseconds from 0 (never) to 2147483647',
  check: (value) =>
    typeof value === 'number' && value >= 0 && value <= 2147483647 ? value : undefined,
  decode: (value) => (value.trim() ? Number(value) : NaN),
};

/** The options table. The order is that of the parameters in the frame's address. */
export const optionTable = {
  /** The session that your back end made with the finoOS API. */
  sessionId: { attribute: 'session-id', kind: filled, param: 'sessionId' },
  /** The user that the session belongs to. */
  userIdentifier: { attribute: 'user-identifier', kind: filled, param: 'userIdentifier' },
  /** The name of your service, as agreed with fino. */
  service: { attribute: 'service', kind: text, param: 'service' },
  /** The tenant whose configuration UBA uses. */
  tenant: { attribute: 'tenant', kind: text, param: 'tenant' },
  /** Leaves out UBA's own header. Default: false. */
  hideHeader: { attribute: 'hide-header', kind: flag, param: 'hideHeader' },
  /** The colour scheme. Default: the tenant's, else light. */
  colorScheme: { attribute: 'color-scheme', kind: colorScheme, param: 'colorScheme' },
  /** Colours to override; as an attribute: JSON. */
  theme: { attribute: 'theme', kind: theme, param: 'theme' },
  /** Where UBA sends the user back to: an address of yours. Never filled in from `location`. */
  redirectURL: { attribute: 'redirect-url', kind: address, param: 'redirectURL' },
  /** The language of UBA and of the widget's own texts. Not in the documentation. */
  lang: { attribute: 'lang', kind: language, param: 'lang' },
  /** UBA's origin. Default: production. */
  origin: { attribute: 'origin', kind: origin },
  /** The pre-built address that the finoOS API calls `redirectURL`, instead of the two ids. Ours. */
  connectUrl: { attribute: 'connect-url', kind: address },
  /** Loads UBA's sandbox, which makes a session of its own. Default: false. Ours. */
  sandboxMode: { attribute: 'sandbox-mode', kind: flag },
  /** The accessible name of the frame. Default: "Connect your bank", localised. Ours. */
  frameTitle: { attribute: 'frame-title', kind: filled },
  /** How long to wait for `ready`, in ms; 0 = for ever. Default: 30000. Ours. */
  readyTimeout: { attribute: 'ready-timeout', kind: milliseconds },
  /** Follows the height of the frame's content, where the frame offers it. Default: false. Ours. */
  autoHeight: { attribute: 'auto-height', kind: flag },
} as const satisfies Record<string, OptionRow<unknown>>;

type Table = typeof optionTable;

/** The name of an option. */
export type UbaOptionName = keyof Table;

/** The options of the widget and of the iframe host; each may be absent. */
export type UbaOptions = {
  -readonly [K in keyof Table]?:
    (Table[K] extends { readonly kind: Kind<infer T> } ? T : never) | undefined;
};

/** The names of all options. */
export const optionNames = Object.keys(optionTable) as readonly UbaOptionName[];

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

const row = (name: UbaOptionName): OptionRow<unknown> => optionTable[name];

/**
 * Takes one snapshot of the own properties of `source` and checks each option by itself and against
 * the others. Unknown keys are passed over; `undefined` and `null` count as absent, except that an
 * `origin` of null is refused, so that a mistake never sends a session to the default origin.
 *
 * @param base the options that hold where `source` does not name them
 */
export function readOptions(source: object, base: object = {}): ReadOptions {
  const options: Record<string, unknown> = {};
  const problems: OptionProblem[] = [];
  for (const option of optionNames) {
    try {
      const holder = [source, base].find((object) => Object.hasOwn(object, option));
      const value: unknown = holder && Reflect.get(holder, option);
      if (value === undefined || (value === null && option !== 'origin')) continue;
      const checked = checkOption(option, value);
      if (checked !== undefined) {
        options[option] = checked;
        continue;
      }
    } catch {
      // A value that cannot be read breaks the rule like any other.
    }
    problems.push({ option, problem: `must be ${row(option).kind.rule}` });
  }
  return { options, problems: [...problems, ...conflicts(options)] };
}

/** The value of an option, copied and normalised; `undefined` where it breaks the option's rule. */
export function checkOption(option: UbaOptionName, value: unknown): unknown {
  try {
    return row(option).kind.check(value);
  } catch {
    return undefined;
  }
}

/** The rules that tie one option to another. */
function conflicts(options: UbaOptions): OptionProblem[] {
  const { sessionId, userIdentifier, connectUrl, sandboxMode, redirectURL } = options;
  const home = options.origin ?? origins.production;
  const found: OptionProblem[] = [];
  const refuse = (option: UbaOptionName, problem: string) => found.push({ option, problem });
  if (connectUrl && new URL(connectUrl).origin !== home) {
    refuse('connectUrl', 'must lie on the option origin');
  }
  if (connectUrl && (sessionId || userIdentifier || sandboxMode)) {
    refuse('connectUrl', 'cannot be combined with sessionId, userIdentifier or sandboxMode');
  }
  if (!connectUrl && !sandboxMode && !sessionId !== !userIdentifier) {
    refuse(
      sessionId ? 'userIdentifier' : 'sessionId',
      'is missing: sessionId and userIdentifier go together',
    );
  }
  if (redirectURL && new URL(redirectURL).origin === home) {
    refuse(
      'redirectURL',
      'must be an address of yours; to pass the address that the finoOS API returned, use connectUrl',
    );
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
    const { param, kind } = row(name);
    const value = options[name];
    if (!param || value === undefined || value === false) continue;
    params.set(param, (kind.encode ?? String)(value));
  }
}

/** Reads options from the parameters of a frame's address. The opposite of `encodeOptions`. */
export function decodeOptions(params: URLSearchParams): ReadOptions {
  const raw: Record<string, unknown> = {};
  for (const name of optionNames) {
    const { param } = row(name);
    const value = param === undefined ? null : params.get(param);
    if (value !== null) raw[name] = decodeOption(name, value);
  }
  return readOptions(raw);
}

/**
 * Text of an attribute or of an address → a raw value for `readOptions` to judge.
 * Text that cannot be read stays text, so that it is refused there, by its name. Never throws.
 */
export function decodeOption(name: UbaOptionName, value: string): unknown {
  try {
    return (row(name).kind.decode ?? String)(value);
  } catch {
    return value;
  }
}
