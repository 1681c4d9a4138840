import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fits, type Shape } from './shape.js';
import { toZod } from './to-zod.js';

describe('fits', () => {
  it('judges a value by its typeof', () => {
    expect(fits('a', 'string')).to.equal(true);
    expect(fits(1, 'string')).to.equal(false);
    expect(fits(Number.NaN, 'number')).to.equal(true);
    expect(fits(0, 'boolean')).to.equal(false);
    expect(fits(undefined, 'any')).to.equal(true);
  });

  it('wants every item of a list to fit, holes included', () => {
    expect(fits([], ['string'])).to.equal(true);
    expect(fits(['a', 1], ['string'])).to.equal(false);
    expect(fits(new Array(2), ['string'])).to.equal(false);
    expect(fits({ 0: 'a', length: 1 }, ['string'])).to.equal(false);
  });

  it('takes absent, undefined and null for an optional key, and none for a required one', () => {
    for (const value of [{}, { a: undefined }, { a: null }]) {
      expect(fits(value, { 'a?': 'string' })).to.equal(true);
      expect(fits(value, { a: 'string' })).to.equal(false);
      expect(fits(value, { a: 'any' })).to.equal(false);
    }
    expect(fits({ a: 1 }, { 'a?': 'string' })).to.equal(false);
  });

  it('lets other keys pass and takes no list for an object', () => {
    expect(fits({ a: 'x', b: 1 }, { a: 'string' })).to.equal(true);
    expect(fits([], {})).to.equal(false);
    expect(fits(null, {})).to.equal(false);
    expect(fits('x', {})).to.equal(false);
  });

  it('does not see inherited keys', () => {
    expect(fits(Object.create({ a: 'x' }), { a: 'string' })).to.equal(false);
  });

  it('accepts and refuses what the zod schema of the same shape does', () => {
    const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
      shape: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<Shape>('string', 'number', 'boolean', 'any'),
        fc.tuple(tie('shape')),
        fc.dictionary(fc.constantFrom('a', 'b', 'c?', 'd?'), tie('shape')),
      ),
    }));
    const value = fc.object({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      values: [fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
      maxDepth: 3,
    });
    fc.assert(
      fc.property(shape, fc.oneof(value, fc.anything()), (aShape, aValue) => {
        // A key and its optional twin in one shape contradict each other.
        expect(fits(aValue, aShape)).to.equal(toZod(aShape).safeParse(aValue).success);
      }),
      { numRuns: 2000 },
    );
  });
});
