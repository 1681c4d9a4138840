import { expect } from 'chai';
import { LeapBuffer } from './leap-buffer.js';

/** A buffer, and what was done of what it was given, each with how many were left out before it. */
function watched() {
  const buffer = new LeapBuffer();
  const done: string[] = [];
  const add = (kind: string, name: string) =>
    buffer.add(kind, (leftOut) => done.push(`${name}:${leftOut}`));
  const doAll = () => buffer.take().forEach((act) => act());
  return { buffer, done, add, doAll };
}

describe('LeapBuffer', () => {
  it('does at once what comes while nothing is held', () => {
    const { add, done, doAll } = watched();
    add('a', '1');
    expect(done).to.deep.equal(['1:0']);
    doAll();
    expect(done).to.have.length(1);
  });

  it('holds the newest ten of each kind, in the order of their coming', () => {
    const { buffer, add, done, doAll } = watched();
    buffer.hold();
    for (let i = 0; i < 12; i += 1) for (const kind of ['a', 'b']) add(kind, `${kind}${i}`);
    for (let i = 0; i < 10; i += 1) add('c', `c${i}`);
    expect(done).to.deep.equal([]);
    doAll();
    const interleaved = Array.from({ length: 10 }, (_, i) => [`a${i + 2}`, `b${i + 2}`]).flat();
    const first = new Map([
      ['a2', 2],
      ['b2', 2],
    ]);
    const last = Array.from({ length: 10 }, (_, i) => `c${i}`);
    expect(done).to.deep.equal(
      [...interleaved, ...last].map((name) => `${name}:${first.get(name) ?? 0}`),
    );
  });

  it('holds what is caused by what it held, and counts anew', () => {
    const { buffer, add, done, doAll } = watched();
    buffer.hold();
    for (let i = 0; i < 11; i += 1) add('a', `${i}`);
    buffer.add('cause', () => add('a', 'caused'));
    doAll();
    expect(done.at(0)).to.equal('1:1');
    expect(done).to.have.length(10);
    doAll();
    expect(done.at(-1)).to.equal('caused:0');
  });

  it('forgets what is held at its end', () => {
    const { buffer, add, done, doAll } = watched();
    buffer.hold();
    add('a', 'held');
    buffer.end();
    doAll();
    add('a', 'later');
    expect(done).to.deep.equal(['later:0']);
  });
});
