import { expect } from 'chai';
import { SandboxClock } from '../core/bank/sandbox-clock.js';
import { second } from '../core/contract/durations.js';
import { Analyses } from './analyses.js';
import { Users } from './users.js';

const tenant = { clientId: 'shop', tenant: 'shop' };

/** Analyses of a user, by a clock that stands still. */
function analysing() {
  const clock = SandboxClock.still();
  const users = new Users(clock, 'seed');
  const analyses = new Analyses(clock);
  const user = users.add(tenant, 'anna');
  const complete: number[] = [];
  const begin = (number: number, of = user) =>
    analyses.begin(of, `id-${number}`, () => complete.push(number));
  return { clock, users, user, analyses, complete, begin };
}

describe('Analyses', () => {
  it('take five seconds each, and are complete in the order of their beginning', () => {
    const { clock, user, complete, begin } = analysing();
    begin(1);
    clock.advance(2 * second);
    begin(2);
    expect(user.analysedAt('id-1')).to.equal(clock.now() + 3 * second);
    clock.advance(3 * second - 1);
    expect(complete).to.deep.equal([]);
    clock.advance(1);
    expect(complete).to.deep.equal([1]);
    clock.advance(2 * second);
    expect(complete).to.deep.equal([1, 2]);
    begin(3);
    clock.advance(60 * second);
    expect(complete).to.deep.equal([1, 2, 3]);
  });

  it('run ten thousand at a time; of the oldest nobody hears', () => {
    const { clock, complete, begin } = analysing();
    for (let i = 0; i < 10_002; i += 1) begin(i);
    clock.advance(5 * second);
    expect(complete).to.have.length(10_000);
    expect(complete[0]).to.equal(2);
    begin(-1);
    clock.advance(5 * second);
    expect(complete.at(-1)).to.equal(-1);
  });

  it('are remembered 200 a user, of the thousand users that were analysed last', () => {
    const { users, user, begin } = analysing();
    for (let i = 0; i < 201; i += 1) begin(i);
    expect(user.analysedAt('id-0')).to.equal(undefined);
    expect(user.analysedAt('id-1')).to.be.a('number');
    const others = Array.from({ length: 1000 }, (_, i) => users.add(tenant, `user-${i}`));
    for (const other of others.slice(1)) begin(0, other);
    // Again: it is no longer the oldest.
    begin(201);
    for (const other of others) begin(1, other);
    expect(user.analysedAt('id-201')).to.equal(undefined);
    expect(others[0]?.analysedAt('id-1')).to.be.a('number');
  });

  it('end where the sandbox is reset, and begin anew', () => {
    const { clock, analyses, complete, begin } = analysing();
    begin(1);
    analyses.clear();
    begin(2);
    clock.advance(5 * second);
    expect(complete).to.deep.equal([2]);
  });
});
