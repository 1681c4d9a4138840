/** The sandbox's test controls, used by its panel and by tests. No part of UBA. */
import type { BankLogin, TanMethod } from './bank-side.js';
import type { PaymentStatus, Transfer } from './payments.js';

export interface SandboxControls {
  view(): Promise<SandboxView>;
  /** Does something on the simulated phone; nothing where it does not wait for that any more. */
  decide(attemptId: string, decision: PhoneDecision): Promise<void>;
  /**
   * Moves the clock forward, `ms` of sandbox time. What ends meanwhile ends in order. A day or more
   * stands for a user who comes back on another day, with a fresh session.
   */
  advance(ms: number): Promise<void>;
  expireConsent(bankLoginId: string): Promise<void>;
  /** The user takes the consent back at the bank; UBA learns of it when it synchronises next. */
  revokeConsent(bankLoginId: string): Promise<void>;
  /** How long the bank side takes to answer, in ms of real time. */
  setLatency(ms: number): Promise<void>;
  /** Drops all connections and locks, and sets the clock back. The page must be reloaded then. */
  reset(): Promise<void>;
  /** Calls back when the view may have changed; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

export interface SandboxView {
  /** Sandbox time, ms since 1970. */
  readonly now: number;
  readonly latency: number;
  /** What the simulated phone shows, newest first. */
  readonly phone: readonly PhoneItem[];
  readonly logins: readonly ControlledLogin[];
  /** Orders to pay, the newest first. */
  readonly orders: readonly ControlledOrder[];
}

/** `bound`: the bank knows the device from now on. */
export const phoneDecisions = ['approved', 'declined', 'bound'] as const;
export type PhoneDecision = (typeof phoneDecisions)[number];

export type PhoneItem = {
  readonly attemptId: string;
  readonly bankName: string;
  readonly expiresAt: number;
  /** The order that is to be approved, where it is one; absent where it is a login. */
  readonly moneyTransferId?: string;
} & (
  | { readonly kind: 'approval' }
  /** The device is not the one that the bank knows: it gets no TAN before it is bound. */
  | { readonly kind: 'device' }
  /** A TAN by text message, or on the device that the method needs. */
  | { readonly kind: 'tan'; readonly method: TanMethod; readonly tan: string }
);

export interface ControlledOrder {
  readonly moneyTransferId: string;
  readonly bankName: string;
  readonly status: PaymentStatus;
  readonly transfers: readonly Transfer[];
  /** When the bank executes it, or did; sandbox ms. Absent where nobody has authorised it. */
  readonly executesAt?: number;
}

export interface ControlledLogin extends BankLogin {
  readonly userName: string;
  readonly consent: 'valid' | 'expired' | 'revoked';
  /** Sandbox time, ms since 1970. */
  readonly consentEndsAt: number;
}
