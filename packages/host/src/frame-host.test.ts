import { expect } from '@open-wc/testing';
import { speak, speakFrom } from '../../../test/fixtures/speak.js';
import { stub } from '../../../test/fixtures/stub.js';
import { FrameHost, type FrameOwner } from './frame-host.js';
import { UbaError } from './uba-error.js';

const origin = location.origin;
const ready = { type: 'ready', payload: { version: '1' } };

/** An owner that writes down what it is told, and may act on it. */
function diary(act?: (entry: string) => void) {
  const entries: string[] = [];
  const note = (entry: string) => {
    entries.push(entry);
    act?.(entry);
  };
  const owner: FrameOwner = {
    statusChanged: (status, error) => note(error ? `${status} ${error.code}` : status),
    accepted: ({ type }) => note(`message ${type}`),
    rejected: ({ reason }) => note(`rejected ${reason}`),
    resized: (height) => note(`height ${String(height)}`),
  };
  return { entries, host: new FrameHost(owner) };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fulfilled',
    (error: unknown) => (error instanceof UbaError ? error.code : String(error)),
  );

const codeThrownBy = (act: () => void) => {
  try {
    act();
  } catch (error) {
    return error instanceof UbaError ? error.code : String(error);
  }
  return 'nothing';
};

/** What a promise is by now. */
const stateOf = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => 'fulfilled',
      () => 'rejected',
    ),
    Promise.resolve('pending'),
  ]);

