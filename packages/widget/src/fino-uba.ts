import {
  FrameHost,
  checkOptions,
  dispatchMessage,
  dispatchOwn,
  frameTitle,
  hasSession,
  invalidConfig,
  languageAt,
  loadFrame,
  textLanguage,
  type UbaAnyMessage,
  type UbaError,
  type UbaReady,
  type UbaStatus,
} from '@finodigital/uba-host';
import {
  attributeOf,
  checkOption,
  decodeOption,
  optionNames,
  origins,
  readOptions,
  type UbaFeature,
  type UbaOptionName,
  type UbaOptions,
} from '@finodigital/uba-protocol';
import { ReactiveElement, type PropertyValues } from '@lit/reactive-element';
import type { FinoUbaEventMap } from './events.js';
import { newSheet, sheetOf } from './style-sheets.js';
import { views } from './views.js';

/** The options that decide which document is loaded. */
const documentOptions: readonly UbaOptionName[] = [
  'sessionId',
  'userIdentifier',
  'origin',
  'connectURL',
  'sandboxMode',
];

/** How long a frame may load before the skeleton shows, in ms: what comes sooner shall not flash. */
const patience = 200;

/** The same for values that lead to the same document. */
function documentOf(name: UbaOptionName, value: unknown): unknown {
  if (!documentOptions.includes(name)) return undefined;
  if (value) return value;
  return name === 'origin' ? origins.production : undefined;
}

/** The look as JSON: comparable, and without the keys that are not set. */
function lookOf({ colorScheme, theme }: UbaOptions): string {
  return JSON.stringify({ colorScheme, theme });
}

