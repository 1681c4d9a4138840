import type { Group } from './language.js';

export const disconnect = {
  title: {
    de: (bank: string) => `${bank} trennen?`,
    en: (bank: string) => `Disconnect ${bank}?`,
  },
  lead: {
    de: (accounts: string) =>
      `Die Freigabe für ${accounts} wird widerrufen. Sie können die Bank jederzeit neu verbinden.`,
    en: (accounts: string) =>
      `The consent for ${accounts} is revoked. You can connect the bank again at any time.`,
  },
  submit: { de: 'Trennen', en: 'Disconnect' },
  busy: { de: 'Wird getrennt …', en: 'Disconnecting …' },
  keep: { de: 'Behalten', en: 'Keep' },
} satisfies Group;
