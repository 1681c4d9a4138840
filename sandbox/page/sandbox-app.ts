/** The app: the state of the flow → one screen, between the way back, the progress and the strip. */
import { provide } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import {
  clockContext,
  dispatchContext,
  flowContext,
  languageContext,
  navigationContext,
  prefillContext,
  requesterContext,
  type Dispatch,
  type Navigation,
} from './context.js';
import type { Clock } from '../core/contract/clock.js';
import { warning } from '../core/flow/deadlines.js';
import type { Flow, FlowState, StateName, StateOf } from '../core/flow/flow-state.js';
import type { Prefill } from '../core/scenarios/scenario-player.js';
import './screens/boot.js';
import './screens/fatal.js';
import './screens/search.js';
import { bankLine } from './shell/bank-mark.js';
import { LeaveEvent } from './shell/nav-buttons.js';
import { statusNote } from './shell/note.js';
import { PageResizeEvent, type SandboxPage } from './shell/page.js';
import {
  asksFirst,
  bankAt,
  isForward,
  leadsBack,
  leadsOut,
  stepOf,
  wayOf,
  type ProgressStep,
} from './shell/progress.js';
import type { Screen } from './shell/screen.js';
import { SayEvent } from './shell/voice.js';
import { banks, base, controls, notes } from './shell/styles.js';
import type { Language } from './texts/index.js';

/** A state without a screen does not compile. */
const screens: { readonly [At in StateName]: (state: StateOf<At>) => TemplateResult } = {
  boot: (state) => html`<boot-screen .state=${state}></boot-screen>`,
  search: (state) => html`<search-screen .state=${state}></search-screen>`,
  'account-type': (state) => html`<account-type-screen .state=${state}></account-type-screen>`,
  credentials: (state) => html`<credentials-screen .state=${state}></credentials-screen>`,
  method: (state) => html`<method-screen .state=${state}></method-screen>`,
  medium: (state) => html`<medium-screen .state=${state}></medium-screen>`,
  tan: (state) => html`<tan-screen .state=${state}></tan-screen>`,
  decoupled: (state) => html`<decoupled-screen .state=${state}></decoupled-screen>`,
  'redirect-info': (state) => html`<redirect-info-screen .state=${state}></redirect-info-screen>`,
  'at-bank': (state) => html`<at-bank-screen .state=${state}></at-bank-screen>`,
  consent: (state) => html`<consent-screen .state=${state}></consent-screen>`,
  accounts: (state) => html`<accounts-screen .state=${state}></accounts-screen>`,
  conflict: (state) => html`<conflict-screen .state=${state}></conflict-screen>`,
  done: (state) => html`<done-screen .state=${state}></done-screen>`,
  payment: (state) => html`<payment-screen .state=${state}></payment-screen>`,
  discarding: (state) => html`<discarding-screen .state=${state}></discarding-screen>`,
  paid: (state) => html`<paid-screen .state=${state}></paid-screen>`,
  overview: (state) => html`<overview-screen .state=${state}></overview-screen>`,
  disconnect: (state) => html`<disconnect-screen .state=${state}></disconnect-screen>`,
  syncing: (state) => html`<syncing-screen .state=${state}></syncing-screen>`,
  retry: (state) => html`<retry-screen .state=${state}></retry-screen>`,
  fatal: (state) => {
    if (state.isPayment && customElements.get('not-paid-screen')) {
      return html`<not-paid-screen .state=${state}></not-paid-screen>`;
    }
    return !state.reason && customElements.get('error-screen')
      ? html`<error-screen .state=${state}></error-screen>`
      : html`<fatal-screen .state=${state}></fatal-screen>`;
  },
  leaving: (state) => html`<leaving-screen .state=${state}></leaving-screen>`,
  exited: (state) =>
    state.isDiscarded && customElements.get('discarded-screen')
      ? html`<discarded-screen .state=${state}></discarded-screen>`
      : html`<exited-screen .state=${state}></exited-screen>`,
};

/** TypeScript does not tie a key of the union to its function's parameter by itself. */
const screenOf = <At extends StateName>(state: StateOf<At> & { readonly at: At }) =>
  screens[state.at](state);

/** Shown until a screen has come. */
const loading: FlowState = { at: 'boot' };

/** What is loaded on its own, beside the screens that a page begins or ends with. */
const parts = {
  later: () => import('./later-screens.js'),
  payment: () => import('./payment-screens.js'),
} as const;

