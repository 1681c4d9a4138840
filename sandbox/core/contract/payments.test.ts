import { expect } from 'chai';
import { readSubject, subjectOf, sumsOf, writeSubject } from './payments.js';

const transfer = (amount: number, currency = 'EUR', name = 'Möbelhaus Beispiel') => ({
  amount,
  currency,
  creditor: { name, iban: 'DE95900000994711081500' },
  purpose: '',
});

describe('sumsOf', () => {
  it('adds up to the cent, for each currency', () => {
    expect(sumsOf([transfer(0.1), transfer(0.2)])).to.deep.equal([
      { amount: 0.3, currency: 'EUR' },
    ]);
    expect(sumsOf([transfer(1), transfer(2, 'USD'), transfer(3)])).to.deep.equal([
      { amount: 4, currency: 'EUR' },
      { amount: 2, currency: 'USD' },
    ]);
    expect(sumsOf([])).to.deep.equal([]);
  });
});

describe('the subject of a payment', () => {
  it('names the payee of one transfer, and the number of several', () => {
    expect(subjectOf([transfer(249.9)])).to.deep.equal({
      sums: [{ amount: 249.9, currency: 'EUR' }],
      count: 1,
      payee: 'Möbelhaus Beispiel',
    });
    expect(subjectOf([transfer(1), transfer(2)])).to.deep.equal({
      sums: [{ amount: 3, currency: 'EUR' }],
      count: 2,
    });
  });

  it('comes out of a URL as it went in', () => {
    for (const transfers of [
      [transfer(249.9, 'EUR', 'Müller & Söhne = 100 %')],
      [transfer(1.5), transfer(20), transfer(7, 'USD')],
      [transfer(999_999_999.99)],
    ]) {
      const params = new URLSearchParams();
      writeSubject(params, transfers);
      expect(readSubject(new URLSearchParams(params.toString()))).to.deep.equal(
        subjectOf(transfers),
      );
    }
  });

  it('that anybody has written into a URL shows no amount that is none', () => {
    for (const sum of ['', 'NaN EUR', '1e9 EUR', '-5 EUR', '5', '5 eur', '5.001 EUR', '5 EUR x']) {
      const params = new URLSearchParams({ sum, transfers: 'many' });
      expect(readSubject(params), sum).to.deep.equal({ sums: [], count: 1 });
    }
  });
});
