/** The words of the panel, which is a tool for developers and no part of UBA. */
import type { PaymentStatus } from '../../core/contract/payments.js';
import type { Bilingual, InOneLanguage, Words } from './language.js';

export const panelTable = {
  panel: {
    title: { de: 'Sandbox-Werkzeuge', en: 'Sandbox tools' },
    close: { de: 'Werkzeuge schließen', en: 'Close tools' },
  },
  phone: {
    title: { de: 'Simuliertes Telefon', en: 'Simulated phone' },
    empty: { de: 'Nichts zu tun.', en: 'Nothing to do.' },
    asks: {
      de: (bank: string) => `${bank}: Zugriff für fino freigeben?`,
      en: (bank: string) => `${bank}: approve access for fino?`,
    },
    asksToPay: {
      de: (bank: string, payment: string) => `${bank}: ${payment} freigeben?`,
      en: (bank: string, payment: string) => `${bank}: approve ${payment}?`,
    },
    tanToPay: {
      de: (bank: string, method: string, payment: string) =>
        `${bank}, ${method}: Ihre TAN für ${payment} ist`,
      en: (bank: string, method: string, payment: string) =>
        `${bank}, ${method}: your TAN for ${payment} is`,
    },
    unknown: {
      de: (bank: string) => `${bank} kennt dieses Gerät nicht.`,
      en: (bank: string) => `${bank} does not know this device.`,
    },
    bind: { de: 'Gerät neu registrieren', en: 'Register the device' },
    approve: { de: 'Freigeben', en: 'Approve' },
    decline: { de: 'Ablehnen', en: 'Decline' },
    tan: {
      de: (bank: string, method: string) => `${bank}, ${method}: Ihre TAN ist`,
      en: (bank: string, method: string) => `${bank}, ${method}: your TAN is`,
    },
  },
  clock: {
    title: { de: 'Uhr', en: 'Clock' },
    minute: { de: '+1\u00a0Min.', en: '+1\u00a0min' },
    minutes: { de: '+5\u00a0Min.', en: '+5\u00a0min' },
    hour: { de: '+1\u00a0Std.', en: '+1\u00a0h' },
    day: { de: '+1\u00a0Tag', en: '+1\u00a0day' },
    days: { de: '+90\u00a0Tage', en: '+90\u00a0days' },
  },
  orders: {
    title: { de: 'Zahlungen', en: 'Payments' },
    executes: {
      de: (at: string) => `führt die Bank am ${at} aus`,
      en: (at: string) => `the bank executes it on ${at}`,
    },
    executed: {
      de: (at: string) => `ausgeführt am ${at}`,
      en: (at: string) => `executed on ${at}`,
    },
  },
  orderStatus: {
    OPEN: { de: 'wartet auf die Freigabe', en: 'waiting for approval' },
    PENDING: { de: 'bei der Bank', en: 'with the bank' },
    SUCCESSFUL: { de: 'ausgeführt', en: 'executed' },
    NOT_SUCCESSFUL: { de: 'abgelehnt', en: 'refused' },
    DISCARDED: { de: 'verworfen', en: 'discarded' },
  } satisfies Record<PaymentStatus, Words>,
  connections: {
    title: { de: 'Einwilligungen', en: 'Consents' },
    empty: { de: 'Noch keine Verbindung.', en: 'No connection yet.' },
    expire: { de: 'Ablaufen lassen', en: 'Expire' },
    revoke: { de: 'Bei der Bank widerrufen', en: 'Revoke at the bank' },
  },
  consent: {
    valid: {
      de: (until: string) => `gültig bis ${until}`,
      en: (until: string) => `valid until ${until}`,
    },
    expired: {
      de: (since: string) => `abgelaufen ${since}`,
      en: (since: string) => `expired ${since}`,
    },
    revoked: { de: () => 'bei der Bank widerrufen', en: () => 'revoked at the bank' },
  },
  latency: {
    title: { de: 'Antwortzeit der Bank', en: 'The bank’s response time' },
    none: { de: 'keine', en: 'none' },
  },
  scenarios: {
    title: { de: 'Szenarien', en: 'Scenarios' },
    running: { de: 'läuft', en: 'running' },
  },
  events: {
    title: { de: 'Ereignisse', en: 'Events' },
    empty: { de: 'Noch keines.', en: 'None yet.' },
    documented: { de: 'dokumentiert', en: 'documented' },
    ours: { de: 'unser Entwurf', en: 'our design' },
    export: { de: 'Als JSON speichern', en: 'Save as JSON' },
  },
  reset: {
    title: { de: 'Zurücksetzen', en: 'Reset' },
    words: {
      de: 'Vergisst Verbindungen, Sperren und die Uhr und beginnt von vorn.',
      en: 'Forgets connections, locks and the clock, and starts again.',
    },
    do: { de: 'Sandbox zurücksetzen', en: 'Reset the sandbox' },
  },
} satisfies Bilingual;

export type PanelTexts = InOneLanguage<typeof panelTable>;
