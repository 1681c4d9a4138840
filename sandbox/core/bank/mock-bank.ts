/** The mock of UBA's bank side: fictional banks for fictional users. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type {
  Bank,
  BankLogin,
  BankReturn,
  LoginRequest,
  Session,
  BankAnswer,
  TanMethod,
  Payment,
} from '../contract/bank-side.js';
import type { Clock } from '../contract/clock.js';
import { minute } from '../contract/durations.js';
import { writeSubject } from '../contract/payments.js';
import type { LoginAttempt, LoginAttempts } from './login-attempts.js';
import { bankByCode, findBanks, offlineBank, slowBank } from './banks.js';
import { failureAt, isUser, passwordMeaning } from './demo-users.js';
import type { Ids } from './ids.js';
import type { ImmediateBankSide } from './latency.js';
import type { Ledger } from './ledger.js';
import { isOpen, isRefused, type Orders } from './orders.js';
import { checkPayee } from './payees.js';
import { NotFound } from './not-found.js';
import type { StoredLogin, StoredOrder, SyncSettings } from './stored-state.js';
import type { PinGuard } from './pin-guard.js';
import { authenticated, type ScaService } from './sca-service.js';
import { synchronise } from './synchronise.js';

/** How long the flow waits for a bank that does not answer, in ms of sandbox time. */
const silenceTimeout = minute;

/** What the mock bank is made of. */
interface BankParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly attempts: LoginAttempts;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly pinGuard: PinGuard;
  readonly scaService: ScaService;
  /** The session of this visit, from now on at its full length. */
  readonly session: () => Session;
  /** How the bank logins of this session are synchronised. */
  readonly sync: SyncSettings;
  /** The absolute URL of the banks' own page. */
  readonly bankPage: string;
  /** Called after a change that others may want to see. */
  readonly onChange: () => void;
}

export class MockBank implements ImmediateBankSide {
  constructor(private readonly parts: BankParts) {}

  openSession(): Session {
    return this.#running(this.parts.session());
  }

  extendSession(): Session {
    return this.#running(this.parts.session());
  }

  findBanks(query: string): readonly Bank[] {
    return findBanks(query);
  }

