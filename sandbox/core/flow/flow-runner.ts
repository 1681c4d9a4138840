/** Runs a flow: holds it, does what it wants done, and feeds the answers back. */
import { askBank, isStepCall } from './ask-bank.js';
import type { BankSide } from '../contract/bank-side.js';
import type { Clock } from '../contract/clock.js';
import { canStay, deadline, warningTime } from './deadlines.js';
import type { BankCall, Effect, Fact, Flow, FlowEvent, Setup } from './flow-state.js';
import type { SandboxMessage } from '../contract/sandbox-message.js';
import { newFlow, transition } from './transition.js';

/** What a flow needs of the world. */
export interface World {
  readonly bankSide: BankSide;
  readonly clock: Clock;
  /** Tells the embedding page. */
  readonly post: (message: SandboxMessage) => void;
  /** Opens the bank's own page; called within the user's click. */
  readonly openBank: (url: string) => void;
  readonly closeBank: () => void;
  /** Sends the top window on; inside a frame it stays where it is. */
  readonly leave: (url: string) => void;
  /** Draws a new request id. */
  readonly requestId: () => string;
  /** Takes the errors of a bank side that cannot be reached. */
  readonly report: (error: unknown) => void;
  /**
   * Calls back whenever something may have moved on the bank's side; returns how to call it off.
   * A bank side that cannot tell, one behind HTTP say, is polled while an approval is awaited.
   */
  readonly changes?: (listener: () => void) => () => void;
  /** How often it is polled, in ms of real time. Default: 1000. */
  readonly pollInterval?: number;
}

type Listener = (flow: Flow) => void;

export class FlowRunner {
  #flow: Flow;
  #requestId: string;
  readonly #listeners = new Set<Listener>();
  readonly #queue: FlowEvent[] = [];
  #isDraining = false;
  /** Stands for the question whose answer the present state waits for. */
  #awaited = Symbol();
  /** How to call off what the clock is to ring for. */
  #scheduled: readonly (() => void)[] = [];
  #unsubscribeChanges: (() => void) | undefined;
  #poll: ReturnType<typeof setInterval> | undefined;
  #isStopped = false;

  constructor(
    setup: Setup,
    private readonly world: World,
  ) {
    this.#flow = newFlow(setup);
    this.#requestId = world.requestId();
  }

  get flow(): Flow {
    return this.#flow;
  }

  start(): void {
    this.#unsubscribeChanges = this.world.changes?.(() => this.send({ type: 'changed' }));
    this.send({ type: 'start' });
  }

  /** Takes what a person does, or what happens. Events are handled one after the other. */
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
   * @returns a function that calls it off
   */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends it for good: no timer, no listener, no answer is left. */
  stop(): void {
    this.#isStopped = true;
    for (const unsubscribe of this.#scheduled) unsubscribe();
    this.#unsubscribeChanges?.();
    clearInterval(this.#poll);
    this.#listeners.clear();
  }

  #handle(event: FlowEvent): void {
    if (this.#isStopped) return;
    const before = this.#flow;
    const moment = { now: this.world.clock.now(), requestId: this.#requestId };
    const { flow, effects } = transition(before, event, moment);
    if (flow === before) return;
    this.#flow = flow;
    if (flow.state.at !== before.state.at) this.#awaited = Symbol();
    if (effects.some((effect) => uses(effect, moment.requestId))) {
      this.#requestId = this.world.requestId();
    }
    for (const effect of effects) this.#run(effect);
    this.#schedule();
    this.#setPoll();
    this.#notify();
  }

  #run(effect: Effect): void {
    const { world } = this;
    switch (effect.do) {
      case 'post':
        world.post(effect.message);
        break;
      case 'open-bank':
        world.openBank(effect.url);
        break;
      case 'close-bank':
        world.closeBank();
        break;
      case 'leave':
        world.leave(effect.url);
        break;
      case 'ask':
        void this.#ask(effect);
    }
  }

  async #ask(call: BankCall): Promise<void> {
    const { bankSide, report } = this.world;
    // A poll asks on behalf of the state: it outdates no other question and none outdates it.
    const isPoll = call.call === 'pollChallenge';
    const answersAct = !isPoll && isStepCall(call);
    const question = Symbol();
    if (answersAct) this.#awaited = question;
    const isStale = () => this.#isStopped || (answersAct && this.#awaited !== question);
    try {
      const fact = await askBank(bankSide, call);
      if (fact && isStale()) this.#drop(fact);
      else if (fact) this.send(fact);
    } catch (error) {
      report(error);
      if (!isStale() && !isPoll && call.call !== 'abort') this.send({ type: 'unreachable' });
    }
  }

  /** Nobody waits for this answer any more; what it began at the bank is called off. */
  #drop(fact: Fact): void {
    if (fact.type !== 'step' || !('attemptId' in fact.step)) return;
    const { attemptId } = fact.step;
    const { state } = this.#flow;
    if ('attemptId' in state && state.attemptId === attemptId) return;
    void this.#ask({ call: 'abort', with: [attemptId] });
  }

  #schedule(): void {
    const { clock } = this.world;
    for (const unsubscribe of this.#scheduled) unsubscribe();
    const end = deadline(this.#flow);
    const warnAt = end && canStay(end) ? end.at - warningTime : -Infinity;
    this.#scheduled = [
      ...(warnAt > clock.now() ? [clock.schedule(warnAt, () => this.#notify())] : []),
      ...(end ? [clock.schedule(end.at, () => this.send({ type: 'time' }))] : []),
    ];
  }

  #setPoll(): void {
    const { changes, pollInterval = 1000 } = this.world;
    if (this.#flow.state.at === 'decoupled' && !changes) {
      this.#poll ??= setInterval(() => this.send({ type: 'changed' }), pollInterval);
    } else {
      clearInterval(this.#poll);
      this.#poll = undefined;
    }
  }

  #notify(): void {
    for (const listener of this.#listeners) listener(this.#flow);
  }
}

/** Whether this effect tells somebody the id, so that it is used up. */
const uses = (effect: Effect, requestId: string): boolean =>
  effect.do === 'post' &&
  'requestId' in effect.message.payload &&
  effect.message.payload.requestId === requestId;
