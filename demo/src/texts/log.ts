/** The event log and the timeline. */
import type { TextTable } from './language.js';

export const logTexts = {
  message: { de: 'angenommen', en: 'accepted' },
  rejected: { de: 'abgewiesen', en: 'rejected' },
  status: { de: 'Status', en: 'status' },
  error: { de: 'Fehler', en: 'error' },
  page: { de: 'Seite', en: 'page' },
  filter: { de: 'Filtern', en: 'Filter' },
  filterLabel: { de: 'Nach Typ oder Inhalt filtern', en: 'Filter by type or payload' },
  kind: { de: 'Art des Ereignisses', en: 'Kind of event' },
  all: { de: 'Alle', en: 'All' },
  count: {
    de: (count: number) => (count === 1 ? '1 Ereignis' : `${count} Ereignisse`),
    en: (count: number) => (count === 1 ? '1 event' : `${count} events`),
  },
  countOf: {
    de: (shown: number, count: number) => `${shown} von ${count} Ereignissen`,
    en: (shown: number, count: number) => `${shown} of ${count} events`,
  },
  pause: { de: 'Anhalten', en: 'Pause' },
  resume: { de: 'Weiter', en: 'Resume' },
  clear: { de: 'Leeren', en: 'Clear' },
  export: { de: 'Als JSON sichern', en: 'Export JSON' },
  events: { de: 'Ereignisse', en: 'Events' },
  empty: {
    de: 'Noch nichts gehört. Hier erscheint jedes Ereignis, sobald es kommt.',
    en: 'Nothing heard yet. Events appear here as the flow goes on.',
  },
  nothingFits: { de: 'Kein Ereignis passt zum Filter.', en: 'No event fits the filter.' },
  documented: { de: 'dokumentiert', en: 'documented' },
  ours: { de: 'unser Entwurf', en: 'our design' },
  readOn: {
    de: (type: string) => `${type} in der Dokumentation`,
    en: (type: string) => `${type} in the documentation`,
  },
} satisfies TextTable;

export const timelineTexts = {
  where: { de: 'Wo der Ablauf steht', en: 'Where the flow is' },
  load: { de: 'Laden', en: 'Load' },
  bank: { de: 'Bank', en: 'Bank' },
  login: { de: 'Login', en: 'Login' },
  security: { de: 'TAN', en: 'Security' },
  accounts: { de: 'Konten', en: 'Accounts' },
  done: { de: 'Fertig', en: 'Done' },
  ahead: { de: 'steht aus', en: 'to come' },
  running: { de: 'läuft', en: 'running' },
  passed: { de: 'bestanden', en: 'passed' },
  failed: { de: 'gescheitert', en: 'failed' },
  skipped: { de: 'nicht nötig', en: 'not needed' },
  none: { de: 'keine', en: 'none' },
  inAll: { de: (time: string) => `in ${time}`, en: (time: string) => `in ${time}` },
} satisfies TextTable;
