/**
 * What a page may ask of UBA: one table that names each option, its attribute, its place in the
 * frame's URL and its rule. Types, encoding and decoding come from it.
 * Source: finoOS documentation, "Banking Embed Integration"; the options it lacks say so.
 */
import { own, parseUrl } from './shape.js';

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
  /** The brand: buttons, highlights. */
  primaryColor: '#F7C708',
  /** The brand's second colour. */
  secondaryColor: '#288CD1',
  /** The background of the page in the frame. */
  backgroundColor: '#F8F9FA',
  /** Accents. */
  accentColor: '#288CD1',
  /** Text. */
  textColor: '#363636',
  /** Links. */
  linkColor: '#F7C708',
  /** Notes. */
  infoColor: '#3e8ed0',
  /** What went well. */
  successColor: '#48c78e',
  /** Warnings. */
  warningColor: '#ffe08a',
  /** Errors and dangers. */
  dangerColor: '#f14668',
} as const satisfies Record<UbaColor, string>;

/** Colours to override: hex with 3 or 6 digits, with or without `#`. */
export type UbaTheme = { readonly [color in UbaColor]?: string };

/** What kind of value an option takes: how it is checked, read from text and written to a URL. */
export interface OptionKind<T> {
  /** Completes the sentence "must be …". */
  readonly rule: string;
  /** All the values there are, where they can be listed. */
  readonly values: readonly T[] | undefined;
  /**
   * The value, copied and normalised; `undefined` where it breaks the rule, `null` where it stands for
   * nothing. Throws only what a getter or a proxy inside the value throws.
   *
   * @param drop is told each key that breaks the rule by itself, where the others may stay
   */
  check(value: unknown, drop: (key: string) => void): T | null | undefined;
  /**
   * Text of an attribute, a property or a URL → a raw value for `check` to judge; the text itself
   * where there is none of this.
   */
  decode(text: string, attribute: string): unknown;
  /** Value → text of a URL. */
  encode(value: T): string;
}

/** A row of the options table. */
export interface OptionRow<T> {
  /** The attribute of `<fino-uba>`. */
  readonly attribute: string;
  readonly kind: OptionKind<T>;
  /**
   * Whether a value that breaks its rule stops the flow, as it must where the value decides where
   * bank data goes. Any other is dropped, and the flow runs.
   */
  readonly strict: boolean;
  /** The parameter in the frame's URL; absent where the option stays on the page's side. */
  readonly param?: string;
  /** When a change acts on a widget that runs. */
  readonly acts: OptionEffect;
}

/**
 * When a changed option acts: `load`, the frame is loaded anew for it; `at-once`, on the running frame;
 * `next-load`, when the frame is loaded next, so that nobody loses a running flow; `look`, at once
 * where the frame offers the feature `theme`, else at the next load.
 */
export type OptionEffect = 'load' | 'at-once' | 'next-load' | 'look';

/** What `act` returns, or `otherwise` where it throws. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

/** Fills in what most kinds share, so that nothing of a kind is ever looked up in its prototype. */
function kind<T>(
  given: Pick<OptionKind<T>, 'rule' | 'check'> & Partial<OptionKind<T>>,
): OptionKind<T> {
  return { values: undefined, decode: (text) => text, encode: String, ...given };
}

/** A string that a URL can hold: half a surrogate pair cannot be encoded. */
function isWellFormed(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}

const string = kind<string>({
  rule: 'a string',
  check: (value) => (isWellFormed(value) ? value : undefined),
});

const nonEmptyString = kind<string>({
  rule: 'a non-empty string',
  check: (value) => (isWellFormed(value) && value !== '' ? value : undefined),
});

const boolean = kind<boolean>({
  rule: 'true or false',
  check: (value) => (typeof value === 'boolean' ? value : undefined),
  // What HTML, React and the templates of servers write: `False` must never turn anything on.
  decode: (text, attribute) => {
    const word = text.trim().toLowerCase();
    const ownName = attribute.replace('-', '');
    if (['', 'true', '1', 'yes', 'on', attribute, ownName].includes(word)) return true;
    return ['false', '0', 'no', 'off', 'null', 'undefined'].includes(word) ? false : text;
  },
});

