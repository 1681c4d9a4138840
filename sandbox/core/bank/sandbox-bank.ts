/** The bank's side of the sandbox, composed: a bank side for the flow, controls for the panel. */
import type { BankSide, Session } from '../contract/bank-side.js';
import type { SandboxControls } from '../contract/sandbox-controls.js';
import { LoginAttempts } from './login-attempts.js';
import { bankControls } from './bank-controls.js';
import { DeviceGuard } from './device-guard.js';
import { Ids } from './ids.js';
import { withLatency } from './latency.js';
import { Ledger } from './ledger.js';
import { Orders } from './orders.js';
import { seedPayment } from './seeded-payments.js';
import { freshState, Store, type StateStorage } from './store.js';
import type { StoredState } from './stored-state.js';
import { MockBank } from './mock-bank.js';
import { PinGuard } from './pin-guard.js';
import { SandboxClock } from './sandbox-clock.js';
import { ScaService } from './sca-service.js';
import { Seeded } from './seeded.js';
import { seedLogins } from './seeded-logins.js';
import { ownSync, sessionOf, type Visit } from './session.js';

export interface SandboxBankOptions {
  readonly visit: Visit;
  /** Makes two runs the same, byte for byte: time stands still until it is moved. */
  readonly seed?: string;
  /** Where the state outlives the page; see `tabStorage`. */
  readonly storage?: StateStorage | undefined;
  /** What an earlier page stored there; see `readState`. */
  readonly stored?: StoredState | undefined;
  /** The page comes back from the bank's own page, so it goes on where it was. */
  readonly resumed?: boolean;
  /** The absolute URL of the banks' own page. */
  readonly bankPage: string;
  /** How long the bank side takes to answer, in ms of real time. Default: 0. */
  readonly latency?: number;
}

export interface SandboxBank {
  readonly bankSide: BankSide;
  readonly controls: SandboxControls;
  readonly clock: SandboxClock;
  readonly requestId: () => string;
  /** Calls back after each change on the bank's side; returns the function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function openSandboxBank(options: SandboxBankOptions): SandboxBank {
  const { seed, storage, latency = 0, resumed = false, bankPage } = options;
  // A seed promises the same run again, so what an earlier one stored does not count.
  const before = seed === undefined || resumed ? options.stored : undefined;
  const store = new Store(before ?? freshState(seed ?? randomSeed(), latency), storage);
  const clock = seed === undefined ? SandboxClock.real() : SandboxClock.still();
  clock.advance(store.state.movedBy);
  clock.subscribe(() => store.change({ movedBy: clock.moved }));

  const seeded = new Seeded(store.state.seed);
  const ids = new Ids(store, seeded);
  const requestId = () => ids.nextRequest();
  const visit =
    options.visit.kind === 'given' ? options.visit : resumed ? ids.lastVisit() : ids.nextVisit();
  const holder = seeded.id('holder', visit.userIdentifier || visit.sessionId);
  const orders = new Orders(holder, store, seeded);
  const ledger = new Ledger(holder, store, clock, seeded, orders);
  const attempts = new LoginAttempts();
  let moneyTransferId: string | undefined;
  const prepare = () => {
    const now = clock.now();
    if (ledger.isNew) seedLogins(ledger, visit.sessionId, now);
    moneyTransferId = seedPayment(ledger, orders, visit.sessionId, now);
  };
  prepare();
  const session = (): Session => {
    const found = sessionOf(visit, clock.now(), requestId);
    return found.kind === 'payment' && moneyTransferId !== undefined
      ? { ...found, options: { moneyTransferId } }
      : found;
  };

  const deviceGuard = new DeviceGuard(store);
  const bank = new MockBank({
    clock,
    ids,
    attempts,
    ledger,
    orders,
    pinGuard: new PinGuard(store),
    scaService: new ScaService(clock, seeded, deviceGuard, requestId),
    session,
    sync: ownSync,
    bankPage,
    onChange: () => store.notify(),
  });
  return {
    bankSide: withLatency(bank, () => store.state.latency),
    controls: bankControls({ clock, store, attempts, ledger, orders, deviceGuard, prepare }),
    clock,
    requestId,
    subscribe: (listener) => store.subscribe(listener),
  };
}

const randomSeed = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');
