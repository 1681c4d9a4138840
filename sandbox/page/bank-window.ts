/**
 * The window of the bank's own page: the only module that exchanges messages with it, at both ends.
 *
 * Where `window.open` gives no window, none may be open, or one that is cut off from this page by the
 * embedding page's `Cross-Origin-Opener-Policy`; no script can tell which. Then the server passes on
 * what the bank's page reports, where there is a server; and what is not heard of is offered in place
 * of this page, by a click: it comes back with what happened in the URL, an encoded state without
 * PIN, TAN or id. The URL that it goes back to, which names the session, is known to the bank's page
 * by its referrer alone.
 */
import { isObject } from '@finodigital/uba-protocol/internal';
import type { BankReport } from '../core/contract/bank-report.js';
import type { BankReturn } from '../core/contract/bank-side.js';
import type { Resume } from '../core/flow/flow-state.js';
import { newReportId, sendLastReport, sendReport, type BankReports } from './bank-reports.js';
import { encodeState, decodeState } from './encoded-state.js';
import { Polling } from './polling.js';

/** What this page must know when it comes back; it is passed to the bank's page and back again. */
type ReturnState = Omit<Resume, 'back'>;

const params = { returnState: 'returnState', resume: 'resume', report: 'report' } as const;

/** How often to check whether the user closed the bank's window, in ms: no event says so. */
const closedInterval = 250;

/** How often to ask the server for reports, in ms. */
const reportInterval = 500;

/** After how many of those a window that reported nothing is one that nobody sees. */
const silentReports = 2;

export class BankWindow {
  #window: Window | undefined;
  /** Ends the wait for the bank's page. */
  #stop: (() => void) | undefined;

  /**
   * @param onReturn gets what the bank's page came back with; `closed` where its window is gone
   * @param onSight is told whether the window that was opened is to be seen, where that is in doubt
   * @param reports the way by the server, where there is one
   */
  constructor(
    private readonly onReturn: (back: BankReturn) => void,
    private readonly onSight: (isSeen: boolean) => void = () => undefined,
    private readonly reports?: Pick<BankReports, 'read'>,
  ) {
    addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (!source || source !== this.#window || origin !== location.origin) return;
      const back = readReturn(data);
      if (back) this.#end(back);
    });
  }

  /** Opens the bank's page, or brings it to the front. Must be called inside a click. */
  open(url: string): void {
    if (this.#window && !this.#window.closed) {
      this.#window.focus();
      return;
    }
    this.close();
    const id = this.reports && newReportId();
    const opened = window.open(
      id === undefined ? url : withParam(url, params.report, id),
      '_blank',
      'popup,width=480,height=760',
    );
    if (opened) this.#watch(opened);
    else if (this.reports && id !== undefined) this.#follow(this.reports, id);
    else this.onSight(false);
  }

  /** Opens the bank's page in place of this one. */
  openInside(url: string, returnState: ReturnState): void {
    this.close();
    location.assign(withParam(url, params.returnState, encodeState(returnState)));
  }

  /** Closes the bank's window, without a call of `onReturn`. */
  close(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#window?.close();
    this.#window = undefined;
  }

  #watch(opened: Window): void {
    this.#window = opened;
    const timer = setInterval(() => {
      if (opened.closed) this.#end({ outcome: 'closed' });
    }, closedInterval);
    this.#stop = () => clearInterval(timer);
  }

  /** Asks for what the bank's page reports, until it has an end. */
  #follow(reports: Pick<BankReports, 'read'>, id: string): void {
    let asked = 0;
    let before: BankReport['outcome'] | undefined;
    const hear = (report: BankReport | undefined): void => {
      if (this.#stop !== stop) return;
      asked += 1;
      const outcome = report?.outcome;
      const isNew = outcome !== before;
      before = outcome;
      if (outcome === undefined) {
        if (asked === silentReports) this.onSight(false);
      } else if (outcome === 'opened') {
        if (isNew) this.onSight(true);
      } else if (outcome !== 'closed' || !isNew) {
        // A page that is loaded anew reports that it is closed, and at once that it is open.
        const back = readReturn(report);
        if (back) this.#end(back);
      }
    };
    const polling = new Polling(async () => {
      let report: BankReport | undefined;
      try {
        report = await reports.read(id);
      } finally {
        // A server that does not answer has heard of no window.
        hear(report);
      }
    }, reportInterval);
    const stop = () => polling.stop();
    this.#stop = stop;
    polling.start();
  }

  #end(back: BankReturn): void {
    this.close();
    this.onReturn(back);
  }
}

/** On the bank's page: how it can answer the page that the user comes from; in no way, perhaps. */
function wayBack(): 'opener' | 'inside' | 'server' | undefined {
  const search = new URLSearchParams(location.search);
  if (search.has(params.returnState)) return 'inside';
  if (window.opener) return 'opener';
  return search.has(params.report) ? 'server' : undefined;
}

/** On the bank's page: reports that it is open and, when it goes away, that it is closed. */
export function reportPresence(): { readonly isHeard: boolean } {
  const way = wayBack();
  if (way === 'server') {
    const id = reportId();
    void sendReport(id, { outcome: 'opened' });
    addEventListener('pagehide', () => sendLastReport(id, { outcome: 'closed' }));
  }
  return { isHeard: way !== undefined };
}

const reportId = () => new URLSearchParams(location.search).get(params.report) ?? '';

/** On the bank's page: goes back to where the user came from, with what happened here. */
export function sendBack(back: BankReturn): void {
  switch (wayBack()) {
    case 'opener':
      (window.opener as Window).postMessage(back, location.origin);
      break;
    case 'inside':
      goBack(back);
      break;
    case 'server':
      void sendReport(reportId(), back).then(() => window.close());
  }
}

function goBack(back: BankReturn): void {
  const opener = URL.canParse(document.referrer) ? new URL(document.referrer) : undefined;
  if (opener?.origin !== location.origin) {
    // No page of this origin is known to send the result to.
    history.back();
    return;
  }
  const text = new URLSearchParams(location.search).get(params.returnState) ?? '';
  const returnState = decodeState(text);
  opener.searchParams.set(
    params.resume,
    encodeState({ ...(isObject(returnState) && returnState), back }),
  );
  location.replace(opener);
}

/** What the bank's page brought back when it had taken the place of this one; only once. */
export function takeReturn(): Resume | undefined {
  const url = new URL(location.href);
  const text = url.searchParams.get(params.resume);
  if (text === null) return undefined;
  url.searchParams.delete(params.resume);
  history.replaceState(history.state, '', url);
  return readResume(text);
}

function withParam(url: string, name: string, value: string): string {
  const bankPage = new URL(url, location.href);
  bankPage.searchParams.set(name, value);
  return bankPage.href;
}

/** Anybody can write a URL, so nothing in it is trusted. */
function readResume(text: string): Resume | undefined {
  const value = decodeState(text);
  if (!isObject(value)) return undefined;
  const { kind, bankCode } = value;
  const back = readReturn(value.back);
  const known = purposeKinds.find((one) => one === kind);
  if (!known || typeof bankCode !== 'string' || !back) return undefined;
  return { kind: known, bankCode, back };
}

const purposeKinds = ['connect', 'renew', 'pay'] as const satisfies readonly Resume['kind'][];

function readReturn(value: unknown): BankReturn | undefined {
  if (!isObject(value)) return undefined;
  const { outcome, userName } = value;
  switch (outcome) {
    case 'agreed':
      return typeof userName === 'string' ? { outcome, userName } : undefined;
    case 'cancelled':
    case 'refused':
    case 'closed':
      return { outcome };
    default:
      return undefined;
  }
}