const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);

/** Whether a host, as `URL` writes it, can stand in a private network or on this machine alone. */
const isPrivate = (hostname: string) =>
  isLoopback(hostname) ||
  // A single name, as containers have, or a name that no public registry gives away.
  /^[^.:]+$|\.(localhost|local|test|internal)$/.test(hostname) ||
  /^(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d+)+$|^\[f([cd]..|e[89ab].):/.test(hostname);

/** Where the page lies; in Node there is none. */
const page = () => (globalThis as Partial<typeof globalThis>).location;

/** Whether a host may be spoken to without encryption: this machine always, others from such a page. */
const allowsHttp = (hostname: string) =>
  isLoopback(hostname) || (page()?.protocol === 'http:' && isPrivate(hostname));

/** A URL that user data may be sent to; `undefined` for any other text. */
function trustedUrl(value: unknown): URL | undefined {
  const url = isWellFormed(value) ? parseUrl(value) : undefined;
  if (!url) return undefined;
  const { protocol, hostname, username, password } = url;
  const isSecure = protocol === 'https:' || (protocol === 'http:' && allowsHttp(hostname));
  // Engines disagree on `*` in a host name: it may have become `%2A`.
  const isHost = /^([\w-]+(\.[\w-]+)*|\[[\da-f:.]+\])$/.test(hostname);
  return isSecure && isHost && username === '' && password === '' ? url : undefined;
}

const httpUrl = kind<string>({
  rule: 'an https URL without user info',
  check: (value) => trustedUrl(value)?.href,
});

const origin = kind<string>({
  rule: 'an https origin without a path',
  check: (value) => {
    const url = trustedUrl(value);
    const isBare = value === url?.origin || value === `${url?.origin}/`;
    return isBare ? url?.origin : undefined;
  },
});

/** UBA's documented hosts: production and its stages. */
const documentedOrigin = /^https:\/\/uba\.([\da-z-]+\.)?fino\.run$/;

/**
 * Whether an attribute may say so: HTML that somebody injects can carry attributes, and must not send
 * bank data elsewhere. Other values count where a script sets them.
 *
 * @param value that has passed its check
 */
export function isForAttributes(option: UbaOptionName, value: unknown): boolean {
  const url = typeof value === 'string' ? parseUrl(value) : undefined;
  if (option === 'redirectURL') return url?.origin === page()?.origin;
  if (option !== 'origin' || !url) return true;
  return (
    documentedOrigin.test(url.origin) ||
    (isPrivate(url.hostname) && isPrivate(page()?.hostname ?? ''))
  );
}

/** One of a few words. */
const oneOf = <T extends string>(values: readonly T[]) =>
  kind<T>({
    rule: values.join(', '),
    values,
    check: (value) => values.find((word) => word === value),
  });

const colorScheme = oneOf(['light', 'dark', 'system']);

/** Which scheme UBA shows; `system` follows the user's device. */
export type UbaColorScheme = ValueOf<typeof colorScheme>;

const loading = oneOf(['eager', 'lazy', 'interaction']);

/**
 * When the frame is loaded for the first time: `eager`, as soon as there is a session; `lazy`, when the
 * element is near what the user sees; `interaction`, when the user clicks the poster.
 */
export type UbaLoading = ValueOf<typeof loading>;

const theme = kind<UbaTheme>({
  rule: 'an object of the documented keys and hex colours with 3 or 6 digits',
  check: (value, drop) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    // Without a prototype, no inherited `toJSON` can speak for it later.
    const copy = Object.create(null) as Partial<Record<UbaColor, string>>;
    for (const key of Reflect.ownKeys(value)) {
      const color = attempt<unknown>(() => Reflect.get(value, key), unreadable);
      if (color === undefined || color === null || color === '') continue;
      const name = colorNames.find((one) => one === key);
      const hex = typeof color === 'string' ? color.trim() : '';
      if (name && /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.test(hex)) copy[name] = hex;
      else drop(String(key));
    }
    return Object.keys(copy).length > 0 ? copy : null;
  },
  // Text that is no JSON stays text, which `check` refuses.
  decode: (text) => attempt(() => JSON.parse(text) as unknown, text),
  encode: (value) => JSON.stringify(value),
});

