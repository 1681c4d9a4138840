/** The bank's side of the sandbox, put together: a bank side for the flow, levers for the panel. */
import type { BankSide } from '../flow/bank-side.js';
import type { SandboxControls } from '../flow/sandbox-controls.js';
import { Attempts } from './attempts.js';
import { bankControls } from './bank-controls.js';
import { Ids } from './ids.js';
import { answerLater } from './latency.js';
import { Ledger } from './ledger.js';
import { freshMemory, Memory, recall, type Keep } from './memory.js';
import { MockBank } from './mock-bank.js';
import { PinGuard } from './pin-guard.js';
import { SandboxClock } from './sandbox-clock.js';
import { ScaDesk } from './sca-desk.js';
import { Seeded } from './seeded.js';
import { seedLogins } from './seeded-logins.js';
import { managementPrefix, sessionOf, type GivenVisit, type Visit } from './session.js';

export interface SandboxBankOptions {
  readonly visit: Visit;
  /** Makes two runs the same, byte for byte: time stands still until it is moved. */
  readonly seed?: string;
  /** Where the state outlives the page; see `tabKeep`. */
  readonly keep?: Keep | undefined;
  /** The page comes back from the bank's own page, so it goes on where it was. */
  readonly resumed?: boolean;
  /** The address of the banks' own page, absolute. */
  readonly bankPage: string;
  /** How long the bank side thinks before it answers, in ms of real time. Default: 0. */
  readonly latency?: number;
}

export interface SandboxBank {
  readonly bankSide: BankSide;
  readonly controls: SandboxControls;
  readonly clock: SandboxClock;
  readonly requestId: () => string;
  /** Calls back whenever something moved on the bank's side; returns how to call it off. */
  readonly changes: (listener: () => void) => () => void;
}

export function openSandboxBank(options: SandboxBankOptions): SandboxBank {
  const { seed, keep, latency = 0, resumed = false, bankPage } = options;
  // A seed promises the same run again, so what an earlier one left behind does not count.
  const before = seed === undefined || resumed ? recall(keep) : undefined;
  const memory = new Memory(before ?? freshMemory(seed ?? randomSeed(), latency), keep);
  const clock = seed === undefined ? SandboxClock.real() : SandboxClock.still();
  clock.advance(memory.state.movedBy);
  clock.subscribe(() => memory.change({ movedBy: clock.moved }));

  const seeded = new Seeded(memory.state.seed);
  const ids = new Ids(memory, seeded);
  const requestId = () => ids.nextRequest();
  const visit = options.visit.kind === 'given' ? options.visit : ownVisit(ids, resumed);
  const ledger = new Ledger(
    seeded.id('holder', visit.userIdentifier || visit.sessionId),
    memory,
    clock,
    seeded,
  );
  const attempts = new Attempts();
  const session = () => sessionOf(visit, clock.now(), requestId);
  const prepare = () => {
    const isManaged = visit.sessionId.startsWith(managementPrefix);
    if (isManaged && ledger.isBlank) seedLogins(ledger, visit.sessionId, clock.now());
  };
  prepare();

  const bank = new MockBank({
    clock,
    ids,
    attempts,
    ledger,
    pinGuard: new PinGuard(memory),
    scaDesk: new ScaDesk(clock, seeded, requestId),
    session,
    bankPage,
    changed: () => memory.tell(),
  });
  return {
    bankSide: answerLater(bank, () => memory.state.latency),
    controls: bankControls({ clock, memory, attempts, ledger, prepare }),
    clock,
    requestId,
    changes: (listener) => memory.subscribe(listener),
  };
}

/** A session that the sandbox makes for itself, for a user nobody has seen before. */
const ownVisit = (ids: Ids, resumed: boolean): GivenVisit => ({
  kind: 'given',
  sessionId: resumed ? ids.last('session') : ids.next('session'),
  userIdentifier: resumed ? ids.last('user') : ids.next('user'),
});

const randomSeed = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');
