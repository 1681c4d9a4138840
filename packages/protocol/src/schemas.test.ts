import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { errorCodes, messageShapes, messageTypes, resizeShape } from './messages.js';
import { errorCodeSchema, messageSchema, messageSchemas, resizeSchema } from './schemas.js';
import { fits } from './shape.js';

/** Values that come close to a payload, so that both verdicts occur. */
const payload = fc.object({
  key: fc.constantFrom(
    'bank',
    'bankCode',
    'accountIds',
    'bankLoginId',
    'accounts',
    'url',
    'reason',
    'code',
    'version',
    'height',
  ),
  values: [fc.string(), fc.integer(), fc.constant(null), fc.constant(undefined), fc.boolean()],
  maxDepth: 3,
});
const whole = fc.constantFrom(
  { bank: {} },
  { bank: { bankCode: '1', shortName: 'b', icon: 'i', more: 1 } },
  { accountIds: ['a'], bankLoginId: 'b' },
  { accountIds: [], bankLoginId: '' },
  { accounts: [{}, null] },
  { url: 'https://a.test' },
  { url: 'https://a.test', reason: null },
  { url: 'HTTP://a.test/x' },
  { url: 'javascript:alert(1)' },
  { url: '//a.test' },
  { url: 'https:a.test' },
  { url: 'https://' },
  { code: 'NOT_A_CODE_OF_THE_LIST' },
);

describe('messageSchemas', () => {
  it('accept and refuse what the check that ships does', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(
        fc.constantFrom(...messageTypes),
        fc.oneof(whole, payload, fc.anything()),
        (type, value) => {
          const message = { type, payload: value };
          const shipped = fits(message, messageShapes[type]);
          expect(messageSchemas[type].safeParse(message).success).to.equal(shipped);
          expect(messageSchema.safeParse(message).success).to.equal(shipped);
          seen.add(shipped);
        },
      ),
      { numRuns: 1000 },
    );
    expect(seen.size, 'both verdicts occur').to.equal(2);
  });

  it('refuse a message of another type', () => {
    expect(messageSchemas.EXIT.safeParse({ type: 'SUCCESS' }).success).to.equal(false);
    expect(messageSchema.safeParse({ type: 'exit' }).success).to.equal(false);
  });

  it('let keys pass that the documentation does not name', () => {
    const message = { type: 'ready', payload: { version: '1', more: [1] }, user: { id: 7 } };
    expect(messageSchema.parse(message)).to.deep.equal(message);
  });
});

describe('resizeSchema', () => {
  it('accepts and refuses what the check that ships does', () => {
    fc.assert(
      fc.property(fc.oneof(payload, fc.record({ height: fc.double() }), fc.anything()), (value) => {
        const message = { payload: value };
        expect(resizeSchema.safeParse(message).success).to.equal(fits(message, resizeShape));
      }),
    );
  });
});

describe('errorCodeSchema', () => {
  it('is the list of documented codes', () => {
    for (const code of errorCodes) expect(errorCodeSchema.parse(code)).to.equal(code);
    expect(errorCodeSchema.safeParse('INVALID_TAN').success).to.equal(false);
  });
});
