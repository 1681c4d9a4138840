import { expect } from '@open-wc/testing';
import { dispatchMessage, dispatchOwn, subscribe, unsubscribe } from './message-events.js';
import type { UbaMessage } from '@finodigital/uba-protocol';
import type { UbaAnyMessage } from './message-gate.js';

const exit: UbaAnyMessage = { known: true, type: 'EXIT', payload: { code: 'x' }, user: 'u' };
const click: UbaAnyMessage = { known: false, type: 'click', payload: 1, user: undefined };
const never = () => false;

/** The events of these types that a target fires meanwhile. */
function eventsOf(target: EventTarget, types: readonly string[], act: () => void): CustomEvent[] {
  const events: CustomEvent[] = [];
  const record = (event: Event) => events.push(event as CustomEvent);
  for (const type of types) target.addEventListener(type, record);
  act();
  for (const type of types) target.removeEventListener(type, record);
  return events;
}

describe('dispatchMessage', () => {
  it('fires a known message under its name, then as uba-message', () => {
    const target = new EventTarget();
    const [own, any, ...rest] = eventsOf(target, ['EXIT', 'uba-message'], () =>
      dispatchMessage(target, exit, never),
    );
    expect(rest).to.have.length(0);
    expect(own).to.deep.include({ type: 'EXIT', bubbles: false, composed: false });
    expect(own?.detail).to.deep.equal({ type: 'EXIT', payload: { code: 'x' }, user: 'u' });
    expect(any).to.deep.include({ type: 'uba-message', bubbles: true, composed: true });
    expect(any?.detail).to.deep.equal(exit);
  });

  it('fires an unknown message as uba-message alone', () => {
    const target = new EventTarget();
    const events = eventsOf(target, ['click', 'uba-message'], () =>
      dispatchMessage(target, click, never),
    );
    expect(events.map(({ type }) => type)).to.deep.equal(['uba-message']);
    expect(events[0]?.detail).to.deep.equal(click);
  });

  it('stops where a handler has put an end to it', () => {
    const target = new EventTarget();
    let over = false;
    target.addEventListener('EXIT', () => (over = true));
    const events = eventsOf(target, ['uba-message'], () =>
      dispatchMessage(target, exit, () => over),
    );
    expect(events).to.have.length(0);
  });
});

describe('dispatchOwn', () => {
  it('fires an event that goes up the tree and out of shadow roots', () => {
    const target = new EventTarget();
    const [event] = eventsOf(target, ['uba-status'], () =>
      dispatchOwn(target, 'uba-status', { status: 'ready' }),
    );
    expect(event).to.deep.include({ bubbles: true, composed: true });
    expect(event?.detail).to.deep.equal({ status: 'ready' });
  });
});

describe('subscribe', () => {
  it('hands the message over, typed by its name', () => {
    const target = new EventTarget();
    const codes: unknown[] = [];
    subscribe(target, 'EXIT', ({ payload }: UbaMessage<'EXIT'>) => codes.push(payload?.code));
    dispatchMessage(target, exit, never);
    dispatchMessage(target, { known: true, type: 'SUCCESS', payload: undefined }, never);
    expect(codes).to.deep.equal(['x']);
  });

  it('hands over every message for *', () => {
    const target = new EventTarget();
    const types: string[] = [];
    subscribe(target, '*', (message: UbaAnyMessage) => {
      types.push(`${message.type} ${String(message.known)}`);
    });
    dispatchMessage(target, exit, never);
    dispatchMessage(target, click, never);
    expect(types).to.deep.equal(['EXIT true', 'click false']);
  });

  it('ends by what it returns, by once, by a signal and by unsubscribe', () => {
    const target = new EventTarget();
    const heard: string[] = [];
    const stop = subscribe(target, 'EXIT', () => heard.push('returned'));
    subscribe(target, 'EXIT', () => heard.push('once'), { once: true });
    const abort = new AbortController();
    subscribe(target, 'EXIT', () => heard.push('signal'), { signal: abort.signal });
    const handler = () => void heard.push('unsubscribe');
    subscribe(target, 'EXIT', handler);
    dispatchMessage(target, exit, never);
    expect(heard.splice(0)).to.deep.equal(['returned', 'once', 'signal', 'unsubscribe']);
    stop();
    stop();
    abort.abort();
    unsubscribe(target, 'EXIT', handler);
    unsubscribe(target, 'EXIT', () => undefined);
    dispatchMessage(target, exit, never);
    expect(heard).to.deep.equal([]);
  });

  it('keeps one handler apart on two types and two targets', () => {
    const [a, b] = [new EventTarget(), new EventTarget()];
    let calls = 0;
    const handler = () => calls++;
    subscribe(a, 'EXIT', handler);
    subscribe(a, '*', handler);
    subscribe(b, 'EXIT', handler);
    unsubscribe(a, 'EXIT', handler);
    dispatchMessage(a, exit, never);
    dispatchMessage(b, exit, never);
    expect(calls).to.equal(2);
  });

  it('does not hear what bubbles up from an element inside the target', () => {
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    outer.append(inner);
    let calls = 0;
    subscribe(outer, '*', () => calls++);
    dispatchOwn(inner, 'uba-message', exit);
    expect(calls).to.equal(0);
    dispatchOwn(outer, 'uba-message', exit);
    expect(calls).to.equal(1);
  });
});
