import { expect } from '@open-wc/testing';
import { iframeOf, origin, silent, staged } from '../../../test/fixtures/stage-widget.js';
import { speak, speakFrom } from '../../../test/fixtures/speak.js';
import { stub } from '../../../test/fixtures/stub.js';
import { createUbaWidget, UbaError, type FinoUba, type UbaWidgetController } from './index.js';

const ready = { type: 'ready', payload: { version: '1' } };

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fulfilled',
    (error: unknown) => (error instanceof UbaError ? error.code : String(error)),
  );

const codeThrownBy = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof UbaError ? error.code : String(error);
  }
  return 'nothing';
};

/** The iframe, once its document is there. */
async function loaded(widget: UbaWidgetController): Promise<HTMLIFrameElement> {
  const iframe = iframeOf(widget);
  await new Promise((resolve) => (iframe.onload = resolve));
  return iframe;
}

/** Every iframe that gets into the element from now on. Each costs a request. */
function framesOf(element: FinoUba): HTMLIFrameElement[] {
  const frames: HTMLIFrameElement[] = [];
  const root = element.shadowRoot;
  if (!root) throw new Error('The element was never connected.');
  const prepend = root.prepend.bind(root);
  root.prepend = (...nodes) => {
    frames.push(...nodes.filter((node) => node instanceof HTMLIFrameElement));
    prepend(...nodes);
  };
  return frames;
}

describe('the life of fino-uba', () => {
  it('is idle without a session, until one comes', async () => {
    const element = document.createElement('fino-uba');
    document.body.append(element);
    await element.updateComplete;
    expect(element.status).to.equal('idle');
    expect(element.matches(':state(idle)')).to.equal(true);
    expect(element.shadowRoot?.childElementCount).to.equal(0);
    Object.assign(element, silent);
    await element.updateComplete;
    expect(element.status).to.equal('loading');
    element.connectURL = undefined;
    await element.updateComplete;
    expect(element.status).to.equal('idle');
    expect(element.shadowRoot?.childElementCount).to.equal(0);
    element.destroy();
    element.remove();
  });

  it('loads once for many changes in one task', async () => {
    const widget = createUbaWidget(silent);
    document.body.append(widget.element);
    const frames = framesOf(widget.element);
    widget.element.remove();
    document.body.append(widget.element);
    widget.setSession('a', 'b');
    widget.setSession('c', 'd');
    widget.reload();
    widget.element.tenant = 't';
    await widget.element.updateComplete;
    expect(frames).to.have.length(1);
    expect(iframeOf(widget).src).to.include('sessionId=c&userIdentifier=d&tenant=t');
    widget.destroy();
  });

  it('loads nothing where it is gone again within the task', async () => {
    const widget = createUbaWidget(silent);
    document.body.append(widget.element);
    const frames = framesOf(widget.element);
    widget.element.remove();
    await widget.element.updateComplete;
    expect(frames).to.have.length(0);
    expect(widget.status).to.equal('idle');
    widget.destroy();
  });

  it('shows its status as custom states', async () => {
    const widget = await staged();
    expect(widget.element.matches(':state(loading)')).to.equal(true);
    speak(iframeOf(widget), ready);
    expect(widget.element.matches(':state(ready):not(:state(loading))')).to.equal(true);
    widget.update({ connectURL: undefined });
    widget.element.setAttribute('origin', '*');
    await widget.element.updateComplete;
    expect(widget.element.matches(':state(failed)')).to.equal(true);
    widget.destroy();
  });

  it('gets along with an engine that knows no custom states', async () => {
    const restore = stub(HTMLElement.prototype, 'attachInternals', () => ({}) as ElementInternals);
    const widget = await staged();
    restore();
    speak(iframeOf(widget), ready);
    expect(widget.status).to.equal('ready');
    widget.destroy();
  });

  it('tells each change of the status', async () => {
    const widget = createUbaWidget(silent);
    const seen: string[] = [];
    const parent = document.createElement('div');
    document.body.append(parent);
    parent.addEventListener('uba-status', ({ detail }) => seen.push(detail.status));
    parent.append(widget.element);
    await widget.element.updateComplete;
    speak(iframeOf(widget), ready);
    widget.reload();
    widget.reload();
    await widget.element.updateComplete;
    widget.destroy();
    expect(seen).to.deep.equal(['loading', 'ready', 'loading', 'destroyed']);
    parent.remove();
  });
});

