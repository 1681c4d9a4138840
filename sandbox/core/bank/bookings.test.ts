import { expect } from 'chai';
import * as fc from 'fast-check';
import { day, hour, minute } from '../contract/durations.js';
import { centsOf } from '../contract/money.js';
import { accountsOf } from './accounts.js';
import { interfaceBank, scaBank } from './banks.js';
import { balanceOf, statementOf, type Synced, type Transaction } from './bookings.js';
import { creditorIdOf } from './iban.js';
import { Seeded } from './seeded.js';

/** `npm run proof -- amounts` makes it 10,000. */
const histories = Number(process.env.HISTORIES ?? 1000);

const start = Date.UTC(2026, 0, 5, 9);
const connected: Synced = {
  connectedAt: start,
  automaticUntil: start,
  manualSyncs: [],
  lastSynchronization: start,
};

const bookedOf = (userName: string, seeded: Seeded, bank = scaBank) =>
  accountsOf(bank, userName, undefined, seeded).map((account) => ({
    account,
    userName,
    payments: [],
  }));

const cents = (transactions: readonly Transaction[]): number =>
  transactions.reduce((sum, { amount }) => sum + centsOf(amount), 0);

/** What a synchronisation does to a bank login. */
const after = (synced: Synced, at: number, cause: 'manual' | 'automatic'): Synced =>
  cause === 'automatic'
    ? { ...synced, automaticUntil: at, lastSynchronization: at }
    : { ...synced, manualSyncs: [...synced.manualSyncs, at], lastSynchronization: at };

const [current = expect.fail(), savings = expect.fail(), creditCard = expect.fail()] = bookedOf(
  'persondemo',
  new Seeded('seed'),
);
const seeded = new Seeded('seed');
const statement = (synced: Synced, before?: Synced) => statementOf(seeded, current, synced, before);

