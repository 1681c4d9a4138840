/** What the app gives its screens: the flow, its dispatch, the language, the clock, the navigation. */
import { createContext } from '@lit/context';
import type { Clock } from '../core/contract/clock.js';
import type { Flow, Intent } from '../core/flow/flow-state.js';
import type { Prefill } from '../core/scenarios/scenario-player.js';
import type { Language } from './texts/index.js';

/** Sends the flow what a person does. */
export type Dispatch = (intent: Intent) => void;

/** Where back and close lead from here, and where they stand. */
export interface Navigation {
  readonly back: boolean;
  readonly close: boolean;
  /** Which step of how many this is, in words; absent outside the way to a connection or a payment. */
  readonly step?: string;
  /** Below the title where the page that embeds the sandbox wants no header. */
  readonly place: 'header' | 'below-title';
}

export const flowContext = createContext<Flow>('flow');
export const dispatchContext = createContext<Dispatch>('dispatch');
export const languageContext = createContext<Language>('language');
export const clockContext = createContext<Clock>('clock');
/** Who asks for the data: the service, else the tenant; absent where the page gives neither. */
export const requesterContext = createContext<string | undefined>('requester');
export const prefillContext = createContext<Prefill>('prefill');
export const navigationContext = createContext<Navigation>('navigation');