describe('reload and setSession', () => {
  it('put a fresh iframe in place of the old one, whose messages are dropped', async () => {
    const widget = await staged();
    const before = iframeOf(widget);
    const { contentWindow: source } = before;
    const heard: string[] = [];
    widget.on('*', ({ type }) => heard.push(type));
    speak(before, ready);
    for (const change of [() => widget.reload(), () => widget.setSession('a', 'b')]) {
      change();
      expect(before.isConnected).to.equal(false);
      speakFrom(source, { type: 'EXIT' });
      await widget.element.updateComplete;
      expect(iframeOf(widget)).not.to.equal(before);
    }
    expect(heard).to.deep.equal(['ready']);
    widget.destroy();
  });

  it('add no entry to the history', async () => {
    const widget = await staged();
    await new Promise((resolve) => (iframeOf(widget).onload = resolve));
    const before = history.length;
    for (const id of ['a', 'b']) {
      widget.setSession(id, id);
      await widget.element.updateComplete;
      await new Promise((resolve) => (iframeOf(widget).onload = resolve));
    }
    expect(history.length).to.equal(before);
    widget.destroy();
  });

  it('leave ready pending, for the newest load to fulfil', async () => {
    const widget = await staged();
    const early = widget.ready();
    widget.setSession('a', 'b');
    await widget.element.updateComplete;
    widget.reload();
    await widget.element.updateComplete;
    speak(iframeOf(widget), { type: 'ready', payload: { version: '3' } });
    expect(await early).to.deep.equal({ version: '3' });
    widget.reload();
    const late = widget.ready();
    expect(late).not.to.equal(early);
    await widget.element.updateComplete;
    speak(iframeOf(widget), { type: 'ready', payload: { version: '4' } });
    expect(await late).to.deep.equal({ version: '4' });
    widget.destroy();
  });

  it('drop the queue of the old load and keep what comes after', async () => {
    const widget = await staged();
    widget.postMessage('old');
    widget.setSession('a', 'b');
    widget.postMessage('new');
    widget.setSession('a', 'c');
    widget.postMessage('newest');
    await widget.element.updateComplete;
    const iframe = iframeOf(widget);
    const posted = new Promise((resolve) => {
      iframe.contentWindow?.addEventListener('message', ({ data }) => resolve(data));
    });
    speak(iframe, ready);
    expect(await posted).to.equal('newest');
    widget.destroy();
  });

  it('setSession clears connectURL and takes two non-empty strings only', async () => {
    const widget = await staged();
    const bad = [
      ['', 'u'],
      ['s', ''],
      [undefined, undefined],
      [null, null],
      [7, 'u'],
      ['s', {}],
    ];
    for (const ids of bad) {
      const set = (): unknown => Reflect.apply(widget.setSession.bind(widget), undefined, ids);
      expect(codeThrownBy(set), JSON.stringify(ids)).to.equal('INVALID_CONFIG');
    }
    expect(widget.element.connectURL).to.equal(silent.connectURL);
    widget.setSession('s', 'u');
    await widget.element.updateComplete;
    expect(widget.element.connectURL).to.equal(undefined);
    expect(iframeOf(widget).src).to.include('/auth?sessionId=s&userIdentifier=u');
    widget.destroy();
  });

  it('recover from an iframe that the page took away', async () => {
    const widget = await staged();
    speak(iframeOf(widget), ready);
    iframeOf(widget).remove();
    widget.postMessage('into nowhere');
    widget.reload();
    await widget.element.updateComplete;
    speak(iframeOf(widget), ready);
    expect(widget.status).to.equal('ready');
    widget.destroy();
  });

  it('work from within a handler', async () => {
    const widget = await staged();
    const frames = framesOf(widget.element);
    const heard: string[] = [];
    widget.on('ready', () => widget.setSession('a', 'b'), { once: true });
    widget.on('*', ({ type }) => heard.push(type));
    speak(iframeOf(widget), ready);
    await widget.element.updateComplete;
    expect(frames).to.have.length(1);
    expect(heard, 'the message that was under way arrives whole').to.deep.equal(['ready']);
    widget.destroy();
  });
});