const languageTag = kind<string>({
  rule: 'a BCP 47 language tag',
  check: (value) => {
    if (!isWellFormed(value)) return undefined;
    // Servers know `de_DE.UTF-8` and `de_AT@euro`, and `C` for no language at all.
    const tag = value.replace(/[.@].*/, '').replaceAll('_', '-');
    if (tag === 'C' || tag === 'POSIX') return null;
    return attempt(() => Intl.getCanonicalLocales(tag)[0], undefined);
  },
});

/** The longest time that `setTimeout` knows, in ms. */
const longestTimeout = 2_147_483_647;

const milliseconds = kind<number>({
  rule: `a number from 0 to ${longestTimeout}`,
  check: (value) =>
    typeof value === 'number' && value >= 0 && value <= longestTimeout ? value : undefined,
  // `Number` would make 0 of blank text.
  decode: (text) => (text.trim() === '' ? NaN : Number(text)),
});

/** What goes into the frame's URL, as parameters of the same names and in this order. */
const urlOptions = {
  /** The session that your back end has made with the finoOS API, for this visit. */
  sessionId: nonEmptyString,
  /** The user that the session belongs to; it comes with the session. */
  userIdentifier: nonEmptyString,
  /** The name of your service, as agreed with fino. */
  service: string,
  /** The tenant whose configuration UBA uses. */
  tenant: string,
  /**
   * Leaves out UBA's own header, where your page has one.
   *
   * @default false
   */
  hideHeader: boolean,
  /** Whether UBA is light, dark or as the user's device is. Not set: the tenant's choice, else light. */
  colorScheme,
  /** Colours to override, such as `{ "primaryColor": "#1A73E8" }`; as an attribute: JSON. */
  theme,
  /** Where UBA sends the user back to: a page of yours. Never filled in from `location`. */
  redirectURL: httpUrl,
  /**
   * The language of UBA and of the widget's own texts. Not set: the page's, else the browser's. Not in
   * fino's documentation.
   */
  lang: languageTag,
};

/** What stays on the page's side. */
const hostOptions = {
  /**
   * Where UBA lies: production, unless you name the test environment or a sandbox.
   *
   * @default 'https://uba.fino.run'
   */
  origin,
  /**
   * The session's pre-built address on UBA, in place of the two ids. The finoOS API calls it `redirectURL`.
   * The widget's own.
   */
  connectURL: httpUrl,
  /**
   * Loads UBA's sandbox, which makes a session by itself, so that no ids are needed. The widget's own.
   *
   * @default false
   */
  sandboxMode: boolean,
  /**
   * The name of the frame for screen readers; by default in the user's language. The widget's own.
   *
   * @default 'Connect your bank'
   */
  frameTitle: nonEmptyString,
  /**
   * How long to wait for `ready`, in ms, until the error view shows; 0 for ever. The widget's own.
   *
   * @default 30000
   */
  readyTimeout: milliseconds,
  /**
   * Follows the height of the frame's content, where the frame tells it; UBA does not today. The widget's
   * own.
   *
   * @default false
   */
  autoHeight: boolean,
  /**
   * When the frame is first loaded: at once; when the element comes near what the user sees; or when the user
   * clicks the poster. The widget's own.
   *
   * @default 'eager'
   */
  loading,
};

const kinds = { ...urlOptions, ...hostOptions };

