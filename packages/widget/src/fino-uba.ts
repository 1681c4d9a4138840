import { type UbaAnyMessage, type UbaError, type UbaReady } from '@finodigital/uba-host';
import {
  FrameHost,
  checkOptions,
  createElement,
  dispatchMessage,
  dispatchOwn,
  frameOrigin,
  frameTitle,
  hasSession,
  invalidConfig,
  languageAt,
  loadFrame,
  ofDocument,
  textLanguage,
  say,
  sayOnce,
  sayProblems,
  type Said,
  type UbaStatus,
} from '@finodigital/uba-host/internal';
import {
  decodeOption,
  optionNames,
  origins,
  readOptions,
  type OptionProblem,
  type UbaFeature,
  type UbaOptionName,
  type UbaOptions,
} from '@finodigital/uba-protocol';
import {
  attributeOf,
  checkOption,
  documentOptions,
  isFlag,
  isForAttributes,
  isStrict,
  own,
} from '@finodigital/uba-protocol/internal';
import { ReactiveElement, type PropertyDeclaration } from '@lit/reactive-element';
import type { FinoUbaEventMap } from './events.js';
import { preconnect } from './preconnect.js';
import { applyStyles } from './style-sheets.js';
import { themeColors } from './theme-colors.js';
import { version } from './version.js';
import { errorView, loadingView, posterView, type Failure, type ViewStyle } from './views.js';
import { whenNear } from './when-near.js';

/** Options that name nothing, whatever the page has done to `Object.prototype`. */
const noOptions: UbaOptions = Object.create(null) as UbaOptions;

/** How long a frame may load before the skeleton shows, in ms: what comes sooner shall not flash. */
const skeletonDelay = 200;

/** What is wrong with an attribute's value that would be right as a property. */
const onlyByScript = 'of this value can be set by a script only, not by an attribute';

/** How long to wait for the second id of a session, in ms: frameworks set one after the other. */
const idTimeout = 1000;

/** The table's attribute, then the option's own name, which frameworks and people write too. */
function attributesOf(name: UbaOptionName): string[] {
  return [attributeOf(name), name.toLowerCase(), name];
}

/** Each attribute that counts, and its option. */
const optionOfAttribute: ReadonlyMap<string, UbaOptionName> = new Map(
  optionNames.flatMap((name) => attributesOf(name).map((attribute) => [attribute, name])),
);

/** Whether somebody can see the document, or soon will: a preview must not use up a session. */
function isShown(document: Document): boolean {
  const isPrerendered = ofDocument(document, 'prerendering' as keyof Document);
  const root = ofDocument(document, 'documentElement') as Element | null;
  const isPreview = root?.hasAttribute('data-turbo-preview');
  // A document without a window is parsed, copied or printed, and never seen.
  return !isPrerendered && !isPreview && ofDocument(document, 'defaultView') !== null;
}

/** What is in force where an option has this value: its default where it is not set or empty. */
function orDefault(name: UbaOptionName, value: unknown): unknown {
  if (value) return value;
  return name === 'origin' ? origins.production : undefined;
}

/** What has the focus in the document or the shadow tree that an element stands in. */
function focusedBeside(element: Element): Element | null {
  if (!element.isConnected) return null;
  const root = element.getRootNode();
  if (root === element.ownerDocument) return ofDocument(element.ownerDocument, 'activeElement');
  return (root as ShadowRoot).activeElement;
}

/** The appearance as JSON: comparable, and without the keys that are not set. */
function appearanceOf({ colorScheme, theme }: UbaOptions): string {
  return JSON.stringify({ colorScheme, theme });
}

