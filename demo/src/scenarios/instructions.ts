/**
 * What a person does in a scenario, in words. Prose of its own: it tells somebody at the screen what to
 * bring about, where `Person` goes by the labels of the controls, several for one act.
 */
import { leadOf, type Scenario, type ScenarioAction } from '@finodigital/uba-sandbox/testing';
import { wordsOf } from '../texts/language.js';
import { instructionTexts } from '../texts/pages.js';

const t = wordsOf(instructionTexts);

export interface Instruction {
  readonly words: string;
  /** The deep link does it, so that the person begins behind it. */
  readonly byLink: boolean;
}

export function instructionsFor(scenario: Scenario): readonly Instruction[] {
  const byLink = leadOf(scenario).length;
  return scenario.does.map((action, index) => ({
    words: wordsFor(action),
    byLink: index < byLink,
  }));
}

function wordsFor(action: ScenarioAction): string {
  switch (action.act) {
    case 'pick-bank':
      return t.pickBank(action.bank);
    case 'choose-account-type':
      return t.chooseType(action.accountType);
    case 'log-in':
      return t.logIn(action.userName, action.pin);
    case 'enter-tan':
      return t.enterTan(action.tan);
    case 'choose-method':
      return t.chooseMethod(action.method);
    case 'choose-medium':
      return t.choosePhone(action.phone);
    case 'toggle-account':
      return t.toggle(action.index + 1);
    case 'move-clock':
      return t.moveClock(duration(action.ms));
    case 'at-bank':
      return atBank(action.choice, action.userName);
    case 'synchronise':
      return t.synchronise(action.bank);
    case 'disconnect':
      return t.disconnect(action.bank);
    case 'expire-consent':
      return t.expire(action.bank);
    case 'revoke-consent':
      return t.revoke(action.bank);
    default:
      return plain[action.act];
  }
}

const plain = {
  cancel: t.cancel,
  close: t.close,
  back: t.back,
  done: t.finish,
  retry: t.retry,
  'add-bank': t.addBank,
  'authorise-payment': t.authorise,
  'confirm-disconnect': t.confirm,
  'connect-accounts': t.connect,
  'agree-consent': t.agreeConsent,
  'decline-consent': t.declineConsent,
  'approve-on-phone': t.approve,
  'decline-on-phone': t.decline,
  'bind-on-phone': t.bind,
  'go-to-bank': t.goToBank,
} as const;

const choices = {
  agree: t.agree,
  cancel: t.cancelThere,
  refuse: t.refuse,
  'close-window': t.closeWindow,
} as const;

function atBank(choice: keyof typeof choices, userName?: string): string {
  return userName ? t.asUser(choices[choice], userName) : t.there(choices[choice]);
}

function duration(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 24 * 60 ? t.minutes(minutes) : t.days(minutes / (24 * 60));
}