/** What decides where the user's bank data goes: it fails closed. All else only decides a look. */
const strictOptions: readonly UbaOptionName[] = [
  'sessionId',
  'userIdentifier',
  'service',
  'tenant',
  'origin',
  'connectURL',
  'sandboxMode',
  'redirectURL',
];

/** What decides which document is loaded. */
export const documentOptions: readonly UbaOptionName[] = [
  'sessionId',
  'userIdentifier',
  'origin',
  'connectURL',
  'sandboxMode',
];

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

/** Whether an option is a flag, as texts write it in many ways. */
export const isFlag = (name: UbaOptionName) => kindOf(name) === boolean;

/** Whether a value that breaks the option's rule stops the flow. */
export const isStrict = (name: UbaOptionName) => strictOptions.includes(name);

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
      kind: kindOf(name),
      strict: isStrict(name),
      acts: effectOf(name),
      ...(isUrlOption(name) && { param: name }),
    },
  ]),
) as { readonly [K in keyof Kinds]: OptionRow<ValueOf<Kinds[K]>> };

/** What is wrong with an option. It never holds the option's value, which may be a secret. */
export interface OptionProblem {
  /** The option's name, or the unknown key that was given in its place. */
  readonly option: string;
  /** A sentence without a subject: "must be …". */
  readonly problem: string;
}

/** Options that were read. */
export interface ReadOptions {
  /** A snapshot of those that keep their rules. */
  readonly options: UbaOptions;
  /** What must stop the flow: a strict option that breaks its rule, options that contradict each other. */
  readonly problems: readonly OptionProblem[];
  /** What was dropped or looks like a mistake, for the developer to know; the flow runs without it. */
  readonly warnings: readonly OptionProblem[];
  /** The id that is not there where the other one is: half a session. */
  readonly missing?: 'sessionId' | 'userIdentifier' | undefined;
}

function isUrlOption(name: UbaOptionName): boolean {
  return Object.hasOwn(urlOptions, name);
}

function effectOf(name: UbaOptionName): OptionEffect {
  if (documentOptions.includes(name)) return 'load';
  if (name === 'colorScheme' || name === 'theme') return 'look';
  return isUrlOption(name) ? 'next-load' : 'at-once';
}

function kindOf(name: UbaOptionName): OptionKind<unknown> {
  return own(kinds, name);
}

/**
 * Takes one snapshot of the own properties of `source` and checks each option by itself and against
 * the others. Never throws. `null` and `undefined` count as absent, and so does the empty string; but
 * an `origin` that is named must be one, so that a variable that is not set never sends a session to
 * the default origin, and an id that is named must not be empty.
 *
 * @param source the options, checked by nobody yet
 * @param base the options that hold where `source` does not name them, as an element keeps them:
 *   `undefined` is absent there for every option
 *
 * @example readOptions({ colorScheme: 'sepia' }).warnings
 * // [{ option: 'colorScheme', problem: 'must be light, dark, system' }]
 */
export function readOptions(source: object, base: object = {}): ReadOptions {
  // Without a prototype, nothing that the page did to `Object.prototype` can pass for an option.
  const options = Object.create(null) as Record<string, unknown>;
  const problems: OptionProblem[] = [];
  const keys = attempt(() => Object.keys(source), undefined);
  if (!keys) problems.push({ option: 'options', problem: 'cannot be read' });
  const warnings: OptionProblem[] = (keys ?? [])
    .filter((key) => !Object.hasOwn(kinds, key))
    .map((key) => ({ option: shorten(key), problem: 'is no option' }));
  for (const option of optionNames) {
    const isNamed = attempt(() => Object.hasOwn(source, option), true);
    const holder = isNamed ? source : base;
    if (!isNamed && !Object.hasOwn(base, option)) continue;
    const raw = attempt<unknown>(() => Reflect.get(holder, option), unreadable);
    if (isAbsent(option, raw, isNamed)) continue;
    const { value, problem } = checkOption(option, raw);
    if (value !== undefined) options[option] = value;
    if (problem) (isStrict(option) ? problems : warnings).push({ option, problem });
  }
  problems.push(...conflicts(options));
  warnings.push(...oddities(options));
  return { options, problems, warnings, missing: missingId(options) };
}

