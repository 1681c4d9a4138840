/**
 * The window of the bank's own page: the only module that exchanges messages with it, at both ends.
 * Where the browser lets no window open, the bank's page takes the place of this one and comes back
 * with what happened in the URL: an encoded state without PIN, TAN or id. The URL that it goes back
 * to, which names the session, is known to the bank's page by its referrer alone.
 */
import { isObject } from '@finodigital/uba-protocol/internal';
import type { BankReturn } from '../core/contract/bank-side.js';
import type { Resume } from '../core/flow/flow-state.js';
import { encodeState, decodeState } from './encoded-state.js';

/** What this page must know when it comes back; it is passed to the bank's page and back again. */
type ReturnState = Omit<Resume, 'back'>;

const params = { returnState: 'returnState', resume: 'resume' } as const;

/** How often to check whether the user closed the bank's window, in ms: no event says so. */
const closedInterval = 250;

export class BankWindow {
  #window: Window | undefined;
  #closedTimer: ReturnType<typeof setInterval> | undefined;

  /** @param onReturn gets what the bank's page came back with; `closed` where its window is gone */
  constructor(private readonly onReturn: (back: BankReturn) => void) {
    addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (!source || source !== this.#window || origin !== location.origin) return;
      const back = readReturn(data);
      if (back) this.#end(back);
    });
  }

  /** Opens the bank's page, or brings it to the front. Must be called inside a click. */
  open(url: string, returnState: ReturnState): void {
    if (this.#window && !this.#window.closed) {
      this.#window.focus();
      return;
    }
    const opened = window.open(url, '_blank', 'popup,width=480,height=760');
    if (!opened) {
      location.assign(withReturnState(url, returnState));
      return;
    }
    this.#window = opened;
    clearInterval(this.#closedTimer);
    this.#closedTimer = setInterval(() => {
      if (opened.closed) this.#end({ outcome: 'closed' });
    }, closedInterval);
  }

  /** Closes the bank's window, without a call of `onReturn`. */
  close(): void {
    clearInterval(this.#closedTimer);
    this.#window?.close();
    this.#window = undefined;
  }

  #end(back: BankReturn): void {
    this.close();
    this.onReturn(back);
  }
}

/** On the bank's page: goes back to where the user came from, with what happened here. */
export function sendBack(back: BankReturn): void {
  const text = new URLSearchParams(location.search).get(params.returnState);
  if (text === null) {
    (window.opener as Window | null)?.postMessage(back, location.origin);
    return;
  }
  const opener = URL.canParse(document.referrer) ? new URL(document.referrer) : undefined;
  if (opener?.origin !== location.origin) {
    // No page of this origin is known to send the result to.
    history.back();
    return;
  }
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

function withReturnState(url: string, returnState: ReturnState): string {
  const bankPage = new URL(url, location.href);
  bankPage.searchParams.set(params.returnState, encodeState(returnState));
  return bankPage.href;
}

/** Anybody can write a URL, so nothing in it is trusted. */
function readResume(text: string): Resume | undefined {
  const value = decodeState(text);
  if (!isObject(value)) return undefined;
  const { kind, bankCode } = value;
  const back = readReturn(value.back);
  if ((kind !== 'connect' && kind !== 'renew') || typeof bankCode !== 'string' || !back) {
    return undefined;
  }
  return { kind, bankCode, back };
}

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
