import { expect } from 'chai';
import type { ExpectedEvent } from '@finodigital/uba-sandbox/testing';
import { EventRecord } from '../log/event-record.js';
import { compare } from './comparison.js';

const expected: readonly ExpectedEvent[] = [
  { type: 'ready' },
  { type: 'bank-select', payload: { bank: { shortName: 'fino SCA Bank' } } },
  { type: 'EXIT', payload: { step: 'login' } },
];

function heard(...messages: readonly (readonly [type: string, payload?: unknown])[]) {
  const record = new EventRecord();
  record.add({ kind: 'message', type: 'EXIT', origin: '' });
  record.add({ kind: 'status', type: 'loading', origin: '' });
  for (const [type, payload] of messages) {
    record.add({ kind: 'message', type, payload, origin: '' });
    record.add({ kind: 'status', type: 'ready', origin: '' });
  }
  return record.entries;
}

const bank = { bankCode: '1', shortName: 'fino SCA Bank', icon: 'data:,' };
const ready = { version: '1', features: [] };
const exit = { step: 'login', requestId: 'REQ-1' };

describe('compare', () => {
  it('awaits everything at first, whatever an earlier load has said', () => {
    const { findings, result } = compare(expected, heard());
    expect(findings).to.deep.equal(['awaited', 'awaited', 'awaited']);
    expect(result).to.equal('open');
  });

  it('is met when all has come in order, with more in a payload than was expected', () => {
    const entries = heard(['ready', ready], ['bank-select', { bank }], ['EXIT', exit]);
    expect(compare(expected, entries).result).to.equal('met');
  });

  it('is missed by another type or another value', () => {
    const wrongType = compare(expected, heard(['ready', ready], ['EXIT', exit]));
    expect(wrongType.findings).to.deep.equal(['heard', 'different', 'awaited']);
    expect(wrongType.result).to.equal('missed');
    const wrongValue = compare(expected, heard(['ready', ready], ['bank-select', { bank: {} }]));
    expect(wrongValue.findings[1]).to.equal('different');
  });

  it('is missed by an event too many', () => {
    const entries = heard(
      ['ready'],
      ['bank-select', { bank }],
      ['EXIT', { step: 'login' }],
      ['EXIT'],
    );
    expect(compare(expected, entries).result).to.equal('missed');
  });
});
