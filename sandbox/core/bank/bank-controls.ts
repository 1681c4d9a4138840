/** The levers of the sandbox, at work on the mock bank. */
import type { PhoneItem, SandboxControls, SandboxView } from '../contract/sandbox-controls.js';
import type { LoginAttempt, LoginAttempts } from './login-attempts.js';
import { rightTan } from './demo-users.js';
import type { Ledger } from './ledger.js';
import { freshState, type Store } from './store.js';
import type { SandboxClock } from './sandbox-clock.js';

export interface ControlParts {
  readonly clock: SandboxClock;
  readonly store: Store;
  readonly attempts: LoginAttempts;
  readonly ledger: Ledger;
  /** Sets up what a visit finds. */
  readonly prepare: () => void;
}

export function bankControls(parts: ControlParts): SandboxControls {
  const { clock, store, attempts, ledger, prepare } = parts;
  /** Nothing here takes time; what cannot be done rejects. */
  const done = (act: () => void): Promise<void> => Promise.resolve().then(act);
  const view = (): SandboxView => ({
    now: clock.now(),
    latency: store.state.latency,
    phone: attempts.all().flatMap((attempt) => phoneItem(attempt, clock.now())),
    logins: ledger.controlled(),
  });
  return {
    view: () => Promise.resolve().then(view),
    decide: (attemptId, decision) =>
      done(() => {
        attempts.decide(attemptId, decision);
        store.tell();
      }),
    advance: (ms) => done(() => clock.advance(ms)),
    expireConsent: (bankLoginId) => done(() => ledger.expireConsent(bankLoginId)),
    revokeConsent: (bankLoginId) => done(() => ledger.revokeConsent(bankLoginId)),
    setLatency: (latency) => done(() => store.change({ latency })),
    reset: () =>
      done(() => {
        const { seed, latency } = store.state;
        attempts.clear();
        clock.reset();
        store.change(freshState(seed, latency));
        prepare();
      }),
    subscribe: (listener) => store.subscribe(listener),
  };
}

/** What the phone, or the device of the method, shows for a login that is under way. */
function phoneItem(
  { attemptId, bank, challenge, decision }: LoginAttempt,
  now: number,
): PhoneItem[] {
  if (!challenge || decision || now >= challenge.expiresAt) return [];
  const { approach, method, expiresAt } = challenge;
  const item = { attemptId, bankName: bank.shortName, expiresAt };
  return approach === 'decoupled'
    ? [{ ...item, kind: 'approval' }]
    : [{ ...item, kind: 'tan', method, tan: rightTan }];
}
