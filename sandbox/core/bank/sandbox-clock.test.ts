import { expect } from 'chai';
import { day } from '../contract/durations.js';
import { SandboxClock } from './sandbox-clock.js';

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

  it('makes the calls that fall due in order, each at its own time', () => {
    const clock = SandboxClock.still(0);
    const fired: [string, number][] = [];
    const fire = (name: string) => () => void fired.push([name, clock.now()]);
    clock.schedule(30, fire('late'));
    clock.schedule(10, fire('early'));
    clock.schedule(31, fire('not yet'));
    clock.advance(30);
    expect(fired).to.deep.equal([
      ['early', 10],
      ['late', 30],
    ]);
  });

  it('makes calls that were scheduled by calls that fell due meanwhile', () => {
    const clock = SandboxClock.still(0);
    const fired: number[] = [];
    const again = () => {
      fired.push(clock.now());
      clock.schedule(clock.now() + 10, again);
    };
    clock.schedule(10, again);
    clock.advance(35);
    expect(fired).to.deep.equal([10, 20, 30]);
    expect(clock.now()).to.equal(35);
  });

  it('makes no call that was cancelled', () => {
    const clock = SandboxClock.still(0);
    const fired: string[] = [];
    const cancel = clock.schedule(10, () => fired.push('first'));
    clock.schedule(5, cancel);
    clock.advance(20);
    expect(fired).to.deep.equal([]);
  });

  it('moves a day or more at once: what falls due is called at the end', () => {
    const clock = SandboxClock.still(0);
    const fired: number[] = [];
    clock.schedule(10, () => fired.push(clock.now()));
    clock.advance(90 * day);
    expect(fired).to.deep.equal([90 * day]);
  });

  it('calls back soon for a time that has come already', async () => {
    const clock = SandboxClock.still(100);
    const fired: number[] = [];
    clock.schedule(50, () => fired.push(clock.now()));
    expect(fired).to.deep.equal([]);
    await task();
    await task();
    expect(fired).to.deep.equal([100]);
  });

  it('notifies that it was moved, after what fell due', () => {
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
