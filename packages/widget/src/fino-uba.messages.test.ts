import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isMessageType, messageTypes } from '@finodigital/uba-protocol';
import { iframeOf, silent, staged } from '../../../test/fixtures/stage-widget.js';
import { speak } from '../../../test/fixtures/speak.js';
import { stub } from '../../../test/fixtures/stub.js';
import type { UbaWidgetController } from './index.js';

const connected = { accountIds: ['a', 'b'], bankLoginId: 'l' };

/** The errors that `reportError` brings to the page meanwhile. */
function reportsDuring(act: () => void): unknown[] {
  const reports: unknown[] = [];
  const report = (event: ErrorEvent) => {
    reports.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('error', report, { capture: true });
  // Mocha's own handler fails a test on every report.
  const { onerror } = window;
  window.onerror = null;
  act();
  window.onerror = onerror;
  window.removeEventListener('error', report, { capture: true });
  return reports;
}

describe('the messages of fino-uba', () => {
  let widget: UbaWidgetController;
  beforeEach(async () => (widget = await staged()));
  afterEach(() => widget.destroy());
  const say = (data: unknown, origin?: string) => speak(iframeOf(widget), data, origin);

  it('come as CustomEvents of their own names, which stay at the element', () => {
    const events: CustomEvent[] = [];
    for (const type of messageTypes) {
      widget.element.addEventListener(type, (event) => events.push(event));
      document.body.addEventListener(type, () => events.push(new CustomEvent('leaked')));
    }
    say({ type: 'bank-connect', message: connected, user: { id: 7 } });
    expect(events.map(({ type }) => type)).to.deep.equal(['bank-connect']);
    expect(events[0]?.detail).to.deep.equal({
      type: 'bank-connect',
      payload: connected,
      user: { id: 7 },
    });
    expect(events[0]).to.deep.include({ bubbles: false, composed: false });
  });

  it('come as uba-message as well, which goes up the tree', () => {
    const seen: unknown[] = [];
    const record = ({ detail }: CustomEvent) => seen.push(detail);
    document.addEventListener('uba-message', record);
    say({ type: 'EXIT' });
    document.removeEventListener('uba-message', record);
    expect(seen).to.deep.equal([
      { known: true, type: 'EXIT', payload: undefined, user: undefined },
    ]);
  });

  it('of unknown types never come under their own name', () => {
    const forged: string[] = [];
    const names = ['click', 'error', 'submit', 'load', 'message', 'toString', 'uba-status'];
    for (const name of names) {
      widget.element.addEventListener(name, ({ type }) => forged.push(type));
    }
    const seen: string[] = [];
    widget.on('*', ({ type, known }) => seen.push(`${type} ${String(known)}`));
    for (const type of names) say({ type, payload: 1 });
    expect(forged).to.deep.equal([]);
    expect(seen).to.deep.equal(names.map((name) => `${name} false`));
  });

  it('never include the control messages', () => {
    const seen: string[] = [];
    widget.on('*', ({ type }) => seen.push(type));
    say({ type: 'ready', payload: { features: ['resize', 'theme'] } });
    say({ type: 'resize', payload: { height: 5 } });
    say({ type: 'resize', payload: 'nonsense' });
    say({ type: 'theme', payload: {} });
    expect(seen).to.deep.equal(['ready']);
  });

  it('that are refused are told by uba-rejected, without what they held', () => {
    const seen: unknown[] = [];
    widget.element.addEventListener('uba-rejected', ({ detail }) => seen.push(detail));
    say({ type: 'ready' }, 'https://evil.test');
    say('secret');
    say({ type: 'bank-connect', payload: { secret: 1 } });
    expect(seen).to.deep.equal([
      { reason: 'origin' },
      { reason: 'envelope' },
      { reason: 'schema', type: 'bank-connect' },
    ]);
  });

  it('reach every handler, though one of them throws', () => {
    const heard: string[] = [];
    widget.on('EXIT', () => {
      throw new Error('of the page');
    });
    widget.on('EXIT', () => heard.push('EXIT'));
    widget.on('*', () => heard.push('*'));
    const reports = reportsDuring(() => say({ type: 'EXIT' }));
    expect(heard).to.deep.equal(['EXIT', '*']);
    expect(reports.map(String)).to.deep.equal(['Error: of the page']);
  });

  it('follow no redirect by themselves', () => {
    const before = location.href;
    const heard: unknown[] = [];
    widget.on('redirect', ({ payload }) => heard.push(payload.url));
    say({ type: 'redirect', payload: { url: `${location.origin}/followed` } });
    say({ type: 'redirect', payload: { url: 'javascript:document.title="followed"' } });
    expect(heard).to.deep.equal([`${location.origin}/followed`]);
    expect(location.href).to.equal(before);
    expect(document.title).not.to.equal('followed');
  });

  it('dispatch nothing that is not valid, whatever a frame sends', () => {
    const dispatched: string[] = [];
    const any: string[] = [];
    const fire = widget.element.dispatchEvent.bind(widget.element);
    widget.element.dispatchEvent = (event) => {
      if (!event.type.startsWith('uba-')) dispatched.push(event.type);
      if (event.type === 'uba-message') {
        const { detail } = event as CustomEvent<{ known: boolean; type: string }>;
        if (detail.known) any.push(detail.type);
      }
      return fire(event);
    };
    const type = fc.oneof(fc.constantFrom(...messageTypes), fc.string());
    const value = fc.oneof(
      fc.record({ type, payload: fc.anything(), message: fc.anything() }, { requiredKeys: [] }),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }),
    );
    fc.assert(
      fc.property(value, (data) => {
        say(data);
      }),
      { numRuns: 500 },
    );
    expect(dispatched.every(isMessageType)).to.equal(true);
    expect(dispatched).to.deep.equal(any);
    expect(dispatched.length).to.be.above(0);
  });
});

