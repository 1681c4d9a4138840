/** All words of the sandbox, from one file for each screen, in the language of the user. */
import { accountType, accountTypeNames, accountTypes } from './account-type.js';
import { accounts } from './accounts.js';
import { atBank } from './at-bank.js';
import { common, tools, steps, session } from './common.js';
import { conflict } from './conflict.js';
import { consent } from './consent.js';
import { login } from './credentials.js';
import { decoupled } from './decoupled.js';
import { disconnect } from './disconnect.js';
import { done } from './done.js';
import { exited } from './exited.js';
import { fatal } from './fatal.js';
import { goBack, leave } from './leave.js';
import { leaving } from './leaving.js';
import { medium } from './medium.js';
import { method, methodNames, methodNeeds } from './method.js';
import { overview, status } from './overview.js';
import { pay } from './pay.js';
import { redirect } from './redirect-info.js';
import { remedies, retry } from './retry.js';
import { search } from './search.js';
import { syncing } from './syncing.js';
import { tan, flicker } from './tan.js';
import { formatsOf, wordsIn } from './language.js';
import type { Bilingual, Formats, InOneLanguage, Lang } from './language.js';

export { wordsIn, type Lang } from './language.js';

/** Of every screen, but for those of a payment, of the bank's page and of the tools. */
export const table = {
  common,
  tools,
  steps,
  session,
  search,
  accountType,
  accountTypes,
  accountTypeNames,
  login,
  method,
  methodNames,
  methodNeeds,
  medium,
  tan,
  flicker,
  decoupled,
  redirect,
  atBank,
  consent,
  accounts,
  conflict,
  done,
  pay,
  overview,
  status,
  disconnect,
  syncing,
  retry,
  remedies,
  fatal,
  leave,
  goBack,
  leaving,
  exited,
} satisfies Bilingual;

/** The words of one language, grouped by screen. */
export type Texts = InOneLanguage<typeof table>;

/** A language: its words, and how it writes amounts, times and durations. */
export interface Language extends Formats {
  readonly lang: Lang;
  readonly t: Texts;
}

/** The first language of the list that the sandbox has, with its region; English where none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  const tag = wanted.find((candidate) => /^(de|en)(-|$)/i.test(candidate)) ?? 'en';
  const lang: Lang = /^de/i.test(tag) ? 'de' : 'en';
  const t = wordsIn(table, lang);
  return { lang, t, ...formatsOf(tag, { today: t.overview.today, minutes: t.common.minutes }) };
}
