import { expect } from 'chai';
import { Seeded } from './seeded.js';

describe('Seeded', () => {
  it('gives the same for the same seed and purpose, whatever was asked before', () => {
    const one = new Seeded('seed');
    const other = new Seeded('seed');
    other.id('something', 'else');
    expect(other.id('account', 1)).to.equal(one.id('account', 1));
    expect(other.digits(10, 'iban')).to.equal(one.digits(10, 'iban'));
  });

  it('gives another for another seed or purpose', () => {
    const ids = [
      ...Array.from({ length: 2_000 }, (_, number) => new Seeded('seed').id('account', number)),
      new Seeded('seed').id('account', '1', '1'),
      new Seeded('other').id('account', 1),
    ];
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('gives ids in the form of random UUIDs', () => {
    expect(new Seeded('seed').id('account')).to.match(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('keeps within the bounds it is given, and reaches both', () => {
    const seeded = new Seeded('seed');
    const numbers = Array.from({ length: 200 }, (_, number) => seeded.between(-2, 2, number));
    expect(Math.min(...numbers)).to.equal(-2);
    expect(Math.max(...numbers)).to.equal(2);
  });
});
