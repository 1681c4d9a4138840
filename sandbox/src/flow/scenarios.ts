/**
 * Every path through the sandbox, as data: the start, what a person does, and the exact events.
 * The tests run it, the help page prints it, deep links (`?scenario=09`) start from it.
 */
import type { UbaMessageType } from '@finodigital/uba-protocol';

export interface Scenario {
  /** Two digits. */
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  /** How the page is opened. */
  readonly start: ScenarioStart;
  /** What a person does, in order. */
  readonly does: readonly ScenarioAction[];
  /** The exact events, in order; a payload names the keys that must be there with these values. */
  readonly events: readonly ExpectedEvent[];
}

export interface ScenarioStart {
  readonly session: 'connect' | 'management' | 'expired';
  readonly params?: Readonly<Record<string, string>>;
}

export interface ExpectedEvent {
  readonly type: UbaMessageType;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** One act of a person, in the words of the screen it happens on. */
export type ScenarioAction =
  | { readonly act: 'pick-bank'; readonly bank: string }
  | { readonly act: 'choose-account-type'; readonly accountType: string }
  | { readonly act: 'log-in'; readonly userName: string; readonly pin: string }
  | { readonly act: 'enter-tan'; readonly tan: string }
  | { readonly act: 'choose-method'; readonly method: string }
  | { readonly act: 'toggle-account'; readonly index: number }
  | { readonly act: 'connect-accounts' }
  | { readonly act: 'cancel' | 'close' | 'back' | 'done' | 'retry' | 'add-bank' }
  | { readonly act: 'approve-on-phone' | 'decline-on-phone' }
  | { readonly act: 'move-clock'; readonly ms: number }
  | { readonly act: 'go-to-bank' }
  | { readonly act: 'at-bank'; readonly choice: 'agree' | 'cancel' | 'refuse' | 'close-window' }
  | { readonly act: 'synchronise' | 'disconnect' | 'confirm-disconnect'; readonly bank: string }
  | { readonly act: 'expire-consent' | 'revoke-consent'; readonly bank: string };

export const scenarios: readonly Scenario[] = [];
