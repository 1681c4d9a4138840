import { expect } from '@open-wc/testing';
import { SandboxClock } from './sandbox-clock.js';

const day = 24 * 60 * 60_000;
const task = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('SandboxClock.still', () => {
  it('stands still until it is moved', async () => {
    const clock = SandboxClock.still(1_000);
    await task();
    expect(clock.now()).to.equal(1_000);
    clock.advance(50);
    expect(clock.now()).to.equal(1_050);
    expect(clock.moved).to.equal(50);
  });

  it('rings what falls due in order, each at its own time', () => {
    const clock = SandboxClock.still(0);
    const rung: [string, number][] = [];
    const ring = (name: string) => () => void rung.push([name, clock.now()]);
    clock.schedule(30, ring('late'));
    clock.schedule(10, ring('early'));
    clock.schedule(31, ring('not yet'));
    clock.advance(30);
    expect(rung).to.deep.equal([
      ['early', 10],
      ['late', 30],
    ]);
  });

  it('rings on the way what was asked for on the way', () => {
    const clock = SandboxClock.still(0);
    const rung: number[] = [];
    const again = () => {
      rung.push(clock.now());
      clock.schedule(clock.now() + 10, again);
    };
    clock.schedule(10, again);
    clock.advance(35);
    expect(rung).to.deep.equal([10, 20, 30]);
    expect(clock.now()).to.equal(35);
  });

  it('rings nothing that was called off', () => {
    const clock = SandboxClock.still(0);
    const rung: string[] = [];
    const unsubscribe = clock.schedule(10, () => rung.push('first'));
    clock.schedule(5, unsubscribe);
    clock.advance(20);
    expect(rung).to.deep.equal([]);
  });

  it('leaps a day or more at once: what falls due rings at the end', () => {
    const clock = SandboxClock.still(0);
    const rung: number[] = [];
    clock.schedule(10, () => rung.push(clock.now()));
    clock.advance(90 * day);
    expect(rung).to.deep.equal([90 * day]);
  });

  it('rings soon for a time that has come already', async () => {
    const clock = SandboxClock.still(100);
    const rung: number[] = [];
    clock.schedule(50, () => rung.push(clock.now()));
    expect(rung).to.deep.equal([]);
    await task();
    await task();
    expect(rung).to.deep.equal([100]);
  });

  it('tells that it was moved, after what fell due', () => {
    const clock = SandboxClock.still(0);
    const order: string[] = [];
    clock.schedule(5, () => order.push('call'));
    const unsubscribe = clock.subscribe(() => order.push('moved'));
    clock.advance(10);
    unsubscribe();
    clock.advance(10);
    expect(order).to.deep.equal(['call', 'moved']);
  });

  it('goes back to where it would be unmoved', () => {
    const clock = SandboxClock.still(7);
    clock.advance(10);
    clock.reset();
    expect(clock.now()).to.equal(7);
  });
});

describe('SandboxClock.real', () => {
  it('runs with real time, and can be moved', async () => {
    const clock = SandboxClock.real();
    expect(Math.abs(clock.now() - Date.now())).to.be.below(1_000);
    clock.advance(day);
    expect(Math.abs(clock.now() - Date.now() - day)).to.be.below(1_000);
    const before = clock.now();
    await new Promise<void>((resolve) => clock.schedule(before + 20, resolve));
    expect(clock.now()).to.be.at.least(before + 20);
  });
});