describe('removing and moving', () => {
  it('unloads the frame, and inserting again loads it anew with one request', async () => {
    const widget = await staged();
    const frames = framesOf(widget.element);
    speak(iframeOf(widget), ready);
    widget.element.remove();
    expect(widget.status).to.equal('idle');
    expect(widget.element.shadowRoot?.childElementCount).to.equal(0);
    document.body.append(widget.element);
    await widget.element.updateComplete;
    expect(frames).to.have.length(1);
    expect(widget.status).to.equal('loading');
    widget.destroy();
  });

  it('by append keeps the iframe, which the engine loads anew: one request', async () => {
    const widget = await staged();
    const frames = framesOf(widget.element);
    const iframe = await loaded(widget);
    speak(iframe, ready);
    const before = iframe.contentWindow;
    const place = document.createElement('div');
    document.body.append(place);
    place.append(widget.element);
    await widget.element.updateComplete;
    expect(frames).to.have.length(0);
    expect(iframeOf(widget)).to.equal(iframe);
    expect(iframe.contentWindow, 'the engine loads it anew').not.to.equal(before);
    expect(widget.status).to.equal('loading');
    speak(iframe, ready);
    expect(widget.status).to.equal('ready');
    widget.destroy();
    place.remove();
  });

  it('by append before the frame has spoken still waits for its ready', async () => {
    const widget = await staged();
    const iframe = iframeOf(widget);
    const place = document.createElement('div');
    document.body.append(place);
    place.append(widget.element);
    await widget.element.updateComplete;
    expect(iframeOf(widget)).to.equal(iframe);
    expect(widget.status).to.equal('loading');
    speak(iframe, ready);
    expect(widget.status).to.equal('ready');
    widget.destroy();
    place.remove();
  });

  it('by append as the session changes loads the new one alone', async () => {
    const widget = await staged();
    const frames = framesOf(widget.element);
    const place = document.createElement('div');
    document.body.append(place);
    widget.setSession('a', 'b');
    place.append(widget.element);
    await widget.element.updateComplete;
    expect(frames).to.have.length(1);
    expect(iframeOf(widget)).to.equal(frames[0]);
    widget.destroy();
    place.remove();
  });

  it('may be destroyed while it is moved by append', async () => {
    const widget = await staged();
    const iframe = iframeOf(widget);
    speak(iframe, ready);
    widget.element.addEventListener('uba-status', () => widget.element.destroy(), { once: true });
    const place = document.createElement('div');
    document.body.append(place);
    place.append(widget.element);
    await widget.element.updateComplete;
    expect(widget.status).to.equal('destroyed');
    expect(widget.element.shadowRoot?.childElementCount).to.equal(0);
    place.remove();
  });

  it('by moveBefore makes no further frame', async () => {
    const widget = await staged();
    const frames = framesOf(widget.element);
    const iframe = await loaded(widget);
    speak(iframe, ready);
    const place = document.createElement('div');
    document.body.append(place);
    const source = iframe.contentWindow;
    // An engine without it has `append` alone, which loads the frame anew.
    if ('moveBefore' in place) place.moveBefore(widget.element, null);
    else (place as HTMLElement).append(widget.element);
    await widget.element.updateComplete;
    expect(frames).to.have.length(0);
    expect(iframeOf(widget)).to.equal(iframe);
    const kept = iframe.contentWindow === source;
    expect(widget.status, 'an engine that reloads the frame').to.equal(kept ? 'ready' : 'loading');
    speak(iframe, ready);
    expect(widget.status).to.equal('ready');
    widget.destroy();
    place.remove();
  });

  it('into another document brings listener and style sheets along', async () => {
    const other = document.createElement('iframe');
    document.body.append(other);
    const { contentDocument } = other;
    if (!contentDocument) throw new Error('The other document is missing.');
    const widget = await staged();
    contentDocument.body.append(widget.element);
    await widget.element.updateComplete;
    const iframe = iframeOf(widget);
    expect(iframe.ownerDocument).to.equal(contentDocument);
    expect(widget.element.shadowRoot?.adoptedStyleSheets).to.have.length(1);
    const style = other.contentWindow?.getComputedStyle(widget.element);
    expect(style?.height).to.equal('640px');
    speak(iframe, ready);
    expect(widget.status).to.equal('ready');

    document.body.append(widget.element);
    await widget.element.updateComplete;
    expect(getComputedStyle(widget.element).height).to.equal('640px');
    speak(iframeOf(widget), ready);
    expect(widget.status).to.equal('ready');
    widget.destroy();
    other.remove();
  });

  it('a clone takes the attributes along and has a life of its own', async () => {
    const widget = await staged();
    widget.element.setAttribute('origin', origin);
    widget.element.setAttribute('connect-url', `${silent.connectURL ?? ''}?clone`);
    const clone = document.importNode(widget.element, true);
    document.body.append(clone);
    await clone.updateComplete;
    expect(iframeOf({ element: clone }).src).to.include('?clone');
    clone.destroy();
    expect(widget.status).to.equal('loading');
    clone.remove();
    widget.destroy();
  });
});

