import { type UbaAnyMessage, type UbaError, type UbaReady } from '@finodigital/uba-host';
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
  type UbaStatus,
} from '@finodigital/uba-host/internal';
import {
  decodeOption,
  optionNames,
  origins,
  readOptions,
  type UbaFeature,
  type UbaOptionName,
  type UbaOptions,
} from '@finodigital/uba-protocol';
import { attributeOf, checkOption } from '@finodigital/uba-protocol/internal';
import { ReactiveElement, type PropertyDeclaration } from '@lit/reactive-element';
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
const skeletonDelay = 200;

/** Whether a change of an option's value asks for another document. */
function changesDocument(name: UbaOptionName, before: unknown, after: unknown): boolean {
  return documentOptions.includes(name) && orDefault(name, before) !== orDefault(name, after);
}

/** What is in force where an option has this value: its default where it is not set or empty. */
function orDefault(name: UbaOptionName, value: unknown): unknown {
  if (value) return value;
  return name === 'origin' ? origins.production : undefined;
}

/** The appearance as JSON: comparable, and without the keys that are not set. */
function appearanceOf({ colorScheme, theme }: UbaOptions): string {
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
      });
    }
  }

  /** Lit's hook for the accessors of properties: options are checked and copied when they are set. */
  protected static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    declaration: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    const option = optionNames.find((one) => one === name);
    // A class that extends this one may have properties of its own.
    if (!option) return super.getPropertyDescriptor(name, key, declaration);
    return {
      get(this: FinoUba) {
        // `lang` is every element's, and text.
        return this.#options[option] ?? (option === 'lang' ? '' : undefined);
      },
      set(this: FinoUba, value: unknown) {
        this.#setOption(option, checkOption(option, value) ?? value);
      },
      configurable: true,
      enumerable: true,
    };
  }

  /** The options as they were given: checked copies, or what breaks a rule and is named later. */
  readonly #options = Object.create(null) as { [name in UbaOptionName]?: unknown };
  readonly #internals = this.attachInternals();
  readonly #host = new FrameHost({
    statusChanged: (status, error) => this.#statusChanged(status, error),
    accepted: (message) => this.#accepted(message),
    rejected: (rejection) => dispatchOwn(this, 'uba-rejected', rejection),
    resized: (height) => this.#applyHeight(height),
  });
  /** What covers the frame. */
  #view: HTMLElement | undefined;
  #skeletonTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the frame was loaded with, its appearance included. */
  #loaded: UbaOptions = {};
  /** The appearance that the frame was sent since, as JSON. */
  #sentAppearance: string | undefined;
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
   * Changes the options that `options` names, all or none; `undefined` takes one back. What does not concern the session, `origin`, `connectURL` and
   * `sandboxMode` never costs the user the running flow: it acts at once or at the next load.
   *
   * @throws UbaError `INVALID_CONFIG`, `DESTROYED`
   */
  setOptions(options: UbaOptions): void {
    this.#host.assertAlive();
    const checked = checkOptions(options, this.#options);
    for (const name of optionNames) {
      if (Object.hasOwn(options, name)) this.#setOption(name, checked[name]);
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

  /** Unloads the frame for good. The element itself stays where it is, empty. */
  destroy(): void {
    this.#unload('destroyed');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#applyHeight();
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
    else if (iframe) this.#applyOptions(iframe, options);
    else if (hasSession(options)) this.#load(options);
    else this.#host.close('idle');
  }

  #setOption(name: UbaOptionName, value: unknown): void {
    const before = this.#options[name];
    if (value === before) return;
    this.#options[name] = value;
    if (changesDocument(name, before, value)) this.#restart();
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
    this.#loaded = loadFrame(iframe, options, this);
    this.#applyHeight();
    this.#host.open(iframe, options);
    // A handler of `uba-status` may have changed its mind just now.
    if (this.#host.iframe === iframe) this.renderRoot.prepend(iframe);
  }

  /** What acts at once while a frame is open. */
  #applyOptions(iframe: HTMLIFrameElement, options: UbaOptions): void {
    iframe.title = frameTitle(options, this);
    this.#host.readyTimeout = options.readyTimeout;
    this.#applyHeight();
    this.#sendAppearance();
  }

  /** Sends the frame the present appearance, where it can take it. */
  #sendAppearance(): void {
    if (!this.#host.offers('theme')) return;
    const appearance = appearanceOf(readOptions(this.#options).options);
    if (appearance === (this.#sentAppearance ?? appearanceOf(this.#loaded))) return;
    this.#sentAppearance = appearance;
    const type = 'theme' satisfies UbaFeature;
    this.#host.postMessage({ type, payload: JSON.parse(appearance) as unknown });
  }

  /** Sizes the element to the frame's content, where that is wanted and known. */
  #applyHeight(height = this.#height): void {
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
      this.#sentAppearance = undefined;
      this.#sendAppearance();
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
    this.#showView(status);
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
   * @param delayed whether a frame that loads may first show nothing at all for a while
   */
  #showView(status: UbaStatus, delayed = !this.#view): void {
    const { activeElement } = this.getRootNode() as Partial<Document>;
    const focused = activeElement && this.contains(activeElement);
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
