/** Makes a call of the bank side: the call as data in, the answer as a fact out. */
import type { BankSide, BankAnswer } from '../contract/bank-side.js';
import type { BankCall, Fact } from './flow-state.js';

/** A call that the bank answers with the next step. */
type StepCall = Extract<BankCall, { call: StepName }>;
type StepName = {
  [Name in keyof BankSide]: ReturnType<BankSide[Name]> extends Promise<BankAnswer> ? Name : never;
}[keyof BankSide];

const otherCalls: readonly BankCall['call'][] = [
  'openSession',
  'extendSession',
  'findBanks',
  'logins',
  'disconnect',
  'abort',
  'payment',
  'discard',
] satisfies Exclude<BankCall['call'], StepName>[];

export const isStepCall = (call: BankCall): call is StepCall => !otherCalls.includes(call.call);

/** Makes the call; `undefined` where the answer means nothing. Rejects where the bank side does. */
export async function askBank(bankSide: BankSide, call: BankCall): Promise<Fact | undefined> {
  switch (call.call) {
    case 'openSession':
    case 'extendSession':
      return { type: 'session', session: await bankSide[call.call]() };
    case 'findBanks': {
      const [query] = call.with;
      return { type: 'banks', query, banks: await bankSide.findBanks(query) };
    }
    case 'logins':
      return { type: 'logins', logins: await bankSide.logins() };
    case 'disconnect': {
      const [bankLoginId] = call.with;
      await bankSide.disconnect(bankLoginId);
      return { type: 'disconnected', bankLoginId };
    }
    case 'payment':
    case 'discard':
      return { type: 'payment', payment: await bankSide[call.call]() };
    case 'abort':
      await bankSide.abort(...call.with);
      return undefined;
    default:
      return { type: 'step', step: await nextStep(bankSide, call) };
  }
}

function nextStep(bankSide: BankSide, call: StepCall): Promise<BankAnswer> {
  switch (call.call) {
    case 'logIn':
      return bankSide.logIn(...call.with);
    case 'startRedirect':
      return bankSide.startRedirect(...call.with);
    case 'finishRedirect':
      return bankSide.finishRedirect(...call.with);
    case 'chooseMethod':
      return bankSide.chooseMethod(...call.with);
    case 'chooseMedium':
      return bankSide.chooseMedium(...call.with);
    case 'renewChallenge':
      return bankSide.renewChallenge(...call.with);
    case 'answerChallenge':
      return bankSide.answerChallenge(...call.with);
    case 'pollChallenge':
      return bankSide.pollChallenge(...call.with);
    case 'giveConsent':
      return bankSide.giveConsent(...call.with);
    case 'connect':
      return bankSide.connect(...call.with);
    case 'synchronise':
      return bankSide.synchronise(...call.with);
    case 'authorise':
      return bankSide.authorise();
  }
}
