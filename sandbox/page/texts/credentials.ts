import type { Group } from './language.js';

export const login = {
  title: { de: 'Bei Ihrer Bank anmelden', en: 'Log in to your bank' },
  userName: { de: 'Anmeldename', en: 'Username' },
  pin: { de: 'PIN', en: 'PIN' },
  show: { de: 'PIN anzeigen', en: 'Show PIN' },
  hide: { de: 'PIN verbergen', en: 'Hide PIN' },
  showShort: { de: 'Anzeigen', en: 'Show' },
  hideShort: { de: 'Verbergen', en: 'Hide' },
  promise: {
    de: 'Ihre PIN geht nur an Ihre Bank. Sie wird nicht gespeichert.',
    en: 'Your PIN goes to your bank only. It is not stored.',
  },
  submit: { de: 'Anmelden', en: 'Log in' },
  busy: { de: 'Anmeldung läuft\u00a0…', en: 'Logging in\u00a0…' },
  wrong: {
    de: 'Anmeldename oder PIN ist nicht korrekt.',
    en: 'Username or PIN is not correct.',
  },
  /** At the fields, which cannot say which of the two it is. */
  wrongHere: {
    de: 'Anmeldename oder PIN stimmt nicht.',
    en: 'The username or the PIN is wrong.',
  },
  wrongHelp: { de: 'Bitte prüfen:', en: 'Please check:' },
  nameMissing: {
    de: 'Bitte geben Sie Ihren Anmeldenamen ein.',
    en: 'Please enter your username.',
  },
  silence: {
    de: (bank: string) => `${bank} antwortet noch nicht.`,
    en: (bank: string) => `${bank} has not answered yet.`,
  },
  silenceHelp: {
    de: (left: string) => `Wir warten noch ${left}. Sie brauchen nichts zu tun.`,
    en: (left: string) => `We will wait for another ${left}. There is nothing you need to do.`,
  },
} satisfies Group;
