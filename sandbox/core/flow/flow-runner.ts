/** Runs a flow: holds its state, carries out its effects, and feeds the answers back. */
import { askBank, isStepCall } from './ask-bank.js';
import type { BankSide } from '../contract/bank-side.js';
import type { Clock } from '../contract/clock.js';
import { second } from '../contract/durations.js';
import { Listeners } from '../contract/listeners.js';
import { canStay, deadline, warningTime } from './deadlines.js';
import type { BankCall, Effect, Fact, Flow, FlowEvent, Setup } from './flow-state.js';
import type { SandboxMessage } from '../contract/sandbox-message.js';
import { newFlow, transition } from './transition.js';

/** What a flow needs from outside. */
export interface FlowPorts {
  readonly bankSide: BankSide;
  readonly clock: Clock;
  /** Posts a message to the embedding page. */
  readonly post: (message: SandboxMessage) => void;
  /** Opens the bank's own page; called within the user's click. */
  readonly openBank: (url: string) => void;
  /** Opens it in place of this page, which comes back with `Setup.resume`. */
  readonly openBankInside: (url: string) => void;
  readonly closeBank: () => void;
  /** Navigates the top window; inside a frame nothing happens. */
  readonly leave: (url: string) => void;
  /** Makes a new request id. */
  readonly requestId: () => string;
  /** Called with the errors of a bank side that cannot be reached. */
  readonly report: (error: unknown) => void;
  /**
   * Calls back after each change on the bank's side; returns the function that unsubscribes.
   * A bank side that has no such notifications is polled while an approval is awaited.
   */
  readonly subscribe?: (listener: () => void) => () => void;
  /** How often it is polled, in ms of real time. Default: 1000. */
  readonly pollInterval?: number;
}

export class FlowRunner {
  #flow: Flow;
  #requestId: string;
  readonly #listeners = new Listeners<[flow: Flow]>();
  readonly #queue: FlowEvent[] = [];
  #isDraining = false;
  /** Identifies the call whose answer the present state waits for. */
  #awaited = Symbol();
  /** Cancel what is scheduled with the clock. */
  #cancels: readonly (() => void)[] = [];
  #unsubscribe: (() => void) | undefined;
  #poll: ReturnType<typeof setInterval> | undefined;
  #isStopped = false;

  constructor(
    setup: Setup,
    private readonly ports: FlowPorts,
  ) {
    this.#flow = newFlow(setup);
    this.#requestId = ports.requestId();
  }

  get flow(): Flow {
    return this.#flow;
  }

  start(): void {
    this.#unsubscribe = this.ports.subscribe?.(() => this.send({ type: 'bank-changed' }));
    this.send({ type: 'start' });
  }

  /** Handles what a person does, or what happens. Events are handled one after the other. */
  send(event: FlowEvent): void {
    this.#queue.push(event);
    if (this.#isDraining) return;
    this.#isDraining = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#handle(next);
    } finally {
      this.#isDraining = false;
    }
  }

  /**
   * Calls back after each change of the flow, and when the user is to be warned of its end
   * (`warning` in deadlines.ts).
   *
   * @returns the function that unsubscribes
   */
  subscribe(listener: (flow: Flow) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Ends it for good: no timer, no listener, no answer is left. */
  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#cancels) cancel();
    this.#unsubscribe?.();
    clearInterval(this.#poll);
    this.#listeners.clear();
  }

  #handle(event: FlowEvent): void {
    if (this.#isStopped) return;
    const before = this.#flow;
    const moment = { now: this.ports.clock.now(), requestId: this.#requestId };
    const { flow, effects } = transition(before, event, moment);
    if (flow === before) return;
    this.#flow = flow;
    if (flow.state.at !== before.state.at) this.#awaited = Symbol();
    if (effects.some((effect) => uses(effect, moment.requestId))) {
      this.#requestId = this.ports.requestId();
    }
    for (const effect of effects) this.#run(effect);
    this.#schedule();
    this.#setPoll();
    this.#notify();
  }

  #run(effect: Effect): void {
    const { ports } = this;
    switch (effect.do) {
      case 'post':
        ports.post(effect.message);
        break;
      case 'open-bank':
        ports.openBank(effect.url);
        break;
      case 'open-bank-inside':
        ports.openBankInside(effect.url);
        break;
      case 'close-bank':
        ports.closeBank();
        break;
      case 'leave':
        ports.leave(effect.url);
        break;
      case 'ask':
        void this.#ask(effect);
    }
  }

  async #ask(call: BankCall): Promise<void> {
    const { bankSide, report } = this.ports;
    // A poll belongs to the state: it outdates no other call and no other call outdates it.
    const isPoll = call.call === 'pollChallenge';
    const answersAct = !isPoll && isStepCall(call);
    const id = Symbol();
    if (answersAct) this.#awaited = id;
    const isOutdated = () =>
      isPoll ? this.#flow.state.at !== 'decoupled' : answersAct && this.#awaited !== id;
    const isStale = () => this.#isStopped || isOutdated();
    try {
      const fact = await askBank(bankSide, call);
      if (!fact) return;
      if (!isStale()) this.send(fact);
      else if (!isPoll) this.#drop(fact);
    } catch (error) {
      report(error);
      if (!isStale() && !isPoll && call.call !== 'abort') this.send({ type: 'unreachable' });
    }
  }

  /** Nobody waits for this answer any more; the attempt that it began at the bank is aborted. */
  #drop(fact: Fact): void {
    if (fact.type !== 'step' || !('attemptId' in fact.step)) return;
    const { attemptId } = fact.step;
    const { state } = this.#flow;
    if ('attemptId' in state && state.attemptId === attemptId) return;
    void this.#ask({ call: 'abort', with: [attemptId] });
  }

  #schedule(): void {
    const { clock } = this.ports;
    for (const cancel of this.#cancels) cancel();
    const end = deadline(this.#flow);
    const warnAt = end && canStay(end) ? end.at - warningTime : -Infinity;
    this.#cancels = [
      ...(warnAt > clock.now() ? [clock.schedule(warnAt, () => this.#notify())] : []),
      ...(end ? [clock.schedule(end.at, () => this.send({ type: 'time' }))] : []),
    ];
  }

  #setPoll(): void {
    const { subscribe, pollInterval = second } = this.ports;
    if (this.#flow.state.at === 'decoupled' && !subscribe) {
      this.#poll ??= setInterval(() => this.send({ type: 'bank-changed' }), pollInterval);
    } else {
      clearInterval(this.#poll);
      this.#poll = undefined;
    }
  }

  #notify(): void {
    this.#listeners.notify(this.#flow);
  }
}

/** Whether this effect gives the id away, so that the next event needs another one. */
const uses = (effect: Effect, requestId: string): boolean =>
  effect.do === 'post' &&
  'requestId' in effect.message.payload &&
  effect.message.payload.requestId === requestId;
