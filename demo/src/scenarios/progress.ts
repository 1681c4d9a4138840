/** How far a person is in a scenario, read off the events that the frame has posted. */
import type { Scenario, ScenarioAction } from '@finodigital/uba-sandbox/testing';

/** What is posted when an act is done; an act without an entry is done when a later one is. */
const signs: { readonly [act in ScenarioAction['act']]?: readonly string[] } = {
  'pick-bank': ['bank-select'],
  'log-in': ['bank-login'],
  'enter-tan': ['TAN_CHALLENGE_SUBMIT'],
  'choose-method': ['state'],
  'choose-medium': ['state'],
  'agree-consent': ['BANK_ACCOUNT_SELECT', 'BANK_SYNC_SUCCESS'],
  'decline-consent': ['BANK_LOGIN_ABORT', 'BANK_SYNC_ERROR'],
  'toggle-account': ['BANK_ACCOUNT_SELECT_TOGGLE'],
  'connect-accounts': ['BANK_ACCOUNT_SELECT_SUCCESS', 'BANK_ACCOUNT_SELECT_ERROR'],
  'authorise-payment': ['state'],
  cancel: ['BANK_LOGIN_ABORT', 'BANK_SYNC_ERROR', 'EXIT'],
  close: ['EXIT'],
  'add-bank': ['BANK_SEARCH_INIT'],
  'approve-on-phone': ['TAN_CHALLENGE_SUCCESS'],
  'decline-on-phone': ['TAN_CHALLENGE_ERROR'],
  'go-to-bank': ['bank-redirect'],
  'at-bank': ['handle-redirect', 'BANK_REDIRECT_ERROR'],
  synchronise: ['bank-sync'],
  'confirm-disconnect': ['bank-disconnect'],
};

/**
 * How many of a scenario's acts are done.
 *
 * @param heard the types of the events so far, in order
 */
export function actsDone({ does, events }: Scenario, heard: readonly string[]): number {
  if (heard.length >= events.length) return does.length;
  let done = 0;
  let from = 0;
  for (const [index, { act }] of does.entries()) {
    const wanted = signs[act];
    if (!wanted) continue;
    const found = heard.findIndex((type, at) => at >= from && wanted.includes(type));
    if (found < 0) break;
    from = found + 1;
    done = index + 1;
  }
  return done;
}
