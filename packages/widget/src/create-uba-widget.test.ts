import { expect } from '@open-wc/testing';
import { iframeOf, origin, silent, staged } from '../../../test/fixtures/stage-widget.js';
import { speak } from '../../../test/fixtures/speak.js';
import { createUbaWidget, FinoUba, origins, UbaError, UbaWidgetController } from './index.js';
import { loadUbaWidget } from './loader.js';

const session = { sessionId: 'eyJhbG...', userIdentifier: 'a1b2c3d4' };
const ready = { type: 'ready', payload: { version: '1' } };

describe('createUbaWidget', () => {
  it('runs the sample of the documentation unchanged', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const widget = createUbaWidget({
      ...session,
      service: 'myapp',
      tenant: 'mycompany',
      hideHeader: true,
      colorScheme: 'dark',
      theme: { primaryColor: '#1A73E8', backgroundColor: '#272727' },
      origin,
    });
    container.appendChild(widget.element);
    const connected: (readonly string[])[] = [];
    widget.on('bank-connect', ({ payload }) => {
      connected.push(payload.accountIds);
    });
    await widget.element.updateComplete;
    speak(iframeOf(widget), ready);
    expect(await widget.ready()).to.deep.equal({ version: '1' });
    const message = { accountIds: ['1', '2'], bankLoginId: 'l' };
    speak(iframeOf(widget), { type: 'bank-connect', message });
    expect(connected).to.deep.equal([['1', '2']]);
    widget.setSession('newSessionId', 'newUserIdentifier');
    widget.reload();
    await widget.element.updateComplete;
    expect(iframeOf(widget).src).to.include('sessionId=newSessionId');
    widget.destroy();
    expect(container.childElementCount).to.equal(0);
    container.remove();
  });

  it('throws INVALID_CONFIG, which names the option and never its value', () => {
    const bad = { ...session, origin: 'https://secret.test/x' };
    expect(() => createUbaWidget(bad))
      .to.throw(UbaError, /^origin must be/)
      .with.property('code', 'INVALID_CONFIG');
    expect(() => createUbaWidget(bad)).not.to.throw(/secret/);
    expect(() => createUbaWidget({ sessionId: 's' })).to.throw('userIdentifier is missing');
  });

  it('is idle without a session', async () => {
    const widget = createUbaWidget();
    document.body.append(widget.element);
    await widget.element.updateComplete;
    expect(widget.status).to.equal('idle');
    widget.destroy();
  });

  it('reads own properties alone, each once', () => {
    let reads = 0;
    const options = Object.create({ tenant: 'inherited' }) as object;
    Object.defineProperty(options, 'service', { get: () => `read ${String(++reads)}` });
    const { element } = createUbaWidget(options);
    expect(element.tenant).to.equal(undefined);
    expect(element.service).to.equal('read 1');
  });

  it('makes an element that carries no attribute', () => {
    expect(createUbaWidget({ ...silent, lang: 'de' }).element.attributes).to.have.length(0);
  });
});

describe('UbaWidgetController', () => {
  it('drives an element that is there already', () => {
    const element = document.createElement('fino-uba');
    const widget = new UbaWidgetController(element);
    expect(widget.element).to.equal(element);
    expect(widget.status).to.equal('idle');
    expect(widget.ready()).to.equal(element.ready);
  });

  it('ends a handler by off, by what on returns, and by a signal', async () => {
    const widget = await staged();
    const heard: string[] = [];
    const handler = () => heard.push('off');
    widget.on('EXIT', handler);
    const stop = widget.on('EXIT', () => heard.push('stop'));
    const abort = new AbortController();
    widget.on('EXIT', () => heard.push('signal'), { signal: abort.signal });
    speak(iframeOf(widget), { type: 'EXIT' });
    widget.off('EXIT', handler);
    stop();
    abort.abort();
    speak(iframeOf(widget), { type: 'EXIT' });
    expect(heard).to.deep.equal(['off', 'stop', 'signal']);
    widget.destroy();
    widget.off('EXIT', handler);
    stop();
  });

  it('promises the next message by once', async () => {
    const widget = await staged();
    const next = widget.once('EXIT');
    const any = widget.once('*');
    speak(iframeOf(widget), { type: 'SUCCESS' });
    speak(iframeOf(widget), { type: 'EXIT', payload: { code: 'x' } });
    expect((await next).payload?.code).to.equal('x');
    expect((await any).type).to.equal('SUCCESS');
    widget.destroy();
  });

  it('posts to the frame', async () => {
    const widget = await staged();
    const iframe = iframeOf(widget);
    const posted = new Promise((resolve) => {
      iframe.contentWindow?.addEventListener('message', ({ data }) => resolve(data));
    });
    widget.postMessage('hello');
    speak(iframe, ready);
    expect(await posted).to.equal('hello');
    widget.destroy();
  });

  it('is destroyed twice as well as once, and by dispose', async () => {
    const widget = await staged();
    widget[Symbol.dispose]();
    widget.destroy();
    expect(widget.status).to.equal('destroyed');
    expect(widget.element.isConnected).to.equal(false);
    expect(() => widget.update({}))
      .to.throw(UbaError)
      .with.property('code', 'DESTROYED');
  });
});

describe('the module', () => {
  it('registers fino-uba', () => {
    expect(customElements.get('fino-uba')).to.equal(FinoUba);
    expect(origins.production).to.equal('https://uba.fino.run');
  });

  it('does no harm when it is loaded twice', async () => {
    await import(new URL('./define.ts?copy', import.meta.url).href);
    expect(customElements.get('fino-uba')).to.equal(FinoUba);
  });

  it('can be loaded when it is needed', async () => {
    expect((await loadUbaWidget()).createUbaWidget).to.equal(createUbaWidget);
  });
});
