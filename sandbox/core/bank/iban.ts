/** German IBANs: DE, two check digits, eight of the bank code, ten of the account. */

/** ISO 7064 MOD 97-10 over the rearranged number, where letters count from A = 10. */
function remainder(iban: string): number {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** @param accountNumber at most ten digits */
export const germanIban = (bankCode: string, accountNumber: string): string =>
  `DE${checkDigits(bankCode + accountNumber.padStart(10, '0'))}${bankCode}${accountNumber.padStart(10, '0')}`;

/** The id of a German creditor; its check digits leave the business code ZZZ out. @param number 11 digits */
export const creditorIdOf = (number: string): string => `DE${checkDigits(number)}ZZZ${number}`;

const checkDigits = (rest: string): string =>
  String(98 - remainder(`DE00${rest}`)).padStart(2, '0');

/** The form of an IBAN of any country, without spaces. */
export const ibanForm = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Whether it has the form and the check sum of an IBAN of any country, without spaces. */
export const isIban = (iban: string): boolean =>
  ibanForm.test(iban) && (iban.startsWith('DE') ? isGermanIban(iban) : remainder(iban) === 1);

/** Whether it has the form and the check sum of a German IBAN, without spaces. */
export const isGermanIban = (iban: string): boolean =>
  /^DE\d{20}$/.test(iban) && remainder(iban) === 1;