  logIn({ bankCode, accountType, userName, pin }: LoginRequest): BankAnswer {
    const { clock, pinGuard } = this.parts;
    const bank = bankByCode(bankCode);
    const code = bank === offlineBank ? 'OFFLINE_ERROR' : failureAt('login', bank, userName);
    if (code) return this.#refuse(code);
    const sca = passwordMeaning(pin);
    const verdict = pinGuard.judge(bankCode, userName, sca === 'wrong' ? 'wrong' : 'right');
    if (verdict === 'locked') return this.#refuse('ACCESS_BLOCKED');
    if (sca === 'wrong') return { step: 'wrong-login', requestId: this.#requestId() };
    const attempt = this.#begin({
      goal: { kind: 'connect' },
      bank,
      ...(accountType && { accountType }),
      userName: userName.trim(),
      sca,
    });
    if (bank === slowBank) {
      const { attemptId } = attempt;
      return { step: 'silence', attemptId, givesUpAt: clock.now() + silenceTimeout };
    }
    return failureAt('redirect', bank, userName) ? this.#redirect(attempt) : this.#ask(attempt);
  }

  startRedirect(bankCode: string): BankAnswer {
    const bank = bankByCode(bankCode);
    return this.#redirect(
      this.#begin({ goal: { kind: 'connect' }, bank, userName: '', sca: 'none' }),
    );
  }

  finishRedirect(attemptId: string, back: BankReturn): BankAnswer {
    const attempt = this.#attempt(attemptId);
    if (back.outcome !== 'agreed') {
      const denied = back.outcome === 'refused';
      if (denied) this.#refuseOrder(attempt);
      return this.#refuse(denied ? 'ACCESS_DENIED' : 'AUTH_NOT_COMPLETED');
    }
    const { bank } = attempt;
    // A login that began on this side has its user already.
    attempt.userName ||= back.userName.trim();
    const code = isUser(attempt.userName, 'sbx-missing-token')
      ? 'MISSING_TOKEN'
      : failureAt('redirect', bank, attempt.userName);
    if (code) {
      this.#refuseOrder(attempt);
      return this.#refuse(code);
    }
    // The bank's own page has asked for the consent.
    const duplicate = this.#duplicateOf(attempt);
    return duplicate ? this.#finish(attempt, duplicate) : this.#admit(attempt);
  }

  chooseMethod(attemptId: string, method: TanMethod): BankAnswer {
    return this.#notify(this.parts.scaService.choose(this.#attempt(attemptId), method));
  }

  chooseMedium(attemptId: string, mediumId: string): BankAnswer {
    return this.#notify(this.parts.scaService.chooseMedium(this.#attempt(attemptId), mediumId));
  }

  renewChallenge(attemptId: string): BankAnswer {
    return this.#notify(this.parts.scaService.renew(this.#attempt(attemptId)));
  }

  answerChallenge(attemptId: string, tan: string): BankAnswer {
    const attempt = this.#attempt(attemptId);
    return this.#conclude(attempt, this.parts.scaService.answer(attempt, tan));
  }

  pollChallenge(attemptId: string): BankAnswer {
    const attempt = this.#attempt(attemptId);
    if (attempt.result) return attempt.result;
    const verdict = this.parts.scaService.poll(attempt);
    // Nothing has changed; a notification would only cause the next poll.
    if (verdict !== authenticated && verdict.step === 'pending') return verdict;
    return this.#conclude(attempt, verdict);
  }

  abort(attemptId: string): void {
    this.parts.attempts.end(attemptId);
    this.parts.onChange();
  }

  giveConsent(attemptId: string): BankAnswer {
    const attempt = this.#attempt(attemptId);
    const { result } = attempt;
    if (!result) throw new NotFound('question for a consent');
    return result.step === 'consent' ? this.#admit(attempt) : result;
  }

  connect(attemptId: string, accountIds: readonly string[]): BankAnswer {
    const { ledger, attempts, sync } = this.parts;
    const attempt = this.#attempt(attemptId);
    const { bank, userName, sca, result } = attempt;
    if (result?.step !== 'accounts') throw new NotFound('choice of accounts');
    const code = failureAt('accounts', bank, userName);
    if (code) return this.#refuse(code);
    attempts.end(attemptId);
    const holder = holderOf(attempt);
    const duplicateOf = ledger.findSame(holder)?.bankLoginId;
    const login = ledger.open({ ...holder, ...sync, accountIds: [...accountIds], sca });
    return { step: 'connected', login, ...(duplicateOf !== undefined && { duplicateOf }) };
  }

  logins(): readonly BankLogin[] {
    return this.parts.ledger.logins();
  }

  synchronise(bankLoginId: string): BankAnswer {
    const { ledger, clock } = this.parts;
    const result = synchronise(ledger, clock, bankLoginId, 'manual');
    switch (result.outcome) {
      case 'synchronised':
        return { step: 'synchronised', login: ledger.get(bankLoginId), renewed: false };
      case 'refused':
        return this.#refuse(result.code);
      case 'needs-user':
        return this.#askUser(ledger.find(bankLoginId), result.consent);
    }
  }

  disconnect(bankLoginId: string): void {
    this.parts.ledger.close(bankLoginId);
  }

  payment(): Payment {
    return this.#paymentOf(this.#order());
  }

  authorise(): BankAnswer {
    const { ledger, clock } = this.parts;
    const order = this.#order();
    const { moneyTransferId, bankLoginId } = order;
    if (!isOpen(order, clock.now())) throw new NotFound('open money transfer');
    return this.#askFor({ kind: 'pay', moneyTransferId }, ledger.find(bankLoginId));
  }

  discard(): Payment {
    const { orders, clock } = this.parts;
    const { moneyTransferId } = this.#order();
    orders.decide(moneyTransferId, 'discarded', clock.now());
    return this.payment();
  }

  /** A payment session is over once its order is decided; until then it keeps the order open. */
  #running(session: Session): Session {
    if (session.kind !== 'payment') return session;
    const order = this.#order();
    if (!isOpen(order, this.parts.clock.now())) {
      return { kind: 'over', requestId: this.#requestId() };
    }
    this.parts.orders.keepOpen(order.moneyTransferId, session.expiresAt);
    return session;
  }

  #order(): StoredOrder {
    const session = this.parts.session();
    const id = session.kind === 'payment' ? session.options?.moneyTransferId : undefined;
    if (id === undefined) throw new NotFound('money transfer in this session');
    return this.parts.orders.find(id);
  }

  #paymentOf(order: StoredOrder): Payment {
    const { ledger } = this.parts;
    const { moneyTransferId, bankLoginId, accountId, executionDate, singleBooking } = order;
    const { bank, accounts } = ledger.get(bankLoginId);
    const account = accounts.find((one) => one.accountId === accountId);
    if (!account) throw new NotFound('account of the money transfer');
    return {
      moneyTransferId,
      bankLoginId,
      bank,
      account,
      executionDate,
      singleBooking,
      status: ledger.statusOf(order),
      transfers: order.transfers.map((transfer) => ({
        ...transfer,
        payee: checkPayee(transfer.creditor.name),
      })),
    };
  }

  /** As the bank asked when it was connected; where it asked for nothing, the consent is all. */
  #askUser(login: StoredLogin, consent: 'renewed' | 'valid'): BankAnswer {
    const { bankLoginId, sca } = login;
    return this.#askFor(
      { kind: 'synchronise', bankLoginId, consent },
      { ...login, sca: sca === 'none' && consent === 'valid' ? 'tan' : sca },
    );
  }

  #askFor(
    goal: LoginAttempt['goal'],
    { bankCode, userName, accountType, sca }: StoredLogin,
  ): BankAnswer {
    const bank = bankByCode(bankCode);
    const attempt = this.#begin({
      goal,
      bank,
      ...(accountType && { accountType }),
      userName,
      sca,
    });
    return bank.login === 'at-bank' ? this.#redirect(attempt) : this.#ask(attempt);
  }

  #begin(attempt: Omit<LoginAttempt, 'attemptId'>): LoginAttempt {
    const { attempts, ids } = this.parts;
    return attempts.add({ ...attempt, attemptId: ids.next('attempt') });
  }

  #ask(attempt: LoginAttempt): BankAnswer {
    return this.#conclude(attempt, this.parts.scaService.begin(attempt));
  }

  #redirect({ attemptId, bank, goal }: LoginAttempt): BankAnswer {
    const url = new URL(this.parts.bankPage);
    url.searchParams.set('bank', bank.bankCode);
    url.searchParams.set('attempt', attemptId);
    if (goal.kind === 'pay') {
      const { transfers } = this.parts.orders.find(goal.moneyTransferId);
      url.searchParams.set('goal', goal.kind);
      writeSubject(url.searchParams, transfers);
    }
    return { step: 'redirect', attemptId, url: url.href };
  }

  /** Goes on with the login, or ends it, as the answer to its challenge was judged. */
  #conclude(attempt: LoginAttempt, verdict: BankAnswer | typeof authenticated): BankAnswer {
    if (verdict === authenticated) return this.#onAuthenticated(attempt);
    const isOver =
      verdict.step === 'refused' || (verdict.step === 'challenge-failed' && !verdict.triesLeft);
    if (!isOver) return this.#notify(verdict);
    const isOurs = verdict.step === 'challenge-failed' && verdict.reason !== 'wrong';
    if (!isOurs) this.#refuseOrder(attempt);
    return this.#finish(attempt, verdict);
  }

  /** The bank does not take the order that was to be authorised. */
  #refuseOrder({ goal }: LoginAttempt): void {
    const { orders, clock } = this.parts;
    if (goal.kind === 'pay') orders.decide(goal.moneyTransferId, 'refused', clock.now());
  }

  /** The user is authenticated: the consent is next, unless theirs goes on. */
  #onAuthenticated(attempt: LoginAttempt): BankAnswer {
    const { attemptId, goal } = attempt;
    if (goal.kind === 'pay') return this.#pay(attempt, goal.moneyTransferId);
    if (goal.kind === 'synchronise' && goal.consent === 'valid') return this.#admit(attempt);
    return this.#finish(attempt, this.#duplicateOf(attempt) ?? { step: 'consent', attemptId });
  }

  /** Some banks show only afterwards that there is such a connection already. */
  #duplicateOf(attempt: LoginAttempt): BankAnswer | undefined {
    const { goal, userName } = attempt;
    if (goal.kind !== 'connect' || isUser(userName, 'sbx-late-duplicate')) return undefined;
    const same = this.parts.ledger.findSame(holderOf(attempt));
    return same && { step: 'duplicate', bankLoginId: same.bankLoginId };
  }

  /** The order is authorised, and the bank takes it or refuses it. */
  #pay(attempt: LoginAttempt, moneyTransferId: string): BankAnswer {
    const { orders, clock } = this.parts;
    const isTaken = !isRefused(orders.find(moneyTransferId));
    orders.decide(moneyTransferId, isTaken ? 'authorised' : 'refused', clock.now());
    const payment = this.#paymentOf(orders.find(moneyTransferId));
    return this.#finish(attempt, { step: 'payment', payment });
  }

  /** The bank gives the data away: on to the accounts, or back with what was synchronised. */
  #admit(attempt: LoginAttempt): BankAnswer {
    const { ledger } = this.parts;
    const { attemptId, goal } = attempt;
    if (goal.kind === 'pay') return this.#pay(attempt, goal.moneyTransferId);
    if (goal.kind === 'connect') {
      const accounts = ledger.accountsOf(holderOf(attempt));
      return this.#finish(attempt, { step: 'accounts', attemptId, accounts });
    }
    const { bankLoginId } = goal;
    const renewed = goal.consent === 'renewed';
    if (renewed) ledger.recordRenewal(bankLoginId);
    else ledger.recordSync(bankLoginId, 'manual');
    return this.#finish(attempt, {
      step: 'synchronised',
      login: ledger.get(bankLoginId),
      renewed,
    });
  }

  #finish(attempt: LoginAttempt, result: BankAnswer): BankAnswer {
    delete attempt.challenge;
    attempt.result = result;
    return this.#notify(result);
  }

  #refuse(code: UbaBankErrorCode): BankAnswer {
    return { step: 'refused', code, requestId: this.#requestId() };
  }

  #attempt(attemptId: string): LoginAttempt {
    return this.parts.attempts.find(attemptId);
  }

  #requestId(): string {
    return this.parts.ids.nextRequest();
  }

  /** The answer, after a notification of the change that it stands for. */
  #notify(answer: BankAnswer): BankAnswer {
    this.parts.onChange();
    return answer;
  }
}

const holderOf = ({ bank, userName, accountType }: LoginAttempt) => ({
  bankCode: bank.bankCode,
  userName,
  ...(accountType && { accountType }),
});