type Part = keyof typeof parts;

/** The part that has the screen of a state; none where it is there from the beginning. */
function partOf(state: FlowState): Part | undefined {
  switch (state.at) {
    case 'boot':
    case 'search':
      return undefined;
    case 'fatal':
      return state.reason ? undefined : 'later';
    case 'payment':
    case 'discarding':
    case 'paid':
      return 'payment';
    default:
      return 'later';
  }
}

/** How often the flow is notified while the user is active, at most, in ms. */
const activityThrottle = 30_000;

/** From here on it is said that something is awaited, in ms. */
const busyDelay = 400;

/** Fired when the content needs another height, in px. */
class HeightEvent extends Event {
  static readonly type = 'height';
  constructor(readonly height: number) {
    super(HeightEvent.type);
  }
}

/**
 * The sandbox as a user sees it.
 *
 * @slot tools - at the end of the strip, outside the flow
 * @fires height - the content needs another height
 * @fires unreachable - a screen cannot be loaded
 */
@customElement('sandbox-app')
export class SandboxApp extends LitElement {
  static override styles = [
    banks,
    base,
    controls,
    notes,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: calc(100vh - var(--tools-height, 0px));
        min-height: calc(100dvh - var(--tools-height, 0px));
      }

      header,
      main,
      .session {
        width: 100%;
        max-width: 440px;
        margin-inline: auto;
      }

      header {
        padding: 8px 20px 6px;
      }

      /* Its room is there on steps without it too, so that titles stay where they are. */
      .progress {
        display: flex;
        gap: 6px;
        min-height: 4px;
      }

      .bank-line {
        padding-top: 14px;
      }

      i {
        flex: 1;
        height: 4px;
        border-radius: 4px;
        background: var(--line);
        transition: background-color 200ms ease-out;
      }

      i.on {
        background: var(--graphic);
      }

      main {
        display: flex;
        flex: 1;
        flex-direction: column;
        overflow-x: clip;
      }

      .session {
        padding: 8px 20px 0;
      }

