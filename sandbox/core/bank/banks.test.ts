import { expect } from 'chai';
import { accountsOf } from './accounts.js';
import { bankByCode, banks, findBanks, scaBank } from './banks.js';
import { Seeded } from './seeded.js';

/** Relative luminance of a hex colour. Source: WCAG 2.2. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const names = (query: string) => findBanks(query).map(({ shortName }) => shortName);

describe('the banks', () => {
  it('are eight, with fictional bank codes and marks of their own', () => {
    expect(banks.map(({ bankCode }) => bankCode)).to.deep.equal(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `9000000${number}`),
    );
    expect(new Set(banks.map(({ mark }) => mark.color)).size).to.equal(8);
    expect(new Set(banks.map(({ bic }) => bic)).size).to.equal(8);
  });

  it('have marks on which white letters can be read', () => {
    for (const { mark, shortName } of banks) {
      expect(1.05 / (luminance(mark.color) + 0.05), shortName).to.be.at.least(4.5);
    }
  });
});

describe('findBanks', () => {
  it('finds all for an empty query, the SCA Bank first', () => {
    expect(findBanks(' ')).to.deep.equal(banks);
    expect(names('Fino Bank')[0]).to.equal('fino SCA Bank');
    expect(names('Fino Bank')).to.have.length(8);
  });

  it('finds by words of the name, in any case and order', () => {
    expect(names('bank redirect')).to.deep.equal(['fino Redirect Bank']);
    expect(names('SLOW')).to.deep.equal(['fino Slow Bank']);
  });

  it('finds by bank code, with spaces or without, by the beginning of one, and by BIC', () => {
    expect(names('90000004')).to.deep.equal(['fino TAN-Methods Bank']);
    expect(names('900 000 04')).to.deep.equal(['fino TAN-Methods Bank']);
    expect(names('9000')).to.have.length(8);
    expect(names('finode05')).to.deep.equal(['fino Error Bank']);
  });

  it('finds by an IBAN, whole or begun, with spaces or without', () => {
    const [account] = accountsOf(scaBank, 'persondemo', undefined, new Seeded('test'));
    const iban = account?.iban ?? '';
    expect(names(iban)).to.deep.equal(['fino SCA Bank']);
    expect(names(iban.toLowerCase().replace(/(.{4})/g, '$1 '))).to.deep.equal(['fino SCA Bank']);
    expect(names(iban.slice(0, 12))).to.deep.equal(['fino SCA Bank']);
    expect(names(iban.slice(0, 8))).to.have.length(8);
    expect(names('DE89 3704 0044 0532 0130 00')).to.deep.equal([]);
  });

  it('finds none for what is nowhere', () => {
    expect(names('Sparkasse')).to.deep.equal([]);
  });
});

describe('bankByCode', () => {
  it('throws for a code that no bank has, without naming it', () => {
    expect(() => bankByCode('12345678'))
      .to.throw()
      .with.property('message')
      .that.does.not.include('12345678');
  });
});