describe('statementOf', () => {
  it('gives 90 days of a current account: salary, rent, direct debits, cards and cash', () => {
    const { transactions } = statement(connected);
    const dates = transactions.map(({ bookingDate }) => bookingDate * 1000);
    expect(Math.min(...dates)).to.be.within(start - 90 * day, start - 87 * day);
    expect(Math.max(...dates)).to.be.within(start - 4 * day, start);
    expect(dates).to.deep.equal([...dates].sort((a, b) => b - a));
    const of = (text: string) => transactions.filter(({ bookingText }) => bookingText === text);
    expect(of('Lohn, Gehalt')).to.have.lengthOf(3);
    expect(new Set(of('Lohn, Gehalt').map(({ amount }) => amount)).size).to.equal(1);
    expect(transactions.filter(({ purpose }) => purpose === 'Miete')).to.have.lengthOf(3);

    for (const { merchantCategoryCode } of of('Kartenzahlung')) {
      expect(merchantCategoryCode).to.match(/^\d{4}$/);
    }
    expect(of('Barauszahlung').length).to.be.greaterThan(1);
    for (const { paymentPartner, mref, eref } of of('Lastschrift')) {
      expect(paymentPartner.creditorId).to.match(/^DE\d{2}ZZZ\d{11}$/);
      expect(mref).to.match(/^M\d{10}$/);
      expect(eref).to.match(/^E\d{12}$/);
    }
    const debits = of('Lastschrift').filter(({ purpose }) => purpose === 'Streaming Abo');
    expect(new Set(debits.map(({ mref }) => mref)).size).to.equal(1);
    expect(new Set(debits.map(({ eref }) => eref)).size).to.equal(debits.length);
  });

  it('gives companies, savings, cards and depots what belongs to them', () => {
    const kinds = (userName: string) =>
      bookedOf(userName, seeded).map((booked) => ({
        type: booked.account.type,
        transactions: statementOf(seeded, booked, connected).transactions,
      }));
    const [business] = kinds('companydemo');
    expect(business?.transactions.map(({ purpose }) => purpose)).to.include.members([
      'Löhne und Gehälter',
      'Umsatzsteuer Vorauszahlung',
    ]);
    const [clearing, depot] = kinds('depot01');
    expect(clearing?.transactions.map(({ purpose }) => purpose)).to.include('Dividende');
    expect(depot).to.deep.equal({ type: 'DEPOT', transactions: [] });
    expect(statementOf(seeded, savings, connected).transactions.length).to.be.within(5, 7);
    const cards = statementOf(seeded, creditCard, connected).transactions;
    expect(cards.length).to.be.greaterThan(50);
  });

  it('gives each booking an id of its own, on all accounts', () => {
    const synced = [1, 2, 3].reduce((one, i) => after(one, start + i * hour, 'manual'), connected);
    const ids = ['persondemo', 'companydemo', 'depot01', 'persondemo+2'].flatMap((userName) =>
      [scaBank, interfaceBank].flatMap((bank) =>
        bookedOf(userName, seeded, bank).flatMap((booked) =>
          statementOf(seeded, booked, synced).transactions.map((one) => one.transactionId),
        ),
      ),
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('adds one to three bookings with each synchronisation by hand, to the current account alone', () => {
    const counts = new Set<number>();
    let synced = connected;
    for (let i = 0; i < 40; i += 1) {
      const before = synced;
      const at = start + i * minute;
      synced = after(before, at, 'manual');
      const { transactions } = statement(synced, before);
      counts.add(transactions.length);
      expect(transactions.every(({ bookingDate }) => bookingDate * 1000 === at)).to.equal(true);
      for (const other of [savings, creditCard]) {
        expect(statementOf(seeded, other, synced, before).transactions).to.deep.equal([]);
      }
    }
    expect([...counts].sort()).to.deep.equal([1, 2, 3]);
  });

  it('adds at most one booking a day by itself, however many days a synchronisation is late', () => {
    for (const booked of [current, savings, creditCard]) {
      const late = after(connected, start + 365 * day, 'automatic');
      const { transactions } = statementOf(seeded, booked, late, connected);
      const daysOf = transactions.map(({ bookingDate }) => Math.floor((bookingDate * 1000) / day));
      expect(new Set(daysOf).size).to.equal(daysOf.length);
      let synced = connected;
      const oneByOne = Array.from({ length: 730 }, (_, i) => {
        const before = synced;
        synced = after(before, start + (i + 1) * 12 * hour, 'automatic');
        return statementOf(seeded, booked, synced, before).transactions;
      });
      expect(oneByOne.reverse().flat()).to.deep.equal(transactions);
    }
  });

  it('books the same for the same seed, and another for another', () => {
    const of = (seed: string) => {
      const [booked = expect.fail()] = bookedOf('fino01', new Seeded(seed));
      return statementOf(new Seeded(seed), booked, connected);
    };
    expect(of('a')).to.deep.equal(of('a'));
    expect(of('a')).not.to.deep.equal(of('b'));
  });

  it(`adds up to the cent, and changes nothing that was seen, over ${histories} histories`, function () {
    this.timeout(120_000);
    const history = fc.record({
      seed: fc.string({ maxLength: 6 }),
      userName: fc.constantFrom('persondemo', 'companydemo', 'depot01'),
      which: fc.integer({ min: 0, max: 2 }),
      syncs: fc.array(
        fc.record({
          wait: fc.integer({ min: 0, max: 5 * day }),
          cause: fc.constantFrom('manual', 'automatic'),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(history, ({ seed, userName, which, syncs }) => {
        const own = new Seeded(seed);
        const all = bookedOf(userName, own);
        const booked = all[which % all.length] ?? expect.fail();
        const seen = statementOf(own, booked, connected);
        const opening = centsOf(seen.balance) - cents(seen.transactions);
        let balance = centsOf(seen.balance);
        let now = start;
        let synced = connected;
        const texts = seen.transactions.map(asText);
        for (const { wait, cause } of syncs) {
          now += wait;
          const before = synced;
          synced = after(synced, now, cause);
          const news = statementOf(own, booked, synced, before);
          balance += cents(news.transactions);
          expect(centsOf(news.balance)).to.equal(balance);
          texts.push(...news.transactions.map(asText));
        }
        const { transactions, balance: closing } = statementOf(own, booked, synced);
        expect(opening + cents(transactions)).to.equal(centsOf(closing));
        // All that was seen on the way, as it was seen, and nothing else.
        expect(transactions.map(asText).sort().join()).to.equal(texts.sort().join());
        expect(balanceOf(own, booked, synced)).to.equal(closing);
      }),
      { numRuns: histories },
    );
  });
});

const asText = (transaction: Transaction): string => JSON.stringify(transaction);

describe('creditorIdOf', () => {
  it('gives the example of the Bundesbank its check digits', () => {
    expect(creditorIdOf('09999999999')).to.equal('DE98ZZZ09999999999');
  });
});