      dialog {
        width: min(400px, 100% - 40px);
        padding: 20px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--surface);
        color: var(--text);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 50%);
      }

      h2 {
        font-size: 1.25rem;
        line-height: 1.625rem;
        font-weight: 650;
      }

      dialog p {
        margin-block: 8px 20px;
        color: var(--muted);
        text-wrap: pretty;
      }

      footer {
        position: sticky;
        bottom: var(--tools-height, 0px);
        z-index: 1;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        min-height: 2.5rem;
        padding: 4px 12px;
        border-top: 1px solid var(--line);
        background: var(--surface);
        color: var(--muted);
        font-size: 0.8125rem;
        line-height: 1.125rem;
        text-align: center;
      }

      /*
       * A window far larger than a phone: the step keeps its shape, in the middle. What needs more
       * room takes it below, so that the title of every step is at the same height.
       */
      @media (width >= 37.5em) and (height >= 47.5em) {
        header {
          margin-top: max(0px, (100dvh - 64px - 640px - var(--strip-height, 0px)) / 2);
        }

        main {
          flex: none;
          min-height: 640px;
        }

        footer {
          margin-top: auto;
        }
      }

      @media (max-height: 26.25em) {
        footer {
          position: static;
        }
      }

      @media (forced-colors: active) {
        i.on {
          background: Highlight;
        }

        i {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  /** Where the user is. */
  @provide({ context: flowContext })
  @property({ attribute: false })
  flow!: Flow;

  @provide({ context: dispatchContext })
  @property({ attribute: false })
  dispatch!: Dispatch;

  @provide({ context: languageContext })
  @property({ attribute: false })
  language!: Language;

  @provide({ context: clockContext })
  @property({ attribute: false })
  clock!: Clock;

  /** What a deep link enters for the user. */
  @provide({ context: prefillContext })
  @property({ attribute: false })
  prefill: Prefill = {};

  /** Who asks for the data. */
  @provide({ context: requesterContext })
  @property({ attribute: false })
  requester: string | undefined;

  /** Puts back and close below the title. */
  @property({ type: Boolean }) hideHeader = false;

  @provide({ context: navigationContext })
  navigation: Navigation = { back: false, close: false, place: 'header' };

  /** What the live region says of the step, of what is awaited, and of what a control has done. */
  @state() private notice = '';
  @state() private busy = '';
  @state() private done = '';

  /** What the user is asked about, where that would lose something. */
  @state() private way: LeaveEvent['way'] = 'exit';

  private busyTimer: ReturnType<typeof setTimeout> | undefined;
  private awaited = '';

  @query('dialog') private readonly question!: HTMLDialogElement;
  @query('main') private readonly main!: HTMLElement;
  @query('footer') private readonly strip!: HTMLElement;
  @queryAll('header, .session, footer') private readonly around!: NodeListOf<HTMLElement>;

  /** The user has done something in this window, so the focus may be moved in it. */
  private hasInteracted = false;
  /** A step came while the focus was in another window: the bank's, say. */
  private pendingFocus = false;

  @state() private loaded: ReadonlySet<Part> = new Set();
  /** A part cannot be loaded, so an error is told by the screen that is there from the beginning. */
  @state() private isCutOff = false;
  /** What is on the screen, and what was: the flow may be at a screen that is yet to come. */
  private shown: FlowState = loading;
  private shownBefore = this.shown;

  private readonly observer = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    this.addEventListener(PageResizeEvent.type, () => this.measure());
    this.addEventListener(SayEvent.type, this.say);
    this.addEventListener(LeaveEvent.type, this.ask);
    for (const type of ['pointerdown', 'keydown'] as const) {
      this.addEventListener(type, this.noteActivity, { capture: true });
    }
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('focus', this.applyPendingFocus);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('focus', this.applyPendingFocus);
    this.observer.disconnect();
    clearTimeout(this.busyTimer);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const { state, session } = this.flow;
    const part = partOf(state);
    const isThere = !part || this.loaded.has(part) || (state.at === 'fatal' && this.isCutOff);
    if (!isThere) void this.need(part);
    if (session?.kind === 'payment') this.load('payment').catch(() => undefined);
    const next = isThere ? state : loading;
    this.shownBefore = this.hasUpdated ? this.shown : next;
    this.shown = next;
    if (!changed.has('flow') && !changed.has('hideHeader')) return;
    const step = stepOf(state);
    this.navigation = {
      back: leadsBack(state),
      close: leadsOut(state),
      ...(step && { step: this.stepWords(step) }),
      place: this.hideHeader ? 'below-title' : 'header',
    };
  }

  override render() {
    const { shown } = this;
    const { t } = this.language;
    const isEnding = warning(this.flow, this.clock.now()) !== undefined;
    // The end names its bank itself, and needs the room.
    const bank = shown.at === 'done' ? undefined : bankAt(shown);
    const question = t[this.way === 'exit' ? 'leave' : 'goBack'];
    return html`<header>
        ${this.hideHeader ? nothing : html`<nav-buttons></nav-buttons>`}
        <div class="progress" aria-hidden="true">${this.segments()}</div>
        ${bank ? bankLine(bank, t) : nothing}
      </header>
      <div class="session">
        ${
          isEnding
            ? statusNote(
                'warn',
                html`${t.session.ending}
                  <button type="button" @click=${() => this.dispatch({ type: 'stay' })}>
                    ${t.session.stay}
                  </button>`,
              )
            : nothing
        }
      </div>
      <main>${screenOf(shown)}</main>
      <div class="hidden" role="status" aria-atomic="false">
        <p>${isEnding ? t.session.ending : nothing}</p>
        <p>${this.notice}</p>
        <p>${this.busy}</p>
        <p>${this.done}</p>
      </div>
      <dialog aria-labelledby="leave-title" aria-describedby="leave-lead">
        <h2 id="leave-title">${question.title}</h2>
        <p id="leave-lead">${t.leave.lead}</p>
        <div class="answers">
          <button class="button plain" type="button" @click=${this.leave}>${question.yes}</button>
          <button class="button plain" type="button" @click=${() => this.question.close()}>
            ${t.leave.no}
          </button>
        </div>
      </dialog>
      <footer>${t.common.strip}<slot name="tools"></slot></footer>`;
  }

  private stepWords(step: ProgressStep): string {
    const { common, steps: names } = this.language.t;
    const way = wayOf(step);
    return common.progress(way.indexOf(step) + 1, way.length, names[step]);
  }

  /** What the words say of the step, as a picture. */
  private segments() {
    const step = stepOf(this.shown);
    if (!step) return nothing;
    const way = wayOf(step);
    const reached = way.indexOf(step);
    return way.map((_, index) => html`<i class=${index <= reached ? 'on' : ''}></i>`);
  }

  protected override firstUpdated() {
    for (const part of this.renderRoot.querySelectorAll('header, .session, main, footer')) {
      this.observer.observe(part);
    }
  }

  protected override updated() {
    void this.nameDocument();
    // Nothing of what comes later delays the first screen.
    if (this.shown.at !== 'boot') this.load('later').catch(() => undefined);
    // The step that the question was about is over.
    if (!asksFirst(this.flow.state, this.way)) this.question.close();
    const [from, to] = [this.shownBefore.at, this.shown.at];
    if (from !== to) void this.arrive(from, to);
  }

  private async load(part: Part): Promise<void> {
    if (this.loaded.has(part)) return;
    await parts[part]();
    this.loaded = new Set([...this.loaded, part]);
  }

  private async need(part: Part): Promise<void> {
    try {
      await this.load(part);
    } catch {
      this.isCutOff = true;
      this.dispatchEvent(new Event('unreachable'));
    }
  }

  /** Moves the new step in, and the focus to where it begins. */
  private async arrive(from: StateName, to: StateName): Promise<void> {
    const screen = await this.readyScreen();
    if (screen !== this.screen) return;
    scrollTo(0, 0);
    if (from !== 'boot' && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const start = isForward(from, to) ? 12 : -12;
      this.main.animate(
        [
          { opacity: 0, transform: `translateX(${start}px)` },
          { opacity: 1, transform: 'none' },
        ],
        { duration: 200, easing: 'ease-out' },
      );
    }
    // The page that embeds the sandbox keeps its focus until the user comes here.
    const mayFocus = this.hasInteracted || window === window.top;
    this.pendingFocus = mayFocus && !document.hasFocus();
    if (mayFocus && !this.pendingFocus) screen?.begin();
  }

  /** The title of the step is the document's, for who has several windows, or hears them. */
  private async nameDocument(): Promise<void> {
    await this.readyScreen();
    const { page } = this;
    if (!page?.heading) return;
    const isError = page.mood === 'bad' || this.screen?.renderRoot.querySelector('#error');
    const { common } = this.language.t;
    const where = bankAt(this.shown)?.shortName ?? 'fino Sandbox';
    const title = `${page.heading} – ${where}`;
    document.title = isError ? common.errorTitle(title) : title;
  }

  private readonly ask = ({ way }: LeaveEvent): void => {
    this.way = way;
    if (asksFirst(this.flow.state, way)) this.question.showModal();
    else this.dispatch({ type: way });
  };

  private readonly leave = (): void => {
    this.question.close();
    this.dispatch({ type: this.way });
  };

  private readonly say = ({ by, said }: SayEvent): void => {
    const { notice = '', busy = '' } = said;
    if (by === 'control') this.done = notice;
    else {
      this.notice = notice;
      this.wait(busy);
    }
  };

  /** Says what is awaited once that has taken a while; what was answered by then needs no words. */
  private wait(words: string): void {
    if (words === this.awaited) return;
    this.awaited = words;
    this.busy = '';
    clearTimeout(this.busyTimer);
    if (words) this.busyTimer = setTimeout(() => (this.busy = words), busyDelay);
  }

  private get page(): SandboxPage | null | undefined {
    return this.screen?.shadowRoot?.querySelector<SandboxPage>('sandbox-page');
  }

  /** The screen, once it is loaded and rendered. */
  private async readyScreen(): Promise<Screen<StateName> | null> {
    const { screen } = this;
    if (screen) await customElements.whenDefined(screen.localName);
    await screen?.updateComplete;
    return screen;
  }

  private get screen(): Screen<StateName> | null {
    return this.main.querySelector<Screen<StateName>>(':scope > *');
  }

  private readonly applyPendingFocus = (): void => {
    if (this.pendingFocus) this.screen?.begin();
    this.pendingFocus = false;
  };

  private readonly noteActivity = (): void => {
    this.hasInteracted = true;
    if (this.clock.now() - this.flow.activeAt > activityThrottle) this.dispatch({ type: 'stay' });
  };

  private measure(): void {
    const { page } = this;
    document.documentElement.style.setProperty('--strip-height', `${this.strip.offsetHeight}px`);
    if (!page) return;
    const around = [...this.around].reduce((height, part) => height + part.offsetHeight, 0);
    this.dispatchEvent(new HeightEvent(around + page.neededHeight));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sandbox-app': SandboxApp;
  }
  interface HTMLElementEventMap {
    [HeightEvent.type]: HeightEvent;
  }
}
