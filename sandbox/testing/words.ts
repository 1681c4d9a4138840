/** The words on all screens, by which a test finds the controls. */
import { bankTable } from '../page/texts/bank-page.js';
import { chooseLanguage, wordsIn, type Lang } from '../page/texts/index.js';
import { panelTable } from '../page/texts/panel.js';
import { paymentTable } from '../page/texts/payment.js';

/**
 * The words of UBA's page (`sandbox`), of its panel of tools (`panel`) and of the bank's own page
 * (`bank`), by screen and name: `wordsFor('en').sandbox.login.submit` is “Log in”. Where a word
 * depends on a number or a name, it is a function of it.
 */
export function wordsFor(lang: Lang) {
  return {
    sandbox: { ...chooseLanguage([lang]).t, ...wordsIn(paymentTable, lang) },
    panel: wordsIn(panelTable, lang),
    bank: wordsIn(bankTable, lang).page,
  };
}

export type Words = ReturnType<typeof wordsFor>;