describe('two widgets on one page', () => {
  it('hear their own frames only', async () => {
    const [a, b] = [await staged(), await staged({ ...silent })];
    const heard: string[] = [];
    a.on('*', () => heard.push('a'));
    b.on('*', () => heard.push('b'));
    speak(iframeOf(b), { type: 'EXIT' });
    speak(iframeOf(a), { type: 'EXIT' });
    expect(heard).to.deep.equal(['b', 'a']);
    a.destroy();
    speak(iframeOf(b), { type: 'EXIT' });
    expect(heard).to.deep.equal(['b', 'a', 'b']);
    b.destroy();
  });
});

describe('secrets', () => {
  it('get into no attribute but src, no event, no log, no storage', async () => {
    const logs: unknown[] = [];
    const log = (...args: unknown[]) => logs.push(...args);
    const levels = ['log', 'warn', 'error', 'info', 'debug'] as const;
    const restore = levels.map((level) => stub(console, level, log));
    const events: unknown[] = [];
    const { connectURL: _, ...rest } = silent;
    const secretive = await staged({
      ...rest,
      sessionId: 'secret-session',
      userIdentifier: 'secret-user',
    });
    const { element } = secretive;
    for (const type of ['uba-message', 'uba-status', 'uba-error', 'uba-rejected'] as const) {
      element.addEventListener(type, ({ detail }) => events.push(detail));
    }
    const iframe = iframeOf(secretive);
    speak(iframe, { type: 'ready' });
    speak(iframe, 'nonsense');
    element.redirectURL = 'secret:address';
    await element.updateComplete;
    iframe.removeAttribute('src');
    const traces = [
      element.outerHTML,
      element.shadowRoot?.innerHTML,
      JSON.stringify(events),
      logs.map(String).join(),
      JSON.stringify([localStorage, sessionStorage]),
      document.cookie,
      JSON.stringify(history.state),
    ];
    for (const undo of restore) undo();
    expect(events).to.have.length(4);
    expect(traces.join()).not.to.include('secret');
    secretive.destroy();
  });
});