describe('FrameHost', () => {
  let iframe: HTMLIFrameElement;
  beforeEach(() => {
    iframe = document.createElement('iframe');
    document.body.append(iframe);
  });
  afterEach(() => iframe.remove());

  /** What the frame is posted, in order, once it has been posted `last`. */
  function postedUntil(last: unknown): Promise<unknown[]> {
    const posted: unknown[] = [];
    return new Promise((resolve) => {
      iframe.contentWindow?.addEventListener('message', ({ data }) => {
        posted.push(data);
        if (data === last) resolve(posted);
      });
    });
  }

  describe('from open to ready', () => {
    it('fulfils the promise that was given before it was opened', async () => {
      const { host } = diary();
      const early = host.ready;
      host.open(iframe, { origin });
      speak(iframe, ready);
      expect(await early).to.deep.equal(ready.payload);
      host.close('destroyed');
    });

    it('is loading until the frame says ready', async () => {
      const { host, entries } = diary();
      expect(host.status).to.equal('idle');
      host.open(iframe, { origin });
      expect(host.status).to.equal('loading');
      expect(host.iframe).to.equal(iframe);
      speak(iframe, ready);
      expect(host.status).to.equal('ready');
      expect(await host.ready).to.deep.equal({ version: '1' });
      expect(entries).to.deep.equal(['loading', 'ready', 'message ready']);
      host.close('destroyed');
    });

    it('delivers what comes before ready, and a second ready as a mere message', async () => {
      const { host, entries } = diary();
      host.open(iframe, { origin });
      speak(iframe, { type: 'state' });
      speak(iframe, ready);
      speak(iframe, { type: 'ready', payload: { version: '2' } });
      expect(await host.ready).to.deep.equal({ version: '1' });
      expect(entries).to.deep.equal([
        'loading',
        'message state',
        'ready',
        'message ready',
        'message ready',
      ]);
      host.close('destroyed');
    });

    it('stays loading where ready is forged', async () => {
      const { host, entries } = diary();
      host.open(iframe, { origin });
      const sibling = document.createElement('iframe');
      document.body.append(sibling);
      speak(sibling, ready);
      speak(iframe, ready, 'https://evil.test');
      window.dispatchEvent(new MessageEvent('message', { data: ready, origin, source: window }));
      window.dispatchEvent(new MessageEvent('message', { data: ready, origin }));
      expect(await stateOf(host.ready)).to.equal('pending');
      expect(entries).to.deep.equal(['loading', 'rejected origin']);
      sibling.remove();
      host.close('destroyed');
    });

    it('hears nothing more of a frame whose window is gone', () => {
      const { host, entries } = diary();
      host.open(iframe, { origin });
      const { contentWindow } = iframe;
      iframe.remove();
      for (const source of [contentWindow, null]) speakFrom(source, ready);
      expect(entries).to.deep.equal(['loading']);
      host.close('destroyed');
    });
  });

  describe('the time-out', () => {
    it('fails the load and leaves the frame open for a late ready', async () => {
      const { host, entries } = diary();
      host.open(iframe, { origin, readyTimeout: 10 });
      const first = host.ready;
      expect(await codeOf(first)).to.equal('LOAD_TIMEOUT');
      expect(host.status).to.equal('failed');
      speak(iframe, ready);
      expect(host.status).to.equal('ready');
      expect(await host.ready).to.deep.equal({ version: '1' });
      expect(entries).to.deep.equal(['loading', 'failed LOAD_TIMEOUT', 'ready', 'message ready']);
      host.close('destroyed');
    });

    it('names the likely causes', async () => {
      const { host } = diary();
      host.open(iframe, { origin, readyTimeout: 1 });
      const message = await host.ready.catch((error: unknown) => String(error));
      expect(message).to.match(/readyTimeout.*frame-src.*X-Frame-Options/);
      host.close('destroyed');
    });

    it('is 30 seconds by default, never with 0, and ends with ready and close', () => {
      const armed = new Map<unknown, number | undefined>();
      const setTimer = (_: unknown, ms?: number) => {
        const id = armed.size + 1e9;
        armed.set(id, ms);
        return id;
      };
      const restore = [
        stub(window, 'setTimeout', setTimer as typeof setTimeout),
        stub(window, 'clearTimeout', (id) => armed.delete(id)),
      ];
      try {
        const { host } = diary();
        host.open(iframe, { origin });
        // It waits second by second, to see whether the page is in sight.
        expect([...armed.values()]).to.deep.equal([1000]);
        speak(iframe, ready);
        expect(armed.size).to.equal(0);
        host.close('loading');
        host.open(iframe, { origin, readyTimeout: 0 });
        expect(armed.size).to.equal(0);
        host.readyTimeout = 5000;
        expect([...armed.values()].every((ms) => ms !== undefined && ms <= 5000)).to.equal(true);
        expect(armed.size).to.equal(1);
        host.readyTimeout = undefined;
        expect(armed.size).to.equal(1);
        host.close('destroyed');
        expect(armed.size).to.equal(0);
      } finally {
        for (const put of restore) put();
      }
    });

    it('does not count the time in the background, and starts anew for no other option', () => {
      let tick: (() => void) | undefined;
      let timers = 0;
      const setTimer = (act: () => void) => {
        tick = act;
        return ++timers;
      };
      const restore = [
        stub(window, 'setTimeout', setTimer as unknown as typeof setTimeout),
        stub(Document.prototype, 'visibilityState', 'hidden'),
      ];
      const { host } = diary();
      try {
        host.open(iframe, { origin, readyTimeout: 3000 });
        for (let second = 0; second < 60; second++) tick?.();
        expect(host.status, 'hidden').to.equal('loading');
        stub(Document.prototype, 'visibilityState', 'visible');
        tick?.();
        tick?.();
        const before = timers;
        host.readyTimeout = 3000;
        expect(timers, 'the same time-out').to.equal(before);
        expect(host.status).to.equal('loading');
        tick?.();
        expect(host.status).to.equal('failed');
      } finally {
        for (const put of restore) put();
        host.close('destroyed');
      }
    });

    it('is not awaited where the policy of the page blocks the frame', async () => {
      const { host } = diary();
      host.open(iframe, { origin, readyTimeout: 0 });
      const violate = (init: Partial<SecurityPolicyViolationEventInit>) =>
        document.dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            bubbles: true,
            blockedURI: `${origin}/auth`,
            disposition: 'enforce',
            documentURI: location.href,
            effectiveDirective: 'frame-src',
            originalPolicy: '',
            statusCode: 0,
            violatedDirective: 'frame-src',
            ...init,
          }),
        );
      violate({ disposition: 'report' });
      violate({ effectiveDirective: 'img-src' });
      violate({ blockedURI: `${origin}.evil.test/` });
      expect(host.status).to.equal('loading');
      violate({});
      expect(host.status).to.equal('failed');
      expect(host.isBlocked).to.equal(true);
      const message = await host.ready.catch((error: unknown) => String(error));
      expect(message).to.include('frame-src').and.not.include(origin);
      host.close('destroyed');
    });

    it('counts from the beginning of the load when it is changed', async () => {
      const { host } = diary();
      host.open(iframe, { origin });
      // The load is older than that by the time the timer is set.
      host.readyTimeout = Number.MIN_VALUE;
      expect(await codeOf(host.ready)).to.equal('LOAD_TIMEOUT');
      host.close('destroyed');
    });
  });

  describe('ready', () => {
    it('stays the same promise through a reload', async () => {
      const { host } = diary();
      host.open(iframe, { origin });
      const promise = host.ready;
      host.close('loading');
      host.open(iframe, { origin });
      speak(iframe, { type: 'ready', payload: { version: '2' } });
      expect(await promise).to.deep.equal({ version: '2' });
      host.close('destroyed');
    });

    it('begins anew with a load after ready or failure', async () => {
      const { host } = diary();
      host.open(iframe, { origin });
      speak(iframe, ready);
      host.close('loading');
      expect(await stateOf(host.ready)).to.equal('pending');
      host.fail(new UbaError('INVALID_CONFIG', 'x'));
      expect(await codeOf(host.ready)).to.equal('INVALID_CONFIG');
      host.close('idle');
      expect(await stateOf(host.ready)).to.equal('pending');
      host.close('destroyed');
    });

    it('is rejected once more by a second failure', async () => {
      const { host, entries } = diary();
      host.fail(new UbaError('INVALID_CONFIG', 'x'));
      host.fail(new UbaError('INVALID_CONFIG', 'y'));
      expect(await host.ready.catch((error: unknown) => String(error))).to.equal('UbaError: y');
      expect(entries).to.deep.equal(['failed INVALID_CONFIG', 'failed INVALID_CONFIG']);
    });
  });

  describe('postMessage', () => {
    it('waits for ready and keeps the order', async () => {
      const { host } = diary((entry) => {
        if (entry === 'ready') host.postMessage('third');
      });
      host.postMessage('first');
      host.open(iframe, { origin });
      const posted = postedUntil('last');
      host.postMessage({ second: [1] });
      speak(iframe, ready);
      host.postMessage('last');
      expect(await posted).to.deep.equal(['first', { second: [1] }, 'third', 'last']);
      host.close('destroyed');
    });

    it('takes a snapshot, and refuses at once what cannot be cloned', async () => {
      const { host } = diary();
      host.open(iframe, { origin });
      const message = { text: 'before' };
      host.postMessage(message);
      message.text = 'after';
      const uncloneable = () => host.postMessage(() => 1);
      expect(codeThrownBy(uncloneable)).to.include('DataCloneError');
      const posted = postedUntil('last');
      speak(iframe, ready);
      expect(codeThrownBy(uncloneable)).to.include('DataCloneError');
      host.postMessage('last');
      expect(await posted).to.deep.equal([{ text: 'before' }, 'last']);
      host.close('destroyed');
    });

    it('targets the exact origin', () => {
      const targets: unknown[] = [];
      const fake = { postMessage: (_: unknown, target: unknown) => targets.push(target) };
      Object.defineProperty(iframe, 'contentWindow', { get: () => fake });
      const { host } = diary();
      host.open(iframe, { origin: 'https://uba.test.fino.run' });
      host.postMessage('queued');
      // A plain object is no source of a real event, so the event is made up as well.
      const event = new MessageEvent('message', {
        data: ready,
        origin: 'https://uba.test.fino.run',
      });
      window.dispatchEvent(Object.defineProperty(event, 'source', { value: fake }));
      host.postMessage('direct');
      expect(targets).to.deep.equal(['https://uba.test.fino.run', 'https://uba.test.fino.run']);
      host.close('destroyed');
    });

    it('holds 100 messages and refuses the next', () => {
      const { host } = diary();
      for (let count = 0; count < 100; count++) host.postMessage(count);
      expect(codeThrownBy(() => host.postMessage(100))).to.equal('QUEUE_FULL');
      expect(() => host.postMessage(100)).to.throw('100 messages wait already.');
    });

    it('drops the queue with the load that it was meant for', async () => {
      const { host } = diary();
      host.open(iframe, { origin });
      host.postMessage('of the old session');
      host.close('loading');
      host.postMessage('of the new session');
      host.open(iframe, { origin });
      const posted = postedUntil('last');
      speak(iframe, ready);
      host.postMessage('last');
      expect(await posted).to.deep.equal(['of the new session', 'last']);
      host.close('destroyed');
    });

    it('says nothing into a frame that the page took away', () => {
      const { host } = diary();
      host.open(iframe, { origin });
      speak(iframe, ready);
      iframe.remove();
      host.postMessage('lost');
      host.close('destroyed');
    });
  });

  describe('control messages', () => {
    it('passes a height on where the frame has announced resize', () => {
      const { host, entries } = diary();
      host.open(iframe, { origin });
      const resize = { type: 'resize', payload: { height: 500 } };
      speak(iframe, resize);
      speak(iframe, { type: 'ready', payload: { features: ['theme'] } });
      speak(iframe, resize);
      speak(iframe, { type: 'ready', payload: { features: ['resize'] } });
      speak(iframe, resize);
      expect(entries.filter((entry) => entry.startsWith('height'))).to.deep.equal(['height 500']);
      host.close('destroyed');
    });

    it('does not lose ready, whatever features holds', () => {
      for (const features of ['theme', { 0: 'theme' }, null, 7, [['theme']]]) {
        const { host } = diary();
        host.open(iframe, { origin });
        speak(iframe, { type: 'ready', payload: { features } });
        expect(host.status).to.equal('ready');
        expect(host.offers('theme')).to.equal(false);
        host.close('destroyed');
      }
      const { host } = diary();
      expect(host.offers('theme')).to.equal(false);
    });
  });

  describe('rejections', () => {
    it('are passed on at most ten times a second', () => {
      let time = 1000;
      const restore = stub(performance, 'now', () => time);
      try {
        const { host, entries } = diary();
        host.open(iframe, { origin });
        for (let count = 0; count < 1000; count++) speak(iframe, count);
        expect(entries.splice(0)).to.have.length(11);
        time += 999;
        speak(iframe, 0);
        expect(entries.splice(0)).to.deep.equal([]);
        time += 1;
        speak(iframe, 0);
        speak(iframe, ready, 'null');
        expect(entries.splice(0)).to.deep.equal(['rejected envelope', 'rejected origin']);
        host.close('destroyed');
      } finally {
        restore();
      }
    });
  });

  describe('close', () => {
    it('ends everything at once, and for good with destroyed', async () => {
      const { host, entries } = diary();
      host.open(iframe, { origin });
      speak(iframe, ready);
      host.close('destroyed');
      speak(iframe, { type: 'EXIT' });
      host.close('idle');
      host.close('destroyed');
      expect(host.status).to.equal('destroyed');
      expect(host.iframe).to.equal(undefined);
      expect(iframe.isConnected, 'the iframe is not ours to remove').to.equal(true);
      expect(await codeOf(host.ready)).to.equal('DESTROYED');
      expect(codeThrownBy(() => host.postMessage(1))).to.equal('DESTROYED');
      expect(codeThrownBy(() => host.assertAlive())).to.equal('DESTROYED');
      expect(() => host.assertAlive()).to.throw('The widget was destroyed.');
      expect(entries).to.deep.equal(['loading', 'ready', 'message ready', 'destroyed DESTROYED']);
    });

    it('may come from within, before the message that brought it about', () => {
      const { host, entries } = diary((entry) => {
        if (entry === 'ready') host.close('destroyed');
      });
      host.open(iframe, { origin });
      host.postMessage('queued');
      speak(iframe, ready);
      expect(entries).to.deep.equal(['loading', 'ready', 'destroyed DESTROYED']);
    });
  });

  describe('the shared listener', () => {
    /** How many `message` listeners there are on the window, from now on. */
    function countListeners() {
      const known = new Set<unknown>();
      const add = window.addEventListener.bind(window);
      const remove = window.removeEventListener.bind(window);
      const restore = [
        stub(window, 'addEventListener', (...args: Parameters<typeof add>) => {
          if (args[0] === 'message') known.add(args[1]);
          add(...args);
        }),
        stub(window, 'removeEventListener', (...args: Parameters<typeof remove>) => {
          if (args[0] === 'message') known.delete(args[1]);
          remove(...args);
        }),
      ];
      return {
        get count() {
          return known.size;
        },
        restore: () => {
          for (const put of restore) put();
        },
      };
    }

    it('is one a window, however many frames are open, and goes with the last', () => {
      const listeners = countListeners();
      try {
        const frames = Array.from({ length: 5 }, () => {
          const frame = document.createElement('iframe');
          document.body.append(frame);
          const { host, entries } = diary();
          host.open(frame, { origin });
          return { frame, host, entries };
        });
        expect(listeners.count).to.equal(1);
        for (const { frame } of frames) speak(frame, ready);
        for (const { entries } of frames) {
          expect(entries).to.deep.equal(['loading', 'ready', 'message ready']);
        }
        for (const { frame, host } of frames) {
          expect(listeners.count).to.equal(1);
          host.close('destroyed');
          frame.remove();
        }
        expect(listeners.count).to.equal(0);
      } finally {
        listeners.restore();
      }
    });

    it('does not look for the window of a frame before somebody speaks', () => {
      let reads = 0;
      Object.defineProperty(iframe, 'contentWindow', {
        get: () => {
          reads++;
          return null;
        },
      });
      const { host } = diary();
      host.open(iframe, { origin });
      expect(reads).to.equal(0);
      window.dispatchEvent(new MessageEvent('message', { source: window }));
      expect(reads).to.equal(1);
      host.close('destroyed');
    });

    it('leaves the messages of the page to the page', () => {
      const { host } = diary();
      host.open(iframe, { origin });
      const seen: unknown[] = [];
      const listener = ({ data }: MessageEvent) => seen.push(data);
      window.addEventListener('message', listener);
      speak(iframe, ready);
      window.dispatchEvent(new MessageEvent('message', { data: 'of the page' }));
      window.removeEventListener('message', listener);
      expect(seen).to.deep.equal([ready, 'of the page']);
      host.close('destroyed');
    });

    it('follows an iframe that the page moved and that got a new window', () => {
      const { host, entries } = diary();
      host.open(iframe, { origin });
      speak(iframe, ready);
      const before = iframe.contentWindow;
      document.body.append(iframe);
      expect(iframe.contentWindow, 'the engine gave it a new window').not.to.equal(before);
      host.moved();
      expect(host.status).to.equal('loading');
      speak(iframe, ready);
      expect(host.status).to.equal('ready');
      host.moved();
      expect(host.status, 'still the same window').to.equal('ready');
      expect(entries).to.deep.equal([
        'loading',
        'ready',
        'message ready',
        'loading',
        'ready',
        'message ready',
      ]);
      host.close('destroyed');
      expect(() => {
        host.moved();
        host.reloaded();
      }).not.to.throw();
    });

    it('waits on where the iframe loads anew before it was ready', () => {
      const { host, entries } = diary();
      host.open(iframe, { origin });
      host.reloaded();
      speak(iframe, ready);
      expect(entries).to.deep.equal(['loading', 'ready', 'message ready']);
      host.close('destroyed');
    });

    it('leaves a window whose last frame has gone, whatever is open in another', () => {
      const inner = iframe.contentDocument;
      if (!inner) throw new Error('The other window is missing.');
      const elsewhere = inner.body.appendChild(inner.createElement('iframe'));
      const beside = document.body.appendChild(document.createElement('iframe'));
      const listeners = countListeners();
      try {
        const [here, there] = [diary().host, diary().host];
        here.open(beside, { origin });
        there.open(elsewhere, { origin });
        here.close('destroyed');
        expect(listeners.count).to.equal(0);
        there.close('destroyed');
      } finally {
        listeners.restore();
        beside.remove();
      }
    });

    it('is not troubled by what is none of its business', () => {
      const { host, entries } = diary();
      const errors: unknown[] = [];
      const note = (event: ErrorEvent) => {
        event.preventDefault();
        errors.push(event.error);
      };
      window.addEventListener('error', note);
      host.open(iframe, { origin });
      speak(iframe, { type: 'theme' });
      window.removeEventListener('error', note);
      expect(errors).to.deep.equal([]);
      expect(entries).to.deep.equal(['loading']);
      host.close('destroyed');
    });

    it('opens a frame of a document without a window, which can never speak', () => {
      const { host } = diary();
      const inert = document.implementation.createHTMLDocument().createElement('iframe');
      host.open(inert, { origin });
      expect(host.status).to.equal('loading');
      host.close('destroyed');
    });
  });

  it('takes 20,000 messages in a burst', () => {
    let accepted = 0;
    const host: FrameHost = new FrameHost({
      statusChanged: () => undefined,
      accepted: () => accepted++,
      rejected: () => undefined,
      resized: () => undefined,
    });
    host.open(iframe, { origin });
    for (let count = 0; count < 20_000; count++) speak(iframe, { type: 'state', payload: count });
    expect(accepted).to.equal(20_000);
    host.close('destroyed');
  });
});
