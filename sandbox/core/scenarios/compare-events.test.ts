import { expect } from 'chai';
import { compareEvents } from './compare-events.js';

const redirect = {
  type: 'redirect',
  payload: { url: 'https://a.example/', reason: 'sca' },
} as const;
const init = { type: 'BANK_SEARCH_INIT', payload: { requestId: 'REQ-1' } } as const;

describe('compareEvents', () => {
  it('has nothing to say about a run that is as expected', () => {
    const expected = [
      { type: 'BANK_SEARCH_INIT' },
      { type: 'redirect', payload: { reason: 'sca' } },
    ] as const;
    expect(compareEvents(expected, [init, redirect])).to.deep.equal([]);
  });

  it('names an event that is out of order, missing, or too many', () => {
    expect(compareEvents([init, redirect], [redirect, init])).to.have.length(2);
    expect(compareEvents([init, redirect], [init])).to.deep.equal([
      'Event 2: nothing in place of redirect.',
    ]);
    expect(compareEvents([init], [init, init])).to.deep.equal([
      'Event 2: BANK_SEARCH_INIT was not expected.',
    ]);
  });

  it('names a value that is not the wanted one, however deep', () => {
    const expected = { type: 'bank-select', payload: { bank: { shortName: 'A' } } } as const;
    const posted = { type: 'bank-select', payload: { bank: { shortName: 'B', bankCode: '1' } } };
    expect(compareEvents([expected], [posted])).to.deep.equal([
      'Event 1, bank-select: bank.shortName is "B", not "A".',
    ]);
  });

  it('names a key that is missing, and one that nobody announced', () => {
    const posted = { type: 'redirect', payload: { url: 'https://a.example/', tan: '1' } };
    expect(compareEvents([{ type: 'redirect' }], [posted])).to.deep.equal([
      'Event 1, redirect: no reason.',
      'Event 1, redirect: an unknown key tan.',
    ]);
    expect(compareEvents([{ type: 'redirect' }], [{ type: 'redirect' }])).to.have.length(2);
  });
});