/**
 * fino's Universal Bank Access in a frame: the user finds a bank, logs in and consents, and the page
 * hears about it by events. Its options are `UbaOptions`, each a property and an attribute.
 *
 * @summary Banking Connect, embedded.
 * @tag fino-uba
 * @slot loading - replaces the skeleton that is shown after 200 ms, until the frame is ready
 * @slot error - replaces the view that is shown when the frame did not get ready
 * @csspart frame - the iframe
 * @csspart loading - what covers the frame, after 200 ms, until it is ready
 * @csspart error - what covers the frame when it did not get ready
 * @cssstate loading - the frame is loading
 * @cssstate ready - the frame is ready
 * @cssstate failed - the frame did not get ready, or the options are invalid
 * @cssprop [--uba-background=#f8f9fa] - background of the widget's own views
 * @cssprop [--uba-text=#363636] - text
 * @cssprop [--uba-primary=#f7c708] - the primary button
 * @cssprop [--uba-on-primary=#1f1c0a] - text on the primary button
 * @fires {CustomEvent<UbaAnyMessage>} uba-message - every accepted message
 * @fires {CustomEvent<{ status: UbaStatus }>} uba-status - the status has changed
 * @fires {CustomEvent<UbaError>} uba-error - `INVALID_CONFIG` or `LOAD_TIMEOUT`
 * @fires {CustomEvent<UbaRejection>} uba-rejected - a message of the frame was refused
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class FinoUba extends ReactiveElement {
  static {
    for (const name of optionNames) {
      this.createProperty(name, {
        attribute: attributeOf(name),
        converter: (text: string | null) => (text === null ? undefined : decodeOption(name, text)),
        noAccessor: true,
      });
      Object.defineProperty(this.prototype, name, {
        get(this: FinoUba) {
          // `lang` is every element's, and text.
          return this.#options[name] ?? (name === 'lang' ? '' : undefined);
        },
        set(this: FinoUba, value: unknown) {
          this.#set(name, value);
        },
      });
    }
  }

  /** The options as they were given: checked copies, or what breaks a rule and is named later. */
  readonly #options = Object.create(null) as { [name in UbaOptionName]?: unknown };
  readonly #internals = this.attachInternals();
  readonly #host = new FrameHost({
    statusChanged: (status, error) => this.#statusChanged(status, error),
    accepted: (message) => this.#accepted(message),
    rejected: (rejection) => dispatchOwn(this, 'uba-rejected', rejection),
    resized: (height) => this.#fit(height),
  });
  /** What covers the frame. */
  #view: HTMLElement | undefined;
  #skeletonTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the frame was loaded with, its look included. */
  #loaded: UbaOptions = {};
  /** The look that the frame was told since, as JSON. */
  #shownLook: string | undefined;
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
   * Changes options, all or none. What does not concern the session, `origin`, `connectURL` and
   * `sandboxMode` never costs the user the running flow: it acts at once or at the next load.
   *
   * @throws UbaError `INVALID_CONFIG`, `DESTROYED`
   */
  override update(changes: UbaOptions | PropertyValues): void {
    // Lit has a method of this name, which it calls with a map.
    if (changes instanceof Map) {
      super.update(changes);
      return;
    }
    this.#host.assertAlive();
    const options = checkOptions(changes, this.#options);
    for (const name of optionNames) {
      if (Object.hasOwn(changes, name)) this.#put(name, options[name]);
    }
  }

  /**
   * Loads another session, in place of `connectURL` too. Of several calls in a row the last wins.
   *
   * @throws UbaError `INVALID_CONFIG` unless both are non-empty strings, `DESTROYED`
   */
  setSession(sessionId: string, userIdentifier: string): void {
    // A script may pass nothing at all, which `update` would take for "no session".
    this.update({
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
   * Posts to the frame's exact origin; before `ready` the message waits its turn.
   *
   * @throws UbaError `QUEUE_FULL` beyond 100 waiting messages, `DESTROYED`
   */
  postMessage(message: unknown): void {
    this.#host.postMessage(message);
  }

  /** Unloads the frame for good. The element itself stays where it is, empty. */
  destroy(): void {
    this.#unload('destroyed');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#fit();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Where `append` moves it the iframe loads anew by itself; another one would be a second request.
    if (this.isConnected) this.#host.reloaded();
    else this.#unload('idle');
  }

  /** Its presence lets `moveBefore` keep the frame alive where the engine can. */
  connectedMoveCallback(): void {
    this.#host.moved();
  }

  /** Runs in a microtask after connection and changes, so that many of them cost one request. */
  protected override updated(): void {
    if (!this.isConnected || this.status === 'destroyed') return;
    const {
      options,
      problems: [problem],
    } = readOptions(this.#options);
    const { iframe } = this.#host;
    if (iframe && problem) dispatchOwn(this, 'uba-error', invalidConfig(problem));
    else if (problem) this.#host.fail(invalidConfig(problem));
    else if (iframe) this.#adjust(iframe, options);
    else if (hasSession(options)) this.#load(options);
    else this.#host.close('idle');
  }

  #set(name: UbaOptionName, value: unknown): void {
    this.#put(name, checkOption(name, value) ?? value);
  }

  #put(name: UbaOptionName, value: unknown): void {
    const before = this.#options[name];
    if (value === before) return;
    this.#options[name] = value;
    if (documentOf(name, value) !== documentOf(name, before)) this.#restart();
    this.requestUpdate();
  }

  /** Drops the present document at once, so that nothing more of it arrives; the next one follows. */
  #restart(): void {
    if (this.status !== 'idle') this.#unload('loading');
  }

  #unload(status: 'idle' | 'loading' | 'destroyed'): void {
    const { iframe } = this.#host;
    this.#host.close(status);
    iframe?.remove();
    this.#height = undefined;
  }

  #load(options: UbaOptions): void {
    const iframe = this.ownerDocument.createElement('iframe');
    iframe.setAttribute('part', 'frame');
    iframe.inert = true;
    loadFrame(iframe, options, this);
    this.#loaded = options;
    this.#fit();
    this.#host.open(iframe, options);
    // A handler of `uba-status` may have changed its mind just now.
    if (this.#host.iframe === iframe) this.renderRoot.prepend(iframe);
  }

  /** What acts at once while a frame is open. */
  #adjust(iframe: HTMLIFrameElement, options: UbaOptions): void {
    iframe.title = frameTitle(options, this);
    this.#host.readyTimeout = options.readyTimeout;
    this.#fit();
    this.#showLook();
  }

  /** Tells the frame the present look, where it can take it. */
  #showLook(): void {
    if (!this.#host.offers('theme')) return;
    const look = lookOf(readOptions(this.#options).options);
    if (look === (this.#shownLook ?? lookOf(this.#loaded))) return;
    this.#shownLook = look;
    const type = 'theme' satisfies UbaFeature;
    this.#host.postMessage({ type, payload: JSON.parse(look) as unknown });
  }

  /** Sizes the element to the frame's content, where that is wished and known. */
  #fit(height = this.#height): void {
    this.#height = height;
    const root = this.shadowRoot;
    if (!root) return;
    const fitted = this.#options.autoHeight === true && height !== undefined;
    root.adoptedStyleSheets = [
      sheetOf(this.ownerDocument),
      ...(fitted ? [newSheet(this.ownerDocument, `:host{height:${height}px}`)] : []),
    ];
  }

  #accepted(message: UbaAnyMessage): void {
    if (message.known && message.type === 'ready') {
      // A new document, perhaps: it knows its address and nothing more.
      this.#shownLook = undefined;
      this.#showLook();
    }
    dispatchMessage(this, message, () => this.status === 'destroyed');
  }

  #statusChanged(status: UbaStatus, error?: UbaError): void {
    try {
      this.#internals.states.clear();
      this.#internals.states.add(status);
    } catch {
      // Chromium before 125 wants names with dashes, Safari before 17.4 has no states at all.
    }
    this.#cover(status);
    dispatchOwn(this, 'uba-status', { status });
    if (error && this.status === 'failed') dispatchOwn(this, 'uba-error', error);
  }

  #viewOf(status: UbaStatus): HTMLElement | undefined {
    const view = views[status];
    if (!view) return undefined;
    const colorScheme = checkOption('colorScheme', this.#options.colorScheme) ?? 'light';
    const style = { language: textLanguage(languageAt(this, this.#options.lang)), colorScheme };
    return view(style, () => this.reload(), this.#host.iframe?.src);
  }

  /**
   * Puts a view over the frame, or takes it away. Focus that was inside the widget stays inside.
   *
   * @param patient whether a frame that loads may first show nothing at all for a while
   */
  #cover(status: UbaStatus, patient = !this.#view): void {
    const { activeElement } = this.getRootNode() as Partial<Document>;
    const focused = activeElement && this.contains(activeElement);
    const { iframe } = this.#host;
    clearTimeout(this.#skeletonTimer);
    if (iframe) iframe.inert = status !== 'ready';
    if (status === 'loading' && patient && !focused) {
      this.#skeletonTimer = setTimeout(() => this.#cover(status, false), patience);
      return;
    }
    const view = this.#viewOf(status);
    this.#view?.remove();
    this.#view = view;
    if (view) this.renderRoot.append(view);
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
