/** The test controls of the sandbox, applied to the mock bank. */
import type { PhoneItem, SandboxControls, SandboxView } from '../contract/sandbox-controls.js';
import { awaitsApproval, type LoginAttempt, type LoginAttempts } from './login-attempts.js';
import { rightTan } from './demo-users.js';
import type { DeviceGuard } from './device-guard.js';
import type { Ledger } from './ledger.js';
import { freshState, type Store } from './store.js';
import type { SandboxClock } from './sandbox-clock.js';

interface ControlParts {
  readonly clock: SandboxClock;
  readonly store: Store;
  readonly attempts: LoginAttempts;
  readonly ledger: Ledger;
  readonly deviceGuard: DeviceGuard;
  /** Sets up the connections that a management session begins with. */
  readonly prepare: () => void;
}

export function bankControls(parts: ControlParts): SandboxControls {
  const { clock, store, attempts, ledger, deviceGuard, prepare } = parts;
  /** Nothing here takes time; what cannot be done rejects. */
  const run = (act: () => void): Promise<void> => Promise.resolve().then(act);
  const view = (): SandboxView => ({
    now: clock.now(),
    latency: store.state.latency,
    phone: attempts.all().flatMap((attempt) => phoneItem(attempt, deviceGuard, clock.now())),
    logins: ledger.controlled(),
  });
  return {
    view: () => Promise.resolve().then(view),
    decide: (attemptId, decision) =>
      run(() => {
        if (decision === 'bound') {
          const attempt = attempts.all().find((one) => one.attemptId === attemptId);
          if (attempt) deviceGuard.bind(attempt);
        } else attempts.decide(attemptId, decision);
        store.notify();
      }),
    advance: (ms) => run(() => clock.advance(ms)),
    expireConsent: (bankLoginId) => run(() => ledger.expireConsent(bankLoginId)),
    revokeConsent: (bankLoginId) => run(() => ledger.revokeConsent(bankLoginId)),
    setLatency: (latency) => run(() => store.change({ latency })),
    reset: () =>
      run(() => {
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
function phoneItem(attempt: LoginAttempt, deviceGuard: DeviceGuard, now: number): PhoneItem[] {
  const { attemptId, bank, challenge } = attempt;
  if (!challenge || now >= challenge.expiresAt) return [];
  const { approach, method, expiresAt } = challenge;
  const item = { attemptId, bankName: bank.shortName, expiresAt };
  if (approach === 'decoupled')
    return awaitsApproval(attempt) ? [{ ...item, kind: 'approval' }] : [];
  return deviceGuard.knows(attempt)
    ? [{ ...item, kind: 'tan', method, tan: rightTan }]
    : [{ ...item, kind: 'device' }];
}
