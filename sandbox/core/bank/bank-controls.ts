/** The test controls of the sandbox, applied to the mock bank. */
import type {
  ControlledOrder,
  PhoneItem,
  SandboxControls,
  SandboxView,
} from '../contract/sandbox-controls.js';
import { awaitsApproval, type LoginAttempt, type LoginAttempts } from './login-attempts.js';
import { rightTan } from './demo-users.js';
import type { DeviceGuard } from './device-guard.js';
import type { Ledger } from './ledger.js';
import { bankByCode } from './banks.js';
import { executionOf, type Orders } from './orders.js';
import { freshState, type Store } from './store.js';
import type { SandboxClock } from './sandbox-clock.js';

interface ControlParts {
  readonly clock: SandboxClock;
  readonly store: Store;
  readonly attempts: LoginAttempts;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly deviceGuard: DeviceGuard;
  /** Sets up the connections that a management session begins with. */
  readonly prepare: () => void;
}

export function bankControls(parts: ControlParts): SandboxControls {
  const { clock, store, attempts, ledger, orders, deviceGuard, prepare } = parts;
  /** Nothing here takes time; what cannot be done rejects. */
  const run = (act: () => void): Promise<void> => Promise.resolve().then(act);
  const view = (): SandboxView => ({
    now: clock.now(),
    latency: store.state.latency,
    phone: attempts.all().flatMap((attempt) => phoneItem(attempt, deviceGuard, clock.now())),
    logins: ledger.controlled(),
    orders: controlledOrders(ledger, orders),
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

/** The newest first; those of a bank login that is disconnected are left out. */
const controlledOrders = (ledger: Ledger, orders: Orders): ControlledOrder[] =>
  orders.all
    .filter(({ bankLoginId }) => ledger.has(bankLoginId))
    .map((order) => {
      const { moneyTransferId, bankLoginId, transfers } = order;
      const executesAt = executionOf(order);
      return {
        moneyTransferId,
        bankName: bankByCode(ledger.find(bankLoginId).bankCode).shortName,
        status: ledger.statusOf(order),
        transfers,
        ...(executesAt !== undefined && { executesAt }),
      };
    })
    .reverse();

/** What the phone, or the device of the method, shows for a login that is under way. */
function phoneItem(attempt: LoginAttempt, deviceGuard: DeviceGuard, now: number): PhoneItem[] {
  const { attemptId, bank, challenge, goal } = attempt;
  if (!challenge || now >= challenge.expiresAt) return [];
  const { approach, method, expiresAt } = challenge;
  const item = {
    attemptId,
    bankName: bank.shortName,
    expiresAt,
    ...(goal.kind === 'pay' && { moneyTransferId: goal.moneyTransferId }),
  };
  if (approach === 'decoupled')
    return awaitsApproval(attempt) ? [{ ...item, kind: 'approval' }] : [];
  return deviceGuard.knows(attempt)
    ? [{ ...item, kind: 'tan', method, tan: rightTan }]
    : [{ ...item, kind: 'device' }];
}
