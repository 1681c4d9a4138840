/**
 * The door between the sandbox's page and the bank's side, where the command serves the page:
 * `POST /_bank/CALL` with the arguments as a JSON list. No part of fino's API.
 */
import * as z from 'zod/mini';
import {
  accountTypes,
  tanMethods,
  type BankReturn,
  type BankSide,
  type LoginRequest,
  type Session,
} from '../core/contract/bank-side.js';
import type { SandboxControls } from '../core/contract/sandbox-controls.js';
import { ApiError } from './api-error.js';
import { check, type Model } from './endpoint.js';
import { longestLeap } from './models.js';
import { SessionBank } from './session-bank.js';
import type { ApiSession } from './sessions.js';
import type { World } from './world.js';

const text = z.string().check(z.maxLength(1000));
const ms = z.number().check(z.minimum(0), z.maximum(longestLeap));

const login: z.ZodMiniType<LoginRequest> = z.object({
  bankCode: text,
  accountType: z.exactOptional(z.enum(accountTypes)),
  userName: text,
  pin: text,
});

const back: z.ZodMiniType<BankReturn> = z.union([
  z.object({ outcome: z.literal('agreed'), userName: text }),
  z.object({ outcome: z.enum(['cancelled', 'refused', 'closed']) }),
]);

/** What each call takes. */
const bankCalls: { readonly [Name in keyof BankSide]: z.ZodMiniType<Parameters<BankSide[Name]>> } =
  {
    openSession: z.tuple([]),
    extendSession: z.tuple([]),
    findBanks: z.tuple([text]),
    logIn: z.tuple([login]),
    startRedirect: z.tuple([text]),
    finishRedirect: z.tuple([text, back]),
    chooseMethod: z.tuple([text, z.enum(tanMethods)]),
    renewChallenge: z.tuple([text]),
    answerChallenge: z.tuple([text, text]),
    pollChallenge: z.tuple([text]),
    abort: z.tuple([text]),
    connect: z.tuple([text, z.array(text).check(z.maxLength(100))]),
    logins: z.tuple([]),
    synchronise: z.tuple([text]),
    disconnect: z.tuple([text]),
  };

type ControlName = Exclude<keyof SandboxControls, 'subscribe'>;

/** What each lever of the panel takes. */
const controlCalls: {
  readonly [Name in ControlName]: z.ZodMiniType<Parameters<SandboxControls[Name]>>;
} = {
  view: z.tuple([]),
  decide: z.tuple([text, z.enum(['approved', 'declined'])]),
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
  /** The address of the banks' own page, absolute. */
  readonly bankPage: string;
  /** Whether the caller may move the sandbox's levers. */
  readonly isLocal: boolean;
}

/** Answers one call. @throws ApiError */
export async function answerBankCall(world: World, request: BankCallRequest): Promise<unknown> {
  const { call, sessionId, isLocal } = request;
  const session =
    call === 'openSession' && sessionId === undefined
      ? world.sessions.open(world.addVisitor(), { kind: 'connect' })
      : world.sessions.find(sessionId ?? '');
  if (!session) {
    if (call === 'openSession' || call === 'extendSession') return over(world);
    throw new ApiError(401, 'The session is over.');
  }
  session.bank ??= new SessionBank(session, world, request.bankPage);
  const args = (model: Model) => check(model, request.args, 'body');
  if (call === 'posted') {
    const [{ type, payload }] = args(posted) as z.output<typeof posted>;
    const { userId } = session.user;
    world.posted.add({ at: world.clock.now(), userId, type, payload });
    return null;
  }
  if (call === 'revision') return session.user.revision;
  if (isKey(bankCalls, call)) {
    return session.bank.ask(call, args(bankCalls[call]) as readonly unknown[]);
  }
  if (isKey(controlCalls, call)) {
    if (!isLocal) throw new ApiError(403, 'Only this machine moves the levers.');
    const controls = controlsOf(world, session, session.bank) as {
      readonly [Name in ControlName]: (...given: readonly unknown[]) => Promise<unknown>;
    };
    return controls[call](...(args(controlCalls[call]) as readonly unknown[]));
  }
  throw new ApiError(404, 'There is no such call.');
}

const isKey = <T extends object>(table: T, key: string): key is keyof T & string =>
  Object.hasOwn(table, key);

const over = (world: World): Session => ({ kind: 'over', requestId: world.nextRequest() });

/** The levers as a page may move them: of its own user, and of the world. */
function controlsOf(
  world: World,
  session: ApiSession,
  bank: SessionBank,
): Omit<SandboxControls, 'subscribe'> {
  const done = (act: () => void): Promise<void> => Promise.resolve().then(act);
  return {
    ...bank.controls,
    view: async () => ({ ...(await bank.controls.view()), latency: world.latency }),
    advance: (duration) =>
      done(() => {
        world.advance(duration);
        // However far it leaps, it is this user who comes back.
        world.sessions.extend(session);
      }),
    setLatency: (latency) =>
      done(() => {
        world.latency = latency;
      }),
    reset: () =>
      done(() => {
        bank.clear();
        session.user.forget();
      }),
  };
}
