import { common } from './common.js';
import type { Group, Words } from './language.js';
import { overview } from './overview.js';

/** What a user can do: the same bank once more, renew its consent, or take another bank. */
export type Remedy = 'again' | 'renew' | 'other-bank';

/** The labels of the buttons. */
export const remedies = {
  again: { de: 'Erneut versuchen', en: 'Try again' },
  renew: overview.renew,
  'other-bank': common.anotherBank,
} satisfies Record<Remedy, Words>;

export const retry = { again: remedies.again } satisfies Group;
