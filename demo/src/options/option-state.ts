import {
  readOptions,
  type OptionProblem,
  type UbaOptionName,
  type UbaOptions,
} from '@finodigital/uba-protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { newDemoSession, type DemoSession } from '../demo-session.js';
import { readSharedOptions, writeSharedOptions } from './shared-state.js';

/** Options that cannot stand beside the one that was just set. */
const rivals: { readonly [name in UbaOptionName]?: readonly UbaOptionName[] } = {
  connectURL: ['sessionId', 'userIdentifier', 'sandboxMode'],
  sessionId: ['connectURL'],
  userIdentifier: ['connectURL'],
  sandboxMode: ['connectURL'],
};

/**
 * The options of a page: as its controls hold them, as they are good to use, and in its address,
 * so that a link shares them. Begins with a demo session, or the one that it is given, and what the
 * address says.
 */
export class OptionState implements ReactiveController {
  /** As the controls hold them; what breaks its rule waits here for a better value. */
  values: Readonly<Record<string, unknown>>;
  /** What is wrong with the values, or looks like a mistake. */
  problems: readonly OptionProblem[] = [];
  /** Those values that keep to their rules. */
  options: UbaOptions = {};
  /** The newest options that stop no flow: a running one survives a typing error. */
  applied: UbaOptions = {};
  #isSound = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly defaults: UbaOptions,
    session: UbaOptions = newDemoSession(),
  ) {
    host.addController(this);
    const shared = readSharedOptions(new URLSearchParams(location.search));
    // An address may stand for the session, and is of no use at another origin.
    const isElsewhere = 'origin' in shared || 'sandboxMode' in shared;
    this.values = { ...defaults, ...(isElsewhere ? newDemoSession() : session), ...shared };
    this.#read();
  }

  hostConnected(): void {
    this.#share();
  }

  /** Sets an option to a raw value, or takes it back; drops what contradicts it. */
  set(option: UbaOptionName, value: unknown): void {
    const dropped = value === undefined ? [] : (rivals[option] ?? []);
    this.#replace({ ...this.#without(dropped), [option]: value });
  }

  useSession(session: DemoSession): void {
    this.#replace({ ...this.#without(['connectURL', 'sandboxMode']), ...session });
  }

  #without(names: readonly string[]): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(this.values).filter(([name]) => !names.includes(name)),
    );
  }

  #replace(values: Readonly<Record<string, unknown>>): void {
    this.values = values;
    this.#read();
    this.#share();
    this.host.requestUpdate();
  }

  #read(): void {
    // What was taken back is not there; an origin that is there and undefined would be refused.
    const given = Object.entries(this.values).filter(([, value]) => value !== undefined);
    const { options, problems, warnings, missing } = readOptions(Object.fromEntries(given));
    const half = missing ? [{ option: missing, problem: 'is missing' }] : [];
    this.options = options;
    this.problems = [...problems, ...half, ...warnings];
    this.#isSound = problems.length === 0 && !missing;
    if (this.#isSound) this.applied = options;
  }

  #share(): void {
    // The address keeps the newest options that stop no flow, as the frame does.
    if (!this.#isSound) return;
    const params = writeSharedOptions(this.options, this.defaults);
    history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
  }
}

/** The session id among the options, where there is one. */
export function sessionOf({ sessionId, connectURL = '' }: UbaOptions): string {
  if (sessionId) return sessionId;
  return URL.canParse(connectURL) ? (new URL(connectURL).searchParams.get('sessionId') ?? '') : '';
}

/** Whether there is anything to load: a session, its address or the sandbox, which makes its own. */
export function hasSession({ sessionId, connectURL, sandboxMode }: UbaOptions): boolean {
  return [sessionId, connectURL, sandboxMode].some(Boolean);
}
