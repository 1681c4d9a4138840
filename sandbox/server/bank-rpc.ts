/**
 * How the sandbox's page calls the bank's side, where the command serves the page:
 * `POST /_bank/CALL` with the arguments as a JSON list. No part of fino's API.
 */
import * as z from 'zod';
import {
  accountTypes,
  tanMethods,
  type BankReturn,
  type BankSide,
  type LoginRequest,
  type Session,
} from '../core/contract/bank-side.js';
import { ownSync } from '../core/bank/session.js';
import { day } from '../core/contract/durations.js';
import { phoneDecisions, type SandboxControls } from '../core/contract/sandbox-controls.js';
import { ApiError } from './api-error.js';
import { check, type Model } from './endpoint.js';
import { longestLeap } from './models.js';
import type { SandboxState } from './sandbox-state.js';
import type { ApiSession } from './sessions.js';
import type { User } from './user.js';

const text = z.string().max(200);
const ms = z.number().min(0).max(longestLeap);

const login: z.ZodType<LoginRequest> = z.object({
  bankCode: text,
  accountType: z.enum(accountTypes).exactOptional(),
  userName: text,
  pin: text,
});

const back: z.ZodType<BankReturn> = z.union([
  z.object({ outcome: z.literal('agreed'), userName: text }),
  z.object({ outcome: z.enum(['cancelled', 'refused', 'closed']) }),
]);

/** What each call takes. */
const bankCalls: { readonly [Name in keyof BankSide]: z.ZodType<Parameters<BankSide[Name]>> } = {
  openSession: z.tuple([]),
  extendSession: z.tuple([]),
  findBanks: z.tuple([text]),
  logIn: z.tuple([login]),
  startRedirect: z.tuple([text]),
  finishRedirect: z.tuple([text, back]),
  chooseMethod: z.tuple([text, z.enum(tanMethods)]),
  chooseMedium: z.tuple([text, text]),
  renewChallenge: z.tuple([text]),
  answerChallenge: z.tuple([text, text]),
  pollChallenge: z.tuple([text]),
  abort: z.tuple([text]),
  giveConsent: z.tuple([text]),
  connect: z.tuple([text, z.array(text).max(100)]),
  logins: z.tuple([]),
  synchronise: z.tuple([text]),
  disconnect: z.tuple([text]),
  payment: z.tuple([]),
  authorise: z.tuple([]),
  discard: z.tuple([]),
};

type ControlName = Exclude<keyof SandboxControls, 'subscribe'>;

/** What each control of the panel takes. */
const controlCalls: {
  readonly [Name in ControlName]: z.ZodType<Parameters<SandboxControls[Name]>>;
} = {
  view: z.tuple([]),
  decide: z.tuple([text, z.enum(phoneDecisions)]),
  advance: z.tuple([ms]),
  expireConsent: z.tuple([text]),
  revokeConsent: z.tuple([text]),
  setLatency: z.tuple([ms]),
  reset: z.tuple([]),
};

const posted = z.tuple([z.object({ type: text, payload: z.unknown() })]);

/** What the page sends, and where from. */
export interface BankCallRequest {
  readonly call: string;
  readonly args: unknown;
  /** Absent where the page has none and wants one: a connect session for a user of its own. */
  readonly sessionId: string | undefined;
  /** The URL of the banks' own page, absolute. */
  readonly bankPage: string;
  /** Whether the caller may use the test controls. */
  readonly isLocal: boolean;
}

/** The parts of the sandbox that the calls work on. */
type Parts = Pick<
  SandboxState,
  | 'automaticSync'
  | 'clock'
  | 'ids'
  | 'latency'
  | 'postedEvents'
  | 'secrets'
  | 'sessionBanks'
  | 'sessions'
  | 'users'
  | 'visitors'
>;

/** Answers one call. @throws ApiError */
export async function answerBankCall(parts: Parts, request: BankCallRequest): Promise<unknown> {
  const { clock, ids, postedEvents, sessionBanks, sessions } = parts;
  const { call, sessionId, bankPage, isLocal } = request;
  const session =
    call === 'openSession' && sessionId === undefined
      ? sessions.open(addVisitor(parts), { kind: 'connect', sync: ownSync })
      : sessions.find(sessionId ?? '');
  if (!session) {
    if (call === 'openSession' || call === 'extendSession') return over(ids.nextRequest());
    throw new ApiError(401, 'The session is over.');
  }
  const args = (model: Model) => check(model, request.args, 'body');
  if (call === 'posted') {
    const [{ type, payload }] = args(posted) as z.output<typeof posted>;
    const { userId } = session.user;
    postedEvents.add({ at: clock.now(), userId, type, payload });
    return null;
  }
  if (call === 'revision') return session.user.revision;
  if (isKey(bankCalls, call)) {
    return sessionBanks.ask(session, bankPage, call, args(bankCalls[call]) as readonly unknown[]);
  }
  if (isKey(controlCalls, call)) {
    if (!isLocal) throw new ApiError(403, 'Only this machine uses the test controls.');
    const controls = controlsOf(parts, session) as {
      readonly [Name in ControlName]: (...given: readonly unknown[]) => Promise<unknown>;
    };
    return controls[call](...(args(controlCalls[call]) as readonly unknown[]));
  }
  throw new ApiError(404, 'There is no such call.');
}

const isKey = <T extends object>(table: T, key: string): key is keyof T & string =>
  Object.hasOwn(table, key);

const over = (requestId: string): Session => ({ kind: 'over', requestId });

/** A user for a page that has none, gone after a day, or where there are too many. */
function addVisitor({ clock, secrets, users, visitors }: Parts): User {
  const tenant = { clientId: 'sandbox', tenant: 'sandbox' };
  const user = users.add(tenant, secrets.next(), { expiresAt: clock.now() + day });
  visitors.add(user);
  return user;
}

/** The test controls as a page may use them: on its own user, on the clock and on the latency. */
function controlsOf(
  { automaticSync, latency, sessionBanks, sessions }: Parts,
  session: ApiSession,
): Omit<SandboxControls, 'subscribe'> {
  const done = (act: () => void): Promise<void> => Promise.resolve().then(act);
  const controls = sessionBanks.controls(session);
  return {
    ...controls,
    view: async () => ({ ...(await controls.view()), latency: latency.ms }),
    // However far it leaps, it is this user who comes back.
    advance: async (duration) => {
      await automaticSync.advance(duration, () => sessions.extend(session));
    },
    setLatency: (ms) =>
      done(() => {
        latency.ms = ms;
      }),
    reset: () =>
      done(() => {
        session.attempts.clear();
        session.user.forget();
      }),
  };
}
