/** Strong customer authentication: which challenge a bank sets, and how its answer is judged. */
import {
  tanMethods,
  type Challenge,
  type BankAnswer,
  type TanMedium,
  type TanMethod,
} from '../contract/bank-side.js';
import type { Clock } from '../contract/clock.js';
import { minute } from '../contract/durations.js';
import type { DeviceGuard } from './device-guard.js';
import type { LoginAttempt } from './login-attempts.js';
import { interfaceBank, tanMethodsBank } from './banks.js';
import { failureAt, rightTan } from './demo-users.js';
import { NotFound } from './not-found.js';
import type { Seeded } from './seeded.js';

/** How long a challenge is open, in ms of sandbox time. */
const challengeLimit = 5 * minute;

/** How many wrong answers end it. */
const tries = 3;

/** The phones of each user, the usual one first. */
const phones: readonly [TanMedium, ...TanMedium[]] = [
  { mediumId: 'phone-1', phone: '42' },
  { mediumId: 'phone-2', phone: '77' },
];

/** The user has proven who they are; the login goes on. */
export const authenticated = Symbol('authenticated');

export class ScaService {
  constructor(
    private readonly clock: Clock,
    private readonly seeded: Seeded,
    private readonly deviceGuard: DeviceGuard,
    private readonly requestId: () => string,
  ) {}

  /** What the bank asks for after the PIN. */
  begin(attempt: LoginAttempt): BankAnswer | typeof authenticated {
    const { attemptId, bank } = attempt;
    const methods = methodsOf(attempt);
    switch (failureAt('tan', bank, attempt.userName) ? 'tan' : attempt.sca) {
      case 'none':
        return authenticated;
      case 'decoupled':
        return this.#set(attempt, 'pushTAN');
      case 'photo':
        return this.#set(attempt, 'photoTAN');
      case 'tan':
        if (bank === tanMethodsBank) return { step: 'method', attemptId, methods };
        return this.#set(attempt, methods[0] ?? 'smsTAN');
    }
  }

  /** On to the challenge, or to the choice of a phone where the user has several. */
  choose(attempt: LoginAttempt, method: TanMethod): BankAnswer {
    const { attemptId, bank } = attempt;
    const hasMedia = method === 'pushTAN' || method === 'smsTAN';
    if (bank !== tanMethodsBank || !hasMedia) return this.#set(attempt, method);
    attempt.awaitsMedium = method;
    return { step: 'medium', attemptId, method, media: phones, methods: methodsOf(attempt) };
  }

  /** @throws NotFound where there is no such phone, or none was asked for */
  chooseMedium(attempt: LoginAttempt, mediumId: string): BankAnswer {
    const method = attempt.awaitsMedium;
    const medium = phones.find((one) => one.mediumId === mediumId);
    if (!method || !medium) throw new NotFound('phone with this id to choose');
    delete attempt.awaitsMedium;
    attempt.medium = medium;
    return this.#set(attempt, method);
  }

  /** A fresh TAN, or a fresh request on the phone; wrong answers go on counting. */
  renew(attempt: LoginAttempt): BankAnswer {
    const { method, round, triesLeft } = openChallenge(attempt);
    return this.#set(attempt, method, round, triesLeft);
  }

  answer(attempt: LoginAttempt, tan: string): BankAnswer | typeof authenticated {
    const challenge = openChallenge(attempt);
    const { method, round, rounds, expiresAt } = challenge;
    if (this.clock.now() >= expiresAt) return this.#failed(attempt, 'expired');
    const code = failureAt('tan', attempt.bank, attempt.userName);
    if (code) return { step: 'refused', code, requestId: this.requestId() };
    if (!this.deviceGuard.knows(attempt)) {
      return this.#failed(attempt, 'device', challenge.triesLeft);
    }
    if (tan.replace(/\s/g, '') !== rightTan) {
      const triesLeft = challenge.triesLeft - 1;
      attempt.challenge = { ...challenge, triesLeft };
      return this.#failed(attempt, 'wrong', triesLeft);
    }
    return round < rounds ? this.#set(attempt, method, round + 1) : authenticated;
  }

  poll(attempt: LoginAttempt): BankAnswer | typeof authenticated {
    const { attemptId, decision } = attempt;
    if (decision === 'approved') return authenticated;
    if (decision === 'declined') return this.#failed(attempt, 'declined');
    const hasExpired = this.clock.now() >= openChallenge(attempt).expiresAt;
    return hasExpired ? this.#failed(attempt, 'expired') : { step: 'pending', attemptId };
  }

  #set(attempt: LoginAttempt, method: TanMethod, round = 1, triesLeft = tries): BankAnswer {
    const { attemptId } = attempt;
    const challenge: Challenge = {
      approach: method === 'pushTAN' ? 'decoupled' : 'embedded',
      method,
      methods: methodsOf(attempt),
      round,
      // Documented for the demo users: the photoTAN comes twice.
      rounds: method === 'photoTAN' && attempt.sca === 'photo' ? 2 : 1,
      triesLeft,
      expiresAt: this.clock.now() + challengeLimit,
      ...this.#shown(attempt, method, round),
    };
    attempt.challenge = challenge;
    delete attempt.decision;
    return { step: 'challenge', attemptId, challenge };
  }

  /** Where the TAN went, or what the device has to read. */
  #shown({ attemptId, medium = phones[0] }: LoginAttempt, method: TanMethod, round: number) {
    switch (method) {
      case 'smsTAN':
      case 'pushTAN':
        return { phone: medium.phone };
      case 'photoTAN':
      case 'chipTAN-QR':
        return { picture: `${method}:${this.seeded.digits(24, method, attemptId, round)}` };
      case 'chipTAN-optical':
        return { picture: this.seeded.text('0123456789ABCDEF', 24, method, attemptId, round) };
      case 'chipTAN-manual':
        return { picture: this.seeded.digits(8, method, attemptId, round) };
    }
  }

  #failed(
    { attemptId }: LoginAttempt,
    reason: 'wrong' | 'device' | 'declined' | 'expired',
    triesLeft = 0,
  ): BankAnswer {
    const requestId = this.requestId();
    return { step: 'challenge-failed', attemptId, reason, triesLeft, requestId };
  }
}

/** Which methods the user may choose from, the usual one first. */
function methodsOf({ bank, accountType }: LoginAttempt): readonly TanMethod[] {
  if (bank === tanMethodsBank) return tanMethods;
  if (bank === interfaceBank && accountType === 'KREDIT_KARTE') return ['smsTAN', 'pushTAN'];
  if (bank === interfaceBank && accountType === 'DEPOT') return ['photoTAN', 'pushTAN'];
  return ['smsTAN', 'photoTAN', 'pushTAN'];
}

function openChallenge({ challenge }: LoginAttempt): Challenge {
  if (!challenge) throw new NotFound('challenge');
  return challenge;
}
