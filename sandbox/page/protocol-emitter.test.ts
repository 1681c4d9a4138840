import { expect, waitUntil } from '@open-wc/testing';
import type { UbaFeature } from '@finodigital/uba-protocol';
import type { ProtocolEmitter } from './protocol-emitter.js';
import type { Appearance } from './theme/appearance.js';

interface Inside extends Window {
  emitter: ProtocolEmitter;
  appearances: Appearance[];
}

/** A frame with an emitter in it that announced these features, and all that it posts. */
async function embed(features: readonly UbaFeature[] = ['theme', 'resize']) {
  const posted: unknown[] = [];
  const listen = ({ source, data }: MessageEvent<unknown>) => {
    if (source === frame.contentWindow) posted.push(data);
  };
  const frame = document.createElement('iframe');
  addEventListener('message', listen);
  const url = new URL('./protocol-emitter.ts', import.meta.url).href;
  frame.srcdoc = `<script type="module">
    import { ProtocolEmitter } from '${url}';
    window.appearances = [];
    window.emitter = new ProtocolEmitter(
      ${JSON.stringify(features)},
      (appearance) => window.appearances.push(appearance),
    );
    parent.postMessage('here', '*');
  </script>`;
  document.body.append(frame);
  await received(posted, 1);
  posted.length = 0;
  const inside = frame.contentWindow as Inside;
  return {
    inside,
    posted,
    end: () => {
      removeEventListener('message', listen);
      frame.remove();
    },
  };
}

const received = (posted: readonly unknown[], count: number): Promise<void> =>
  waitUntil(() => posted.length >= count, `${count} messages`, { timeout: 9_000 });

describe('ProtocolEmitter', () => {
  let embedded: Awaited<ReturnType<typeof embed>>;

  beforeEach(async () => {
    embedded = await embed();
  });

  afterEach(() => embedded.end());

  it('posts ready with a payload and every other event with a message', async () => {
    const { inside, posted } = embedded;
    inside.emitter.post({ type: 'ready', payload: { version: '1', features: [] } });
    inside.emitter.post({ type: 'bank-disconnect', payload: { bankLoginId: 'b' } });
    await received(posted, 2);
    expect(posted).to.deep.equal([
      { type: 'ready', payload: { version: '1', features: [] } },
      { type: 'bank-disconnect', message: { bankLoginId: 'b' } },
    ]);
  });

  it('posts a height once until it changes', async () => {
    const { inside, posted } = embedded;
    for (const height of [500, 500, 510]) inside.emitter.resize(height);
    await received(posted, 2);
    expect(posted).to.deep.equal([
      { type: 'resize', payload: { height: 500 } },
      { type: 'resize', payload: { height: 510 } },
    ]);
  });

  /** Resolves after the frame has handled what was posted to it before. */
  const handled = (inside: Inside) =>
    new Promise((resolve) => {
      inside.addEventListener('message', resolve, { once: true });
      inside.postMessage('last', '*');
    });

  it('passes on the appearance that the embedding page asks for', async () => {
    const { inside } = embedded;
    inside.postMessage(
      { type: 'theme', payload: { colorScheme: 'dark', theme: { primaryColor: '#abc' } } },
      '*',
    );
    await handled(inside);
    expect(inside.appearances).to.have.length(1);
    expect(inside.appearances[0]?.colorScheme).to.equal('dark');
    expect(inside.appearances[0]?.theme?.primaryColor).to.equal('#abc');
  });

  it('without features posts no height and follows no theme', async () => {
    const { inside, posted, end } = await embed([]);
    inside.postMessage({ type: 'theme', payload: { colorScheme: 'dark' } }, '*');
    await handled(inside);
    inside.emitter.resize(500);
    inside.emitter.post({ type: 'ready', payload: { version: '1', features: [] } });
    await received(posted, 1);
    end();
    expect(posted).to.deep.equal([{ type: 'ready', payload: { version: '1', features: [] } }]);
    expect(inside.appearances).to.deep.equal([]);
  });

  for (const [what, message] of [
    ['a scheme that there is not', { type: 'theme', payload: { colorScheme: 'pink' } }],
    ['a colour that is none', { type: 'theme', payload: { theme: { linkColor: 'url(x)' } } }],
    ['no payload', { type: 'theme' }],
    ['another type', { type: 'ready', payload: { colorScheme: 'dark' } }],
    ['no object', 'theme'],
  ] as const) {
    it(`ignores a message with ${what}`, async () => {
      const { inside } = embedded;
      inside.postMessage(message, '*');
      await handled(inside);
      expect(inside.appearances).to.deep.equal([]);
    });
  }

  it('ignores everybody but the embedding page', () => {
    const { inside } = embedded;
    const other = document.createElement('iframe');
    document.body.append(other);
    inside.dispatchEvent(
      new MessageEvent('message', {
        data: { type: 'theme', payload: { colorScheme: 'dark' } },
        origin: location.origin,
        source: other.contentWindow,
      }),
    );
    expect(inside.appearances).to.deep.equal([]);
    other.remove();
  });
});