describe('destroy', () => {
  it('ends everything at once, and for good', async () => {
    const widget = await staged();
    const { element } = widget;
    const iframe = iframeOf(widget);
    const heard: string[] = [];
    const stop = widget.on('*', ({ type }) => heard.push(type));
    element.destroy();
    expect(element.isConnected, 'it may belong to a framework').to.equal(true);
    expect(element.shadowRoot?.childElementCount).to.equal(0);
    expect(iframe.isConnected).to.equal(false);
    expect(element.status).to.equal('destroyed');
    expect(await codeOf(element.ready)).to.equal('DESTROYED');
    const acts = [
      () => element.postMessage(1),
      () => element.reload(),
      () => element.setSession('s', 'u'),
      () => element.setOptions({}),
    ];
    expect(acts.map(codeThrownBy)).to.deep.equal(Array(4).fill('DESTROYED'));
    stop();
    element.destroy();
    element.remove();
    document.body.append(element);
    element.sessionId = 's';
    element.origin = origin;
    await element.updateComplete;
    expect(element.shadowRoot?.childElementCount, 'no resurrection').to.equal(0);
    expect(element.status).to.equal('destroyed');
    expect(heard).to.deep.equal([]);
    element.remove();
  });

  it('works before the element was ever inserted, and before ready', async () => {
    const widget = createUbaWidget(silent);
    const pending = widget.ready();
    widget.destroy();
    expect(await codeOf(pending)).to.equal('DESTROYED');
    document.body.append(widget.element);
    await widget.element.updateComplete;
    expect(widget.element.shadowRoot?.childElementCount).to.equal(0);
    widget.element.remove();
  });

  it('may come from a handler of any event, and the rest of the message stays unsaid', async () => {
    for (const type of ['uba-status', 'ready', 'uba-message'] as const) {
      const widget = await staged();
      const heard: string[] = [];
      widget.element.addEventListener(type, () => widget.destroy(), { once: true });
      for (const name of ['ready', 'uba-message'] as const) {
        widget.element.addEventListener(name, () => heard.push(name));
      }
      speak(iframeOf(widget), ready);
      expect(widget.status).to.equal('destroyed');
      expect(heard).to.deep.equal(
        { 'uba-status': [], ready: ['ready'], 'uba-message': ['ready', 'uba-message'] }[type],
      );
    }
  });

  it('from the very first uba-status leaves no frame behind', async () => {
    const widget = createUbaWidget(silent);
    widget.element.addEventListener('uba-status', () => widget.element.destroy());
    document.body.append(widget.element);
    const frames = framesOf(widget.element);
    await widget.element.updateComplete;
    expect(frames).to.have.length(0);
    widget.element.remove();
  });

  it('leaves no unhandled rejection behind', async () => {
    const reports: unknown[] = [];
    const report = ({ reason }: PromiseRejectionEvent) => reports.push(reason);
    addEventListener('unhandledrejection', report);
    for (const options of [silent, { ...silent, readyTimeout: 1 }]) {
      const widget = await staged(options);
      await codeOf(Promise.race([widget.ready(), new Promise((done) => setTimeout(done, 20))]));
      widget.destroy();
    }
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', report);
    expect(reports).to.deep.equal([]);
  });
});
