/** The levers of the sandbox, at work on the mock bank. */
import type { PhoneItem, SandboxControls, SandboxView } from '../flow/sandbox-controls.js';
import type { Attempt, Attempts } from './attempts.js';
import { rightTan } from './demo-users.js';
import type { Ledger } from './ledger.js';
import { freshMemory, type Memory } from './memory.js';
import type { SandboxClock } from './sandbox-clock.js';

export interface ControlParts {
  readonly clock: SandboxClock;
  readonly memory: Memory;
  readonly attempts: Attempts;
  readonly ledger: Ledger;
  /** Sets up what a visit finds. */
  readonly prepare: () => void;
}

export function bankControls(parts: ControlParts): SandboxControls {
  const { clock, memory, attempts, ledger, prepare } = parts;
  /** Nothing here takes time; what cannot be done rejects. */
  const done = (act: () => void): Promise<void> => Promise.resolve().then(act);
  const view = (): SandboxView => ({
    now: clock.now(),
    latency: memory.state.latency,
    phone: attempts.all().flatMap((attempt) => phoneItem(attempt, clock.now())),
    logins: ledger.controlled(),
  });
  return {
    view: () => Promise.resolve().then(view),
    decide: (attemptId, decision) =>
      done(() => {
        attempts.decide(attemptId, decision);
        memory.tell();
      }),
    advance: (ms) => done(() => clock.advance(ms)),
    expireConsent: (bankLoginId) => done(() => ledger.expireConsent(bankLoginId)),
    revokeConsent: (bankLoginId) => done(() => ledger.revokeConsent(bankLoginId)),
    setLatency: (latency) => done(() => memory.change({ latency })),
    reset: () =>
      done(() => {
        const { seed, latency } = memory.state;
        attempts.clear();
        clock.reset();
        memory.change(freshMemory(seed, latency));
        prepare();
      }),
    subscribe: (listener) => memory.subscribe(listener),
  };
}

/** What the phone, or the device of the method, shows for a login that is under way. */
function phoneItem({ attemptId, bank, challenge, decision }: Attempt, now: number): PhoneItem[] {
  if (!challenge || decision || now >= challenge.expiresAt) return [];
  const { approach, method, expiresAt } = challenge;
  const item = { attemptId, bankName: bank.shortName, expiresAt };
  return approach === 'decoupled'
    ? [{ ...item, kind: 'approval' }]
    : [{ ...item, kind: 'tan', method, tan: rightTan }];
}