/**
 * fino's Universal Bank Access in a frame: the user finds a bank, logs in and consents, and the page
 * hears about it by events. Its options are `UbaOptions`, each a property and an attribute; its events are
 * those of `FinoUbaEventMap`.
 *
 * @summary Lets people connect their bank account inside your page.
 * @tag fino-uba
 * @slot poster - What the user clicks to begin, with `loading="interaction"`, in place of an invitation with
 *   one button.
 * @slot loading - What stands over the frame from 200 ms after it begins to load until it is ready, in place
 *   of the skeleton.
 * @slot error - What stands over the frame where it did not get ready, in place of the text with Retry.
 * @csspart frame - The iframe.
 * @csspart poster - What stands in the place of the frame until the user wants it.
 * @csspart loading - What covers the frame from 200 ms after it begins to load until it is ready.
 * @csspart error - What covers the frame where it did not get ready.
 * @cssstate idle - There is no session yet, or the element's document is not shown.
 * @cssstate loading - The frame loads.
 * @cssstate ready - The frame can be used.
 * @cssstate failed - The frame did not get ready in time, or an option stops it.
 * @cssstate destroyed - `destroy()` was called: there will be no frame any more.
 * @cssprop [--uba-background=#f8f9fa] - Background of the widget's own views; in dark: #15181c.
 * @cssprop [--uba-text=#363636] - Text of the widget's own views; in dark: #f1f3f5.
 * @cssprop [--uba-primary=#f7c708] - Background of the first button.
 * @cssprop [--uba-on-primary=#1f1c0a] - Text of the first button.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class FinoUba extends ReactiveElement {
  /** The version of the package. */
  static readonly version = version;

  // Lit looks it up.
  static override readonly styles = [];

  static {
    for (const option of optionNames) {
      // Attributes are read below, since one option has several; accessors are ours. Without a prototype,
      // nothing that the page did to `Object.prototype` declares anything.
      const bare = Object.create(null) as PropertyDeclaration;
      this.createProperty(option, Object.assign(bare, { attribute: false, noAccessor: true }));
      // Options are checked and copied when they are set.
      Object.defineProperty(this.prototype, option, {
        get(this: FinoUba) {
          const value = own(this.#options, option);
          // `lang` is every element's, and text. Frameworks ask what a flag is before they set it.
          if (option === 'lang') return value ?? '';
          return isFlag(option) ? value === true : value;
        },
        set(this: FinoUba, value: unknown) {
          // Frameworks and templates write '' and null for nothing; an origin must not be nothing.
          const isNothing = (value === '' || value === null) && option !== 'origin';
          const isText = typeof value === 'string' && value !== '';
          this.#setByScript(option);
          this.#setOption(
            option,
            isNothing ? undefined : isText ? decodeOption(option, value) : value,
          );
        },
        configurable: true,
        enumerable: true,
      });
    }
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...optionOfAttribute.keys()];
  }

  /** The options as they were given: checked copies, or what breaks a rule and is named later. */
  readonly #options = Object.create(null) as { [name in UbaOptionName]?: unknown };
  /** Options that an attribute names with a value that only a script may set. */
  readonly #forScripts = new Set<UbaOptionName>();
  /** What the console was told of this element. */
  readonly #said: Said = new Set();
  // Simulated browsers may lack it.
  readonly #internals = (this as Partial<HTMLElement>).attachInternals?.();
  readonly #host = new FrameHost({
    statusChanged: (status, error) => this.#statusChanged(status, error),
    accepted: (message) => this.#accepted(message),
    rejected: (rejection) => dispatchOwn(this, 'uba-rejected', rejection),
    resized: (height) => {
      this.#height = height;
      this.#applyStyles();
    },
  });
  // Lit asks whether there is one already, and must find nobody else's.
  override renderRoot = undefined as unknown as ShadowRoot;
  /** What covers the frame. */
  #view: HTMLElement | undefined;
  /** What it was made of. */
  #shownContent: string | undefined;
  /** The user went on in a new tab. */
  #isOpenElsewhere = false;
  /** Whether what `loading` waits for is there, and was met by a frame, after which it never waits again. */
  #demand: 'there' | 'met' | undefined;
  /** Ends the wait for the element to come near. */
  #stopWaiting: (() => void) | undefined;
  #idTimer: ReturnType<typeof setTimeout> | undefined;
  #skeletonTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the frame was loaded with, its appearance included. */
  #loaded = noOptions;
  /** The appearance that the frame has, as JSON. */
  #appearance: string | undefined;
  /** The height that the frame asked for, in px. */
  #height: number | undefined;

  /** `idle` without a session, then `loading`, `ready` or `failed`; `destroyed` is final. */
  get status(): UbaStatus {
    return this.#host.status;
  }

  /**
   * The payload of `ready`, for the newest load. Rejected by a UbaError `LOAD_TIMEOUT`,
   * `INVALID_CONFIG` or `DESTROYED`, which need not be caught.
   */
  get ready(): Promise<UbaReady> {
    return this.#host.ready;
  }

  /**
   * Changes the options that `options` names, all or none; `undefined` takes one back. What does not
   * concern the session, `origin`, `connectURL` and `sandboxMode` never costs the user the running
   * flow: it acts at once or at the next load.
   *
   * @throws UbaError `INVALID_CONFIG`, `DESTROYED`
   */
  setOptions(options: UbaOptions): void {
    this.#host.assertAlive();
    const checked = checkOptions(options, this.#options, this.#said);
    for (const name of optionNames) {
      if (!Object.hasOwn(options, name)) continue;
      this.#setByScript(name);
      this.#setOption(name, own(checked, name));
    }
  }

  /**
   * Loads another session, in place of `connectURL` too. Of several calls in a row the last wins.
   *
   * @throws UbaError `INVALID_CONFIG` unless both are non-empty strings, `DESTROYED`
   */
  setSession(sessionId: string, userIdentifier: string): void {
    // A script may pass nothing at all, which `setOptions` would take for "no session".
    this.setOptions({
      sessionId: sessionId || '',
      userIdentifier: userIdentifier || '',
      connectURL: undefined,
    });
    this.reload();
  }

  /**
   * Loads the frame anew, with one request.
   *
   * @throws UbaError `DESTROYED`
   */
  reload(): void {
    this.#host.assertAlive();
    this.#restart();
    this.requestUpdate();
  }

  /**
   * Posts to the frame's exact origin; before `ready` the message waits in a queue.
   *
   * @throws UbaError `QUEUE_FULL` beyond 100 waiting messages, `DESTROYED`
   * @throws DOMException `DataCloneError` for what cannot be cloned
   */
  postMessage(message: unknown): void {
    this.#host.postMessage(message);
  }

  /**
   * Unloads the frame for good. The element itself stays where it is, empty. Where something else owns
   * the element, a framework say, to remove it is enough.
   */
  destroy(): void {
    this.#unload('destroyed');
    for (const name of optionNames) this.#options[name] = undefined;
    // The controller's `destroy` takes the element out of the page at once.
    queueMicrotask(() => {
      if (!this.isConnected) return;
      sayOnce(
        '<fino-uba> is destroyed for good, yet in the page. To remove it is enough.',
        this.#said,
      );
    });
  }

  override attributeChangedCallback(
    attribute: string,
    before: string | null,
    after: string | null,
  ) {
    super.attributeChangedCallback(attribute, before, after);
    const option = optionOfAttribute.get(attribute);
    if (!option || before === after) return;
    // The name in the table wins over the others.
    if (attribute !== attributeOf(option) && this.hasAttribute(attributeOf(option))) return;
    const text = attributesOf(option)
      .map((name) => this.getAttributeNS(null, name))
      .find((value) => value !== null);
    // An empty attribute is a flag that is set; of any other option it is nothing.
    this[option] = (text === '' && isFlag(option) ? true : text) as never;
    // Injected HTML carries attributes: it must not say where bank data goes.
    const value = own(this.#options, option);
    if (text && value && !isForAttributes(option, value)) this.#forScripts.add(option);
  }

  /** Whatever markup has put into the root, a declarative one say, is not ours to show. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.#internals?.shadowRoot ?? super.createRenderRoot();
    root.replaceChildren();
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#showState();
    this.#applyStyles();
    const listen = ofDocument(this.ownerDocument, 'addEventListener');
    listen.call(this.ownerDocument, 'prerenderingchange', this.#onShown);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const unlisten = ofDocument(this.ownerDocument, 'removeEventListener');
    unlisten.call(this.ownerDocument, 'prerenderingchange', this.#onShown);
    this.#wait(false);
    // Where `append` moves it the iframe loads anew by itself; another one would be a second request.
    if (this.isConnected && isShown(this.ownerDocument)) this.#host.reloaded();
    else this.#unload('idle');
  }

  /** Its presence lets `moveBefore` keep the frame alive where the engine can. */
  connectedMoveCallback(): void {
    this.#host.moved();
  }

  /** Runs in a microtask after connection and changes, so that many of them cost one request. */
  protected override updated(): void {
    if (!this.isConnected || this.status === 'destroyed') return;
    const { options, problem, warnings, missing } = this.#readOptions();
    sayProblems(warnings, this.#said);
    const { iframe } = this.#host;
    const isDue = !iframe && !missing && hasSession(options) && isShown(this.ownerDocument);
    const loading = (this.#demand ? undefined : options.loading) ?? 'eager';
    this.#wait(isDue && !problem && loading === 'lazy');
    if (iframe && problem) dispatchOwn(this, 'uba-error', this.#complain(problem));
    else if (problem) this.#host.fail(this.#complain(problem));
    else if (iframe) this.#applyOptions(iframe, options);
    else if (isDue && loading === 'eager') this.#load(options);
    // What was posted meanwhile waits with it.
    else if (this.status !== 'idle') this.#host.close('idle');
    this.#refreshView();
    if (missing && !iframe && !problem) this.#warnOfMissing(missing);
  }

  /** The options as they are now, and what is wrong with the first that must stop the flow. */
  #readOptions() {
    const { problems, ...read } = readOptions({}, this.#options);
    const [forScripts] = this.#forScripts;
    const problem = problems[0] ?? (forScripts && { option: forScripts, problem: onlyByScript });
    return { ...read, problem };
  }

  /** Waits for the element to come near what the user sees, or no longer. */
  #wait(isToWait: boolean): void {
    this.#stopWaiting?.();
    this.#stopWaiting = isToWait ? whenNear(this, () => this.#begin()) : undefined;
  }

  #begin(): void {
    this.#demand = 'there';
    this.requestUpdate();
  }

  /** The user wants what the poster promises. */
  #beginHere(): void {
    // From where it goes on into what follows.
    if (!this.#hasFocus) this.#view?.focus();
    this.#begin();
  }

  /** The user may be about to. */
  #intend(): void {
    const { options, problem } = this.#readOptions();
    if (!problem) preconnect(this.ownerDocument, frameOrigin(options));
  }

  #complain(problem: OptionProblem): UbaError {
    const error = invalidConfig(problem);
    sayOnce(error.message, this.#said, error.message, 'error');
    return error;
  }

  /** Half a session is how frameworks begin; for good it is a mistake. */
  #warnOfMissing(missing: string): void {
    clearTimeout(this.#idTimer);
    this.#idTimer = setTimeout(() => {
      sayProblems([{ option: missing, problem: 'is missing' }], this.#said);
    }, idTimeout);
  }

  /** What was refused of an attribute is a script's to say, be it the same. */
  #setByScript(name: UbaOptionName): void {
    if (this.#forScripts.delete(name)) this.requestUpdate();
  }

  /** @param raw what is judged now and kept as it was then; `undefined` for nothing */
  #setOption(name: UbaOptionName, raw: unknown): void {
    if (this.status === 'destroyed') {
      sayOnce(`${name} was set on a <fino-uba> that is destroyed.`, this.#said, 'destroyed');
      return;
    }
    const value = raw === undefined ? undefined : this.#checked(name, raw);
    if (value === own(this.#options, name)) return;
    this.#options[name] = value;
    if (documentOptions.includes(name)) this.#changeDocument();
    this.requestUpdate();
  }

  /** A copy that keeps the rule; or what breaks it, to be named later, where that stops the flow. */
  #checked(name: UbaOptionName, raw: unknown): unknown {
    const { value, problem } = checkOption(name, raw);
    if (!problem) return value;
    if (isStrict(name)) return raw;
    sayProblems([{ option: name, problem }], this.#said);
    return value;
  }

  /** The frame goes, at once or, where only one id of its session has changed, soon: with the other. */
  #changeDocument(): void {
    clearTimeout(this.#idTimer);
    const [changed, ...rest] = documentOptions.filter(
      (name) =>
        orDefault(name, own(this.#options, name)) !== orDefault(name, own(this.#loaded, name)),
    );
    if (!changed) return;
    const isId = changed === 'sessionId' || changed === 'userIdentifier';
    if (isId && rest.length === 0 && this.#host.iframe) {
      this.#idTimer = setTimeout(() => this.reload(), idTimeout);
    } else {
      this.#restart();
    }
  }

  readonly #onShown = (): void => this.requestUpdate();

  /** Drops the present document at once, so that nothing more of it arrives; the next one follows. */
  #restart(): void {
    if (this.status !== 'idle') this.#unload('loading');
  }

  #unload(status: 'idle' | 'loading' | 'destroyed'): void {
    const { iframe } = this.#host;
    clearTimeout(this.#idTimer);
    this.#loaded = noOptions;
    this.#isOpenElsewhere = false;
    this.#host.close(status);
    iframe?.remove();
    this.#height = undefined;
  }

  #load(options: UbaOptions): void {
    const iframe = createElement(this.ownerDocument, 'iframe');
    iframe.setAttribute('part', 'frame');
    iframe.inert = true;
    this.#demand = 'met';
    this.#loaded = loadFrame(iframe, options, this);
    this.#applyStyles();
    this.#host.open(iframe, options);
    // A handler of `uba-status` may have changed its mind just now.
    if (this.#host.iframe === iframe) this.renderRoot.prepend(iframe);
  }

  /** What acts at once while a frame is open. */
  #applyOptions(iframe: HTMLIFrameElement, options: UbaOptions): void {
    iframe.title = frameTitle(options, this);
    this.#host.readyTimeout = options.readyTimeout;
    this.#applyStyles();
    this.#sendAppearance();
  }

  /** Sends the frame the present appearance, where it can take it. */
  #sendAppearance(): void {
    const appearance = appearanceOf(this.#options as UbaOptions);
    if (!this.#host.offers('theme') || appearance === this.#appearance) return;
    this.#appearance = appearance;
    const type = 'theme' satisfies UbaFeature;
    this.#host.postMessage({ type, payload: JSON.parse(appearance) as unknown });
  }

  /** The styles of all widgets, and what the options ask of this one. */
  #applyStyles(): void {
    const root = this.renderRoot as ShadowRoot | undefined;
    if (!root) return;
    const { autoHeight, colorScheme } = this.#options;
    const isFitted = autoHeight === true && this.#height !== undefined;
    applyStyles(
      root,
      // The frame itself has the height, so that no border and no padding takes from it.
      (isFitted
        ? `:host{height:auto}iframe{position:relative;height:${this.#height}px;max-height:100%}`
        : '') +
        // A page that is light for good must not make the frame light on a dark device.
        (colorScheme === 'system' ? ':host{color-scheme:light dark}' : ''),
    );
  }

  #accepted(message: UbaAnyMessage): void {
    if (message.known && message.type === 'ready') {
      // A new document, perhaps: it knows its address and nothing more.
      this.#appearance = appearanceOf(this.#loaded);
      this.#sendAppearance();
    }
    dispatchMessage(this, message, () => this.status === 'destroyed');
  }

  /** `:state(…)` is the status. */
  #showState(): void {
    try {
      this.#internals?.states.clear();
      this.#internals?.states.add(this.status);
    } catch {
      // Chromium before 125 wants names with dashes, Safari before 17.4 has no states at all.
    }
  }

  #statusChanged(status: UbaStatus, error?: UbaError): void {
    this.#showState();
    if (error?.code === 'LOAD_TIMEOUT') say(error.message);
    this.#showView(status);
    dispatchOwn(this, 'uba-status', { status });
    if (error && this.status === 'failed') dispatchOwn(this, 'uba-error', error);
  }

  get #viewStyle(): ViewStyle {
    const { colorScheme = 'light', theme, lang } = this.#options as UbaOptions;
    return {
      language: textLanguage(languageAt(this, lang)),
      colorScheme,
      colors: themeColors(theme),
    };
  }

  /** The words of the poster, where there is one to show. */
  get #invitation(): string | undefined {
    const options = this.#options as UbaOptions;
    const isHeldBack = options.loading === 'interaction' && this.#demand !== 'met';
    return isHeldBack && this.status === 'idle' ? frameTitle(options, this) : undefined;
  }

  #viewOf(status: UbaStatus): HTMLElement | undefined {
    const style = this.#viewStyle;
    const invitation = this.#invitation;
    if (invitation) {
      return posterView(
        style,
        invitation,
        () => this.#beginHere(),
        () => this.#intend(),
      );
    }
    if (status === 'loading') return loadingView(style);
    if (status !== 'failed') return undefined;
    return errorView(
      style,
      this.#failure(),
      () => this.reload(),
      () => this.#openTab(),
    );
  }

  /** What a view makes of the options, as JSON. */
  get #viewContent(): string {
    return JSON.stringify([this.#viewStyle, this.#invitation]);
  }

  /** Shows the present view anew, where options have changed that it goes by. */
  #refreshView(): void {
    const isOld = this.#view ? this.#viewContent !== this.#shownContent : this.#invitation;
    if (isOld) this.#showView(this.status, false);
  }

  get #hasFocus(): boolean {
    return this.contains(focusedBeside(this));
  }

  #failure(): Failure {
    if (!this.#host.iframe) return 'config';
    if (this.#isOpenElsewhere) return 'opened';
    if (this.#host.isBlocked) return 'blocked';
    return navigator.onLine ? 'slow' : 'offline';
  }

  /** The same session in a tab of its own, of which this page hears nothing more. */
  #openTab(): void {
    const url = this.#host.iframe?.src;
    if (!url || !dispatchOwn(this, 'uba-open-tab', null, true)) return;
    window.open(url, '_blank', 'noopener,noreferrer');
    this.#isOpenElsewhere = true;
    if (this.status === 'failed') this.#showView('failed');
  }

  /**
   * Puts a view over the frame, or takes it away. Focus that was inside the widget stays inside.
   *
   * @param delayed whether a frame that loads may first show nothing at all for a while
   */
  #showView(status: UbaStatus, delayed = !this.#view): void {
    // What the page has put into a poster keeps its focus.
    const root = this.renderRoot as ShadowRoot | undefined;
    const focused = status === 'idle' ? !!root?.activeElement : this.#hasFocus;
    const { iframe } = this.#host;
    clearTimeout(this.#skeletonTimer);
    if (iframe) iframe.inert = status !== 'ready';
    if (status === 'loading' && delayed && !focused) {
      this.#skeletonTimer = setTimeout(() => this.#showView(status, false), skeletonDelay);
      return;
    }
    const view = this.#viewOf(status);
    this.#view?.remove();
    this.#view = view;
    if (view) {
      this.#shownContent = this.#viewContent;
      this.renderRoot.append(view);
    }
    if (focused) (view ?? iframe)?.focus();
  }
}

// Merged with the class, so that the properties come from the options table alone.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export interface FinoUba extends Omit<UbaOptions, 'lang'> {
  addEventListener<T extends keyof FinoUbaEventMap>(
    type: T,
    listener: (this: FinoUba, event: FinoUbaEventMap[T]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<T extends keyof FinoUbaEventMap>(
    type: T,
    listener: (this: FinoUba, event: FinoUbaEventMap[T]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'fino-uba': FinoUba;
  }
}
