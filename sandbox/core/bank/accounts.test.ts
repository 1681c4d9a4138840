import { expect } from 'chai';
import { accountTypes } from '../contract/bank-side.js';
import { accountsOf } from './accounts.js';
import { banks, interfaceBank, scaBank } from './banks.js';
import { isGermanIban } from './iban.js';
import { Seeded } from './seeded.js';

const seeded = new Seeded('test');
const names = (userName: string) =>
  accountsOf(scaBank, userName, undefined, seeded).map(({ name }) => name);

describe('accountsOf', () => {
  it('gives each demo user what the documentation says of him', () => {
    expect(names('persondemo')).to.deep.equal(['Girokonto', 'Tagesgeld', 'Kreditkarte']);
    expect(names('companydemo')).to.deep.equal([
      'Geschäftskonto',
      'Rücklagenkonto',
      'Firmenkreditkarte',
    ]);
    expect(names('depot01')).to.deep.equal(['Verrechnungskonto', 'Wertpapierdepot']);
  });

  it('treats an unknown user like persondemo, and user+x like user', () => {
    expect(names('somebody')).to.deep.equal(names('persondemo'));
    expect(names('depot01+2')).to.deep.equal(names('depot01'));
    expect(names('constructor')).to.deep.equal(names('persondemo'));
  });

  it('gives each account the names of its bank, a number of its own, and an IBAN where it has one', () => {
    const all = banks.flatMap((bank) =>
      ['persondemo', 'companydemo', 'depot01', 'persondemo+2'].flatMap((user) =>
        accountsOf(bank, user, undefined, seeded).map((account) => ({ bank, account })),
      ),
    );
    for (const { bank, account } of all) {
      expect(account.bankName).to.equal(bank.shortName);
      expect(account).to.include({ bankCode: bank.bankCode, bic: bank.bic, icon: bank.icon });
      // A card has a number of its own, and a depot is none for payments.
      const hasIban = !['KREDIT_KARTE', 'DEPOT'].includes(account.type);
      expect('iban' in account).to.equal(hasIban);
      const { iban = '' } = account;
      expect(isGermanIban(iban)).to.equal(hasIban);
      if (hasIban) expect(iban.slice(4)).to.equal(bank.bankCode + account.accountNumber);
      expect(Number.isSafeInteger(Math.round(account.balance * 100))).to.equal(true);
    }
    expect(new Set(all.map(({ account }) => account.accountId)).size).to.equal(all.length);
    expect(new Set(all.map(({ account }) => account.accountNumber)).size).to.equal(all.length);
  });

  it('has of each type what the user has, and invents nothing', () => {
    for (const userName of ['persondemo', 'companydemo', 'depot01']) {
      const all = accountsOf(interfaceBank, userName, undefined, seeded);
      for (const type of accountTypes) {
        const offered = accountsOf(interfaceBank, userName, type, seeded);
        expect(offered).to.deep.equal(all.filter((account) => account.type === type));
      }
    }
    expect(accountsOf(interfaceBank, 'depot01', 'KREDIT_KARTE', seeded)).to.deep.equal([]);
  });

  it('gives a depot securities, whose worth is its balance to the cent', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const [depot] = accountsOf(scaBank, 'depot01', 'DEPOT', new Seeded(String(seed)));
      const { balance = 0, securities = [] } = depot ?? {};
      const cents = securities.map(({ amount, quantity, price, isin }) => {
        expect(Math.round(quantity * price * 100)).to.equal(Math.round(amount * 100));
        expect(isIsin(isin), isin).to.equal(true);
        return Math.round(amount * 100);
      });
      expect(cents.length).to.be.greaterThan(2);
      expect(Math.round(balance * 100)).to.equal(cents.reduce((sum, one) => sum + one, 0));
    }
    const [current] = accountsOf(scaBank, 'depot01', 'GIRO', seeded);
    expect(current).not.to.have.property('securities');
  });

  it('gives the same for the same seed, and others for another', () => {
    const of = (seed: string) => accountsOf(scaBank, 'persondemo', undefined, new Seeded(seed));
    expect(of('a')).to.deep.equal(of('a'));
    expect(of('a')).not.to.deep.equal(of('b'));
  });
});

/** ISO 6166: letters count from A = 10, and the sum is Luhn's. */
function isIsin(isin: string): boolean {
  const digits = Array.from(isin, (character) => parseInt(character, 36)).join('');
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
      return total + Math.floor(value / 10) + (value % 10);
    }, 0);
  return /^[A-Z]{2}[A-Z0-9]{9}\d$/.test(isin) && sum % 10 === 0;
}