function isAbsent(option: UbaOptionName, value: unknown, isNamed: boolean): boolean {
  if (option === 'origin') return value === undefined && !isNamed;
  const isId = option === 'sessionId' || option === 'userIdentifier';
  return value === undefined || value === null || (value === '' && !(isId && isNamed));
}

/** An option's value after its check. */
export interface CheckedOption<T> {
  /** Copied and normalised; absent where it breaks the rule or stands for nothing. */
  readonly value?: T | undefined;
  /** What is wrong, as a sentence without a subject; parts that keep the rule may be in `value`. */
  readonly problem?: string | undefined;
}

/** Checks one value that is there. Never throws, and never says the value. */
export function checkOption<K extends UbaOptionName>(
  option: K,
  value: unknown,
): CheckedOption<NonNullable<UbaOptions[K]>> {
  const kind = kindOf(option);
  const dropped: string[] = [];
  const checked = attempt(() => kind.check(value, (key) => dropped.push(key)), undefined);
  const keys = dropped.slice(0, 3).map(shorten).join(', ');
  return {
    value: (checked ?? undefined) as NonNullable<UbaOptions[K]> | undefined,
    problem:
      checked === undefined || dropped.length > 0
        ? `${keys && `(${keys}) `}must be ${kind.rule}`
        : undefined,
  };
}

/** A key that somebody else chose, short enough for one line. */
const shorten = (key: string) => (key.length > 40 ? `${key.slice(0, 40)}…` : key);

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
  }
  if (redirectURL && onOrigin(redirectURL)) {
    refuse('redirectURL', 'is a URL of UBA: pass it as connectURL');
  }
  return found;
}

/** What is allowed and probably not meant. */
function oddities({ sessionId, sandboxMode, origin, redirectURL }: UbaOptions): OptionProblem[] {
  const found: OptionProblem[] = [];
  if (sandboxMode && sessionId) {
    found.push({ option: 'sessionId', problem: 'is not sent: sandboxMode makes its own session' });
  }
  for (const [option, url] of Object.entries({ origin, redirectURL })) {
    const { protocol, hostname } = url ? new URL(url) : {};
    if (protocol === 'http:' && hostname && !isLoopback(hostname)) {
      found.push({ option, problem: 'is not encrypted: for tests in a private network only' });
    }
  }
  return found;
}

function missingId(options: UbaOptions): ReadOptions['missing'] {
  const { sessionId, userIdentifier, connectURL, sandboxMode } = options;
  if (connectURL || sandboxMode || Boolean(sessionId) === Boolean(userIdentifier)) return undefined;
  return sessionId ? 'userIdentifier' : 'sessionId';
}

/**
 * Writes options into the parameters of a frame's URL, replacing those of the same name.
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
    const value = own(options, name);
    if (!isUrlOption(name) || value === undefined || value === false) continue;
    params.set(name, kindOf(name).encode(value));
  }
}

/** Reads options from the parameters of a frame's URL. The opposite of `encodeOptions`. */
export function decodeOptions(params: URLSearchParams): ReadOptions {
  const raw: Record<string, unknown> = {};
  for (const name of optionNames) {
    const value = isUrlOption(name) ? params.get(name) : null;
    if (value !== null) raw[name] = decodeOption(name, value);
  }
  return readOptions(raw);
}

/**
 * Turns the text of an attribute or of a form into a raw value for `readOptions` to judge: true or
 * false for a flag's words, a number, an object of colours. Never throws: text that cannot be read
 * stays text or becomes NaN, so that it is refused there by its option's name.
 *
 * @example decodeOption('readyTimeout', '5000') // 5000
 * @example decodeOption('hideHeader', 'False') // false
 */
export function decodeOption(name: UbaOptionName, text: string): unknown {
  return kindOf(name).decode(text, attributeOf(name));
}
