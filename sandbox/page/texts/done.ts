import type { Group } from './language.js';

export const done = {
  title: { de: 'Verbunden', en: 'Connected' },
} satisfies Group;
