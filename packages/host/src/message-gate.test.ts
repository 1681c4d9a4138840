import { expect } from '@open-wc/testing';
import { messageTypes, isMessageType } from '@finodigital/uba-protocol';
import { messageShapes, fits } from '@finodigital/uba-protocol/internal';
import fc from 'fast-check';
import { judge, type Incoming } from './message-gate.js';

const origin = 'https://uba.fino.run';
const source = window;

const from = (data: unknown, more: Partial<Incoming> = {}) =>
  judge({ source, origin, data, ...more }, source, origin);

describe('judge', () => {
  describe('first looks at the source', () => {
    it('ignores another window, whatever it says', () => {
      const { port1 } = new MessageChannel();
      for (const other of [port1, null]) {
        expect(from({ type: 'ready' }, { source: other })).to.equal(undefined);
      }
    });

    it('never takes two absent windows for the same', () => {
      expect(judge({ source: null, origin, data: { type: 'ready' } }, null, origin)).to.equal(
        undefined,
      );
    });

    it('does not read what a stranger sends', () => {
      const strangers: Incoming[] = [
        { source: null, origin, data: 0 },
        { source, origin: 'https://evil.test', data: 0 },
      ];
      for (const event of strangers) {
        const read = () => {
          throw new Error('read');
        };
        judge(Object.defineProperty(event, 'data', { get: read }), source, origin);
      }
    });
  });

  describe('then at the origin', () => {
    it('takes no look-alike for the real one', () => {
      const lookAlikes = [
        'https://uba.fino.run:8443',
        'https://uba.fino.run.evil.test',
        'https://uba.fino.runn',
        'https://uba.fino.ru',
        'https://xuba.fino.run',
        'https://uba-fino.run',
        'https://ubaxfino.run',
        'http://uba.fino.run',
        'https://UBA.fino.run',
        'https://uba.fino.run/',
        'https://uba.fino.run.',
        'https://uba.finо.run',
        'null',
        '',
        '*',
      ];
      for (const lookAlike of lookAlikes) {
        expect(from({ type: 'ready' }, { origin: lookAlike }), lookAlike).to.deep.equal({
          kind: 'rejection',
          rejection: { reason: 'origin' },
        });
      }
    });
  });

  describe('then at the envelope', () => {
    it('wants an object with an own string type of 1 to 64 characters, and coerces nothing', () => {
      const bad = [
        undefined,
        null,
        7,
        'ready',
        '{"type":"ready"}',
        [],
        [{ type: 'ready' }],
        Object.assign([], { type: 'ready' }),
        new Map([['type', 'ready']]),
        new Uint8Array(8),
        {},
        { type: 1 },
        { type: ['bank-connect'] },
        { type: new String('ready') },
        { type: '' },
        { type: 'x'.repeat(65) },
        { type: 'x'.repeat(1_000_000) },
        Object.create({ type: 'ready' }),
      ];
      for (const data of bad) {
        expect(from(data)).to.deep.equal({ kind: 'rejection', rejection: { reason: 'envelope' } });
      }
      expect(from({ type: 'x'.repeat(64) })).to.have.property('message');
    });
  });

  describe('then at the schema', () => {
    it('refuses a payload that does not fit its type, and tells the type alone', () => {
      const refused = { kind: 'rejection', rejection: { reason: 'schema', type: 'bank-connect' } };
      for (const payload of [undefined, {}, 'x', { accountIds: 'a', bankLoginId: 'b' }]) {
        expect(from({ type: 'bank-connect', payload })).to.deep.equal(refused);
      }
    });

    it('accepts what fits', () => {
      const payload = { accountIds: ['a'], bankLoginId: 'b', more: 1 };
      expect(from({ type: 'bank-connect', payload, user: 'u' })).to.deep.equal({
        kind: 'message',
        message: { known: true, type: 'bank-connect', payload, user: 'u' },
      });
    });

    it('takes the message where there is no payload', () => {
      const message = { bankLoginId: 'b' };
      for (const payload of [undefined, null]) {
        expect(from({ type: 'bank-disconnect', payload, message })).to.deep.nested.include({
          'message.payload': message,
        });
      }
      expect(from({ type: 'state', message: null })).to.deep.nested.include({
        'message.payload': undefined,
      });
    });

    it('takes false, 0 and the empty text for a payload', () => {
      for (const payload of [false, 0, '']) {
        const verdict = from({ type: 'state', payload, message: 'other' });
        expect(verdict).to.deep.nested.include({ 'message.payload': payload });
      }
    });

    it('leaves what else comes with ERROR as it is', () => {
      for (const payload of [{ code: 'UNKNOWN', requestId: '1' }, undefined]) {
        expect(from({ type: 'ERROR', payload })).to.deep.nested.include({
          'message.payload': payload,
        });
      }
    });

    it('takes a redirect to what a browser opens as a page, and to nothing else', () => {
      for (const url of ['https://bank.example/x?y', 'http://127.0.0.1/', 'HTTPS://A.test']) {
        const verdict = from({ type: 'redirect', payload: { url, reason: 'login' } });
        expect(verdict, url).to.have.property('kind', 'message');
      }
      const urls = ['javascript:alert(1)', 'data:text/html,x', '//evil.example', '', '/x', 'x'];
      const odd = [
        'blob:https://a.test/1',
        ' https://a.test',
        'https:a.test',
        'https://',
        'java\nscript:',
      ];
      for (const url of [...urls, ...odd, null, 1, ['https://a.test']]) {
        expect(from({ type: 'redirect', payload: { url } }), String(url)).to.deep.equal({
          kind: 'rejection',
          rejection: { reason: 'schema', type: 'redirect' },
        });
      }
    });

    it('takes no height from another control message', () => {
      expect(from({ type: 'theme', payload: { height: 3 } })).to.equal(undefined);
    });

    it('makes a text that comes with ERROR its message', () => {
      expect(from({ type: 'ERROR', message: 'no' })).to.deep.nested.include({
        'message.payload': { message: 'no' },
      });
      expect(from({ type: 'EXIT', message: 'no' })).to.have.property('rejection');
    });

    it('does not read inherited keys', () => {
      const data = Object.assign(Object.create({ payload: 1, message: 2, user: 3 }) as object, {
        type: 'state',
      });
      expect(from(data)).to.deep.equal({
        kind: 'message',
        message: { known: true, type: 'state', payload: undefined, user: undefined },
      });
    });
  });

  it('passes an unknown type on as unknown, be it the name of an event or of a prototype key', () => {
    const names = ['click', 'error', 'submit', 'load', 'message', '__proto__', 'constructor'];
    names.push('toString', 'then', 'Ready', 'ready ', 'ready\0', 'rеady', 'uba-message');
    for (const type of names) {
      expect(from({ type, payload: 1 })).to.deep.equal({
        kind: 'message',
        message: { known: false, type, payload: 1, user: undefined },
      });
    }
  });

  it('takes a height of 1 to 10000 px from resize, and ignores every other', () => {
    for (const height of [1, 1.5, 10_000]) {
      expect(from({ type: 'resize', payload: { height } })).to.deep.equal({
        kind: 'height',
        height,
      });
    }
    const bad = [-1, 0, 0.5, 10_001, NaN, Infinity, '500', null, { valueOf: () => 5 }];
    for (const height of bad) {
      expect(from({ type: 'resize', payload: { height } })).to.equal(undefined);
    }
    expect(from({ type: 'resize' })).to.equal(undefined);
  });

  it('ignores theme, which only a page may send', () => {
    expect(from({ type: 'theme', payload: { colorScheme: 'dark' } })).to.equal(undefined);
  });

  it('survives what a structured clone can hold', () => {
    const cyclic: Record<string, unknown> = { type: 'bank-connect' };
    cyclic.payload = cyclic;
    let deep: unknown = 'bottom';
    for (let level = 0; level < 3000; level++) deep = { payload: deep };
    const payloads = [
      new Map([[1, 2]]),
      new Date(NaN),
      5n,
      new Error('x'),
      new ArrayBuffer(16),
      new Array(200_000).fill('a'),
      JSON.parse('{"__proto__":{"polluted":true}}') as object,
    ];
    expect(from(structuredClone(cyclic))).to.have.property('rejection');
    // Chromium clones nothing this deep; a message may still be.
    expect(from({ type: 'state', payload: deep })).to.have.property('message');
    expect(from({ type: 'redirect', payload: deep })).to.have.property('rejection');
    for (const payload of payloads) {
      expect(from(structuredClone({ type: 'state', payload }))).to.have.property('message');
      expect(from(structuredClone({ type: 'redirect', payload }))).to.have.property('rejection');
    }
    expect({}).not.to.have.property('polluted');
  });

  it('never throws, and lets nothing pass that breaks a rule', () => {
    const type = fc.oneof(fc.constantFrom(...messageTypes, 'resize', 'theme'), fc.string());
    const record = fc.record(
      { type, payload: fc.anything(), message: fc.anything(), user: fc.anything() },
      { requiredKeys: [] },
    );
    const value = fc.oneof(
      record,
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withSparseArray: true,
      }),
    );
    const fate = { accepted: 0, rejected: 0 };
    fc.assert(
      fc.property(value, fc.boolean(), fc.boolean(), (data, ours, right) => {
        const verdict = judge(
          {
            source: ours ? source : null,
            origin: right ? origin : 'https://evil.test',
            data: structuredClone(data),
          },
          source,
          origin,
        );
        if (verdict && 'rejection' in verdict) fate.rejected++;
        if (!verdict || !('message' in verdict)) return;
        fate.accepted++;
        const { message } = verdict;
        expect(ours && right).to.equal(true);
        expect(message.known).to.equal(isMessageType(message.type));
        expect(message.type.length).to.be.within(1, 64);
        if (message.known) expect(fits(message, messageShapes[message.type])).to.equal(true);
      }),
      { numRuns: 2000 },
    );
    expect(fate.accepted, 'some pass').to.be.above(0);
    expect(fate.rejected, 'some do not').to.be.above(0);
  });
});
