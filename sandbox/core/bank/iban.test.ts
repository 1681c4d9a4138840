import { expect } from 'chai';
import * as fc from 'fast-check';
import { germanIban, isGermanIban } from './iban.js';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

describe('germanIban', () => {
  it('makes the IBAN that the banks’ own example makes', () => {
    // Source: Deutsche Bundesbank, IBAN rules, "Standard-IBAN-Regel".
    expect(germanIban('37040044', '532013000')).to.equal('DE89370400440532013000');
  });

  it('has a right check sum, and the bank code at digits 5 to 12', () => {
    fc.assert(
      fc.property(digits(8), digits(10), (bankCode, account) => {
        const iban = germanIban(bankCode, account);
        expect(isGermanIban(iban)).to.equal(true);
        expect(iban.slice(4)).to.equal(bankCode + account);
      }),
    );
  });
});

describe('isGermanIban', () => {
  it('refuses every IBAN with one digit changed', () => {
    fc.assert(
      fc.property(
        digits(10),
        fc.integer({ min: 4, max: 21 }),
        fc.integer({ min: 1, max: 9 }),
        (account, at, by) => {
          const iban = germanIban('90000001', account);
          const digit = (Number(iban[at]) + by) % 10;
          expect(isGermanIban(`${iban.slice(0, at)}${digit}${iban.slice(at + 1)}`)).to.equal(false);
        },
      ),
    );
  });

  it('refuses what has not the form of one', () => {
    for (const text of ['', 'DE', 'DE89 3704 0044 0532 0130 00', 'FR1420041010050500013M02606']) {
      expect(isGermanIban(text)).to.equal(false);
    }
  });
});
