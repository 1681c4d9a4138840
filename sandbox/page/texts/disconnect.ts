import type { Group } from './language.js';

export const disconnect = {
  title: {
    de: (bank: string) => `Verbindung zu ${bank} trennen?`,
    en: (bank: string) => `Disconnect from ${bank}?`,
  },
  lead: {
    de: (accounts: string) =>
      `Damit widerrufen Sie den Zugriff auf ${accounts}. Sie können die Bank jederzeit neu verbinden.`,
    en: (accounts: string) =>
      `This withdraws the consent for ${accounts}. You can connect the bank again at any time.`,
  },
  submit: { de: 'Verbindung trennen', en: 'Disconnect' },
  busy: { de: 'Wird getrennt\u00a0…', en: 'Disconnecting\u00a0…' },
  keep: { de: 'Verbindung behalten', en: 'Keep the connection' },
} satisfies Group;
