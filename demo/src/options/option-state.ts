import {
  optionNames,
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
  /**
   * The options to use: what keeps to its rule, and for every other one the last value that did. So a
   * running flow survives a typing error, and the other options act for all that.
   */
  applied: UbaOptions = {};

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
    this.problems = [...problems, ...half, ...warnings];
    const wrong = optionNames.filter((name) =>
      [...problems, ...half].some(({ option }) => option === name),
    );
    if (wrong.length === 0) {
      this.applied = options;
      return;
    }
    // What contradicts each other is about the session, which stays as a whole then.
    const isUsable = (one: UbaOptions) =>
      isSound(one) && (hasSession(one) || !hasSession(this.applied));
    this.applied =
      [wrong, [...wrong, ...ofSession]]
        .map((kept) => ({ ...without(options, kept), ...only(this.applied, kept) }))
        .find(isUsable) ?? this.applied;
  }

  #share(): void {
    // The address keeps what the frame has.
    const params = writeSharedOptions(this.applied, this.defaults);
    history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
  }
}

/** What decides which session runs, and where. */
const ofSession: readonly UbaOptionName[] = [
  'sessionId',
  'userIdentifier',
  'connectURL',
  'sandboxMode',
  'origin',
];

const only = (options: UbaOptions, names: readonly UbaOptionName[]): UbaOptions =>
  Object.fromEntries(Object.entries(options).filter(([name]) => names.some((one) => one === name)));

const without = (options: UbaOptions, names: readonly UbaOptionName[]): UbaOptions =>
  Object.fromEntries(
    Object.entries(options).filter(([name]) => !names.some((one) => one === name)),
  );

function isSound(options: UbaOptions): boolean {
  const { problems, missing } = readOptions(options);
  return problems.length === 0 && !missing;
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
