/**
 * What a person does in a scenario, in words. Prose of its own: it tells somebody at the screen what to
 * bring about, where `Person` goes by the labels of the controls, several for one act.
 */
import { leadOf, type Scenario, type ScenarioAction } from '@finodigital/uba-sandbox/testing';

export interface Instruction {
  readonly words: string;
  /** The deep link does it, so that the person begins behind it. */
  readonly byLink: boolean;
}

export function instructionsFor(scenario: Scenario): readonly Instruction[] {
  const byLink = leadOf(scenario).length;
  return scenario.does.map((action, index) => ({
    words: wordsOf(action),
    byLink: index < byLink,
  }));
}

function wordsOf(action: ScenarioAction): string {
  switch (action.act) {
    case 'pick-bank':
      return `Pick ${action.bank}`;
    case 'choose-account-type':
      return `Choose the account type “${action.accountType}”`;
    case 'log-in':
      return `Log in as ${action.userName} ${action.pin ? `with PIN ${action.pin}` : 'without a PIN'}`;
    case 'enter-tan':
      return `Enter TAN ${action.tan}`;
    case 'choose-method':
      return `Choose ${action.method}`;
    case 'choose-medium':
      return `Choose the phone ending in ${action.phone}`;
    case 'toggle-account':
      return `Untick account ${action.index + 1}`;
    case 'connect-accounts':
      return 'Connect the accounts';
    case 'approve-on-phone':
      return 'Tools: approve on the simulated phone';
    case 'decline-on-phone':
      return 'Tools: decline on the simulated phone';
    case 'move-clock':
      return `Tools: move the clock by ${duration(action.ms)}`;
    case 'go-to-bank':
      return 'Go to the bank’s own page';
    case 'at-bank':
      return atBank(action.choice, action.userName);
    case 'synchronise':
      return `Update ${action.bank}`;
    case 'disconnect':
      return `Disconnect ${action.bank}`;
    case 'expire-consent':
      return `Tools: let the consent of ${action.bank} expire`;
    case 'revoke-consent':
      return `Tools: revoke the consent of ${action.bank}`;
    default:
      return plain[action.act];
  }
}

const plain = {
  cancel: 'Cancel',
  close: 'Close with ✕',
  back: 'Go back',
  done: 'Press Done',
  retry: 'Try again',
  'add-bank': 'Add a bank',
  'authorise-payment': 'Go on from the check of the payment',
  'confirm-disconnect': 'Confirm',
  'agree-consent': 'Agree to the access',
  'decline-consent': 'Decline the access',
  'bind-on-phone': 'Tools: bind the simulated device',
} as const;

function atBank(choice: 'agree' | 'cancel' | 'refuse' | 'close-window', userName?: string): string {
  const words = {
    agree: 'agree',
    cancel: 'cancel',
    refuse: 'refuse access',
    'close-window': 'close the window',
  };
  return `There: ${words[choice]}${userName ? ` as ${userName}` : ''}`;
}

function duration(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 24 * 60 ? `${minutes} min` : `${minutes / (24 * 60)} days`;
}
