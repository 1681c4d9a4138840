import { expect } from 'chai';
import { accountSummary, linesOf } from './account-summary.js';
import type { UploadedAccount } from './upload-models.js';

const booked = (transactionId: string, amount: number, date: string) => ({
  transactionId,
  amount,
  currency: 'EUR',
  bookingDate: Date.parse(date) / 1000,
  purpose: 'X',
  paymentPartner: { name: 'Y' },
});

const account: UploadedAccount = {
  accountId: 'a',
  type: 'GIRO',
  currency: 'EUR',
  balance: 0.3,
  bankName: 'Банк 🏦',
  iban: 'DE89370400440532013000',
  owner: 'x'.repeat(200),
  transactions: [booked('2', 0.2, '2026-01-05'), booked('1', -0.1, '2025-12-31')],
};

describe('accountSummary', () => {
  it('adds up to the cent, in the words of the language', () => {
    const of = (language: 'de' | 'en') => new Map(linesOf(account, language));
    const german = of('de');
    expect(german.get('Zeitraum')).to.equal('31.12.2025 - 5.1.2026');
    expect(german.get('Anfangssaldo')).to.equal('0,20 €');
    expect(german.get('Eingänge')).to.equal('0,20 €');
    expect(german.get('Ausgänge')).to.equal('-0,10 €');
    expect(german.get('Saldo')).to.equal('0,30 €');
    expect(of('en').get('Opening balance')).to.equal('€0.20');
  });

  it('is a PDF, the same each time, whatever letters are in it', async () => {
    const file = await accountSummary(account, 'de', 0);
    expect(new TextDecoder('latin1').decode(file.slice(0, 5))).to.equal('%PDF-');
    expect(await accountSummary(account, 'de', 0)).to.deep.equal(file);
    expect(await accountSummary(account, 'en', 0)).not.to.deep.equal(file);
    await accountSummary({ ...account, transactions: [], balance: -1e12 }, 'en', 0);
  });
});
