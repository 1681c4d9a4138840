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
export function germanIban(bankCode: string, accountNumber: string): string {
  const account = accountNumber.padStart(10, '0');
  const check = 98 - remainder(`DE00${bankCode}${account}`);
  return `DE${String(check).padStart(2, '0')}${bankCode}${account}`;
}

/** Whether it has the form and the check sum of a German IBAN, without spaces. */
export const isGermanIban = (iban: string): boolean =>
  /^DE\d{20}$/.test(iban) && remainder(iban) === 1;
