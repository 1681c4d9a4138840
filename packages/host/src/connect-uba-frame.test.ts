import { expect } from '@open-wc/testing';
import { speak } from '../../../test/fixtures/speak.js';
import { connectUbaFrame } from './connect-uba-frame.js';
import { UbaError } from './uba-error.js';

const origin = location.origin;
const blank = `${origin}/test/fixtures/blank.html`;
const ready = { type: 'ready', payload: { version: '1', features: ['resize'] } };

describe('connectUbaFrame', () => {
  let iframe: HTMLIFrameElement;
  beforeEach(() => {
    iframe = document.createElement('iframe');
    document.body.append(iframe);
  });
  afterEach(() => iframe.remove());

  it('gives an iframe without an address the attributes and the address', () => {
    const connection = connectUbaFrame(iframe, { origin, connectURL: blank, lang: 'de' });
    expect(iframe.src).to.equal(`${blank}?lang=de`);
    expect(iframe.sandbox.contains('allow-scripts')).to.equal(true);
    expect(iframe.title).to.equal('Bank verbinden');
    connection.disconnect();
  });

  it('leaves an iframe that has an address as it is', () => {
    iframe.src = blank;
    const before = iframe.outerHTML;
    const connection = connectUbaFrame(iframe, { origin });
    expect(iframe.outerHTML).to.equal(before);
    speak(iframe, ready);
    connection.disconnect();
    expect(iframe.outerHTML).to.equal(before);
  });

  it('hands messages over and ends with disconnect', async () => {
    const connection = connectUbaFrame(iframe, { origin, connectURL: blank });
    const heard: string[] = [];
    const stop = connection.on('bank-connect', ({ payload }) => heard.push(payload.bankLoginId));
    connection.on('*', ({ type }) => heard.push(type));
    speak(iframe, ready);
    expect(await connection.ready()).to.deep.equal(ready.payload);
    const connected = { type: 'bank-connect', message: { accountIds: [], bankLoginId: 'b' } };
    speak(iframe, connected);
    speak(iframe, { type: 'bank-connect' });
    stop();
    speak(iframe, connected);
    expect(heard.splice(0)).to.deep.equal(['ready', 'b', 'bank-connect', 'bank-connect']);
    connection.disconnect();
    connection.disconnect();
    speak(iframe, connected);
    expect(heard).to.deep.equal([]);
    const error: unknown = await connection.ready().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(UbaError).with.property('code', 'DESTROYED');
    expect(() => connection.postMessage(1)).to.throw(UbaError);
    expect(iframe.isConnected).to.equal(true);
  });

  it('stops between the two events of a message where a handler disconnects', () => {
    const connection = connectUbaFrame(iframe, { origin, connectURL: blank });
    let others = 0;
    connection.on('EXIT', () => connection.disconnect());
    connection.on('*', () => others++);
    speak(iframe, { type: 'EXIT' });
    expect(others).to.equal(0);
  });

  it('posts to the frame', async () => {
    const connection = connectUbaFrame(iframe, { origin, connectURL: blank });
    connection.postMessage('hello');
    await new Promise((resolve) => (iframe.onload = resolve));
    const posted = new Promise((resolve) => {
      iframe.contentWindow?.addEventListener('message', ({ data }) => resolve(data));
    });
    speak(iframe, ready);
    expect(await posted).to.equal('hello');
    connection.disconnect();
  });

  it('follows the height of the content where that is wished', () => {
    const resize = { type: 'resize', payload: { height: 480 } };
    const still = connectUbaFrame(iframe, { origin, connectURL: blank });
    speak(iframe, ready);
    speak(iframe, resize);
    expect(iframe.style.height).to.equal('');
    still.disconnect();
    const following = connectUbaFrame(iframe, { origin, autoHeight: true });
    speak(iframe, ready);
    speak(iframe, resize);
    expect(iframe.style.height).to.equal('480px');
    following.disconnect();
  });

  it('throws INVALID_CONFIG and connects nothing', () => {
    expect(() => connectUbaFrame(iframe, { origin: 'null' })).to.throw(UbaError, 'origin');
    expect(() => connectUbaFrame(iframe, {})).to.throw(UbaError, 'sessionId is missing');
    expect(iframe.hasAttribute('src')).to.equal(false);
  });

  it('rejects nobody unheard: a failure is passed over and a rejected message too', async () => {
    const connection = connectUbaFrame(iframe, { origin, connectURL: blank, readyTimeout: 1 });
    speak(iframe, 'nonsense');
    const error: unknown = await connection.ready().catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'LOAD_TIMEOUT');
    connection.disconnect();
  });
});
