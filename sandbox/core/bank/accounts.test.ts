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

  it('gives each account an IBAN of its bank, and an id and an IBAN of its own', () => {
    const all = banks.flatMap((bank) =>
      ['persondemo', 'companydemo', 'depot01', 'persondemo+2'].flatMap((user) =>
        accountsOf(bank, user, undefined, seeded).map((account) => ({ bank, account })),
      ),
    );
    for (const { bank, account } of all) {
      expect(isGermanIban(account.iban)).to.equal(true);
      expect(account.iban.slice(4, 12)).to.equal(bank.bankCode);
      expect(Number.isSafeInteger(Math.round(account.balance * 100))).to.equal(true);
    }
    expect(new Set(all.map(({ account }) => account.accountId)).size).to.equal(all.length);
    expect(new Set(all.map(({ account }) => account.iban)).size).to.equal(all.length);
  });

  it('has accounts of every type that a bank asks for', () => {
    for (const type of accountTypes) {
      for (const user of ['persondemo', 'companydemo', 'depot01']) {
        const offered = accountsOf(interfaceBank, user, type, seeded);
        expect(offered.map((account) => account.type)).to.deep.equal([type]);
      }
    }
  });

  it('gives the same for the same seed, and others for another', () => {
    const of = (seed: string) => accountsOf(scaBank, 'persondemo', undefined, new Seeded(seed));
    expect(of('a')).to.deep.equal(of('a'));
    expect(of('a')).not.to.deep.equal(of('b'));
  });
});
