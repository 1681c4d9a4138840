import { expect } from '@open-wc/testing';
import { messageTypes, optionNames, type UbaOptions } from '@finodigital/uba-protocol';
import React, { type ReactNode } from 'react';
import ReactDOM from 'react-dom';
import ReactDOMClient, { type Root } from 'react-dom/client';
import ReactDOMServer from 'react-dom/server.browser';
import { silent } from '../../../test/fixtures/stage-widget.js';
import { stub } from '../../../test/fixtures/stub.js';
import { eventTypes, handlerName } from './handlers.js';
import { FinoUba, type FinoUbaElement, type FinoUbaProps } from './index.js';

const { act, createElement, StrictMode, Suspense } = React;
const { createRoot, hydrateRoot } = ReactDOMClient;
const { renderToString } = ReactDOMServer;

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

/** A value for every option, each told apart from all other text of a page. */
const every: Required<UbaOptions> = {
  sessionId: 'eyJ-session',
  userIdentifier: 'user-4711',
  service: 'shop-4711',
  tenant: 'bank-4711',
  hideHeader: true,
  colorScheme: 'dark',
  theme: { primaryColor: '#471147' },
  redirectURL: 'https://shop.example/back-4711',
  lang: 'de-AT',
  origin: 'https://uba.test.fino.run',
  connectURL: 'https://uba.test.fino.run/auth?sessionId=eyJ-other',
  sandboxMode: true,
  frameTitle: 'Your bank 4711',
  readyTimeout: 4711,
  autoHeight: true,
  loading: 'interaction',
};

describe('FinoUba, the component', () => {
  let place: HTMLElement;
  let root: Root | undefined;
  let frames: HTMLIFrameElement[];
  let said: string[];
  let restore: (() => void)[];

  beforeEach(() => {
    globalThis.IS_REACT_ACT_ENVIRONMENT = true;
    place = document.createElement('div');
    document.body.append(place);
    frames = [];
    said = [];
    const say = (...words: unknown[]) => void said.push(words.join(' '));
    restore = [stub(console, 'error', say), stub(console, 'warn', say)];
  });

  afterEach(() => {
    act(() => root?.unmount());
    root = undefined;
    place.remove();
    for (const undo of restore) undo();
  });

  /** Renders, and lets the element settle. */
  async function render(node: ReactNode): Promise<void> {
    root ??= createRoot(place);
    await act(async () => {
      root?.render(node);
      await Promise.resolve();
    });
  }

  /** A `ref` that records every iframe that gets into the element. Each costs a request. */
  const counted = (element: FinoUbaElement | null) => {
    const shadow = element?.shadowRoot;
    if (!shadow || Object.hasOwn(shadow, 'prepend')) return;
    const prepend = shadow.prepend.bind(shadow);
    shadow.prepend = (...nodes) => {
      frames.push(...nodes.filter((one) => one instanceof HTMLIFrameElement));
      prepend(...nodes);
    };
  };

  const widget = (props: FinoUbaProps & { key?: string } = {}) =>
    createElement(FinoUba, { ...silent, ref: counted, ...props });

  const elements = () => [...place.querySelectorAll('fino-uba')];

  function element(): FinoUbaElement {
    const [found, ...others] = elements();
    if (!found || others.length) throw new Error('There is not exactly one element.');
    return found;
  }

  it('sets each option as a property, and none as an attribute', async () => {
    // Outside of the page, where nothing loads.
    root = createRoot(document.createElement('div'));
    const ref = React.createRef<FinoUbaElement>();
    const unset = document.createElement('fino-uba');
    for (const name of optionNames) {
      await render(createElement(FinoUba, { ref, [name]: every[name] }));
      expect(JSON.stringify(ref.current?.[name]), name).to.equal(JSON.stringify(every[name]));
      expect(ref.current?.getAttributeNames(), name).to.deep.equal([]);
      await render(createElement(FinoUba, { ref }));
      expect(ref.current?.[name], name).to.equal(unset[name]);
    }
  });

  it('has a handler of its own for each event, which is given the event', async () => {
    const heard: unknown[] = [];
    const names = eventTypes.map(handlerName);
    expect(names).to.have.length(new Set(names).size);
    expect(eventTypes).to.include.members([...messageTypes]);
    await render(
      widget(Object.fromEntries(names.map((name) => [name, (e: Event) => heard.push([name, e])]))),
    );
    heard.length = 0;
    for (const type of eventTypes) {
      const event = new CustomEvent(type);
      element().dispatchEvent(event);
      expect(heard.splice(0), type).to.deep.equal([[handlerName(type), event]]);
    }
  });

  it('names the handlers as React does', () => {
    const named = {
      ready: 'onReady',
      'bank-connect': 'onBankConnect',
      BANK_ACCOUNT_SELECT_TOGGLE: 'onBankAccountSelectToggle',
      EXIT: 'onExit',
      ERROR: 'onFlowError',
      'uba-error': 'onError',
      'uba-open-tab': 'onOpenTab',
    };
    for (const [type, name] of Object.entries(named)) expect(handlerName(type)).to.equal(name);
  });

  it('calls the newest handler, and loads nothing anew for it', async () => {
    const heard: string[] = [];
    await render(widget({ onExit: () => heard.push('first') }));
    const before = element();
    await render(widget({ onExit: () => heard.push('second') }));
    element().dispatchEvent(new CustomEvent('EXIT'));
    await render(widget());
    element().dispatchEvent(new CustomEvent('EXIT'));
    expect(heard).to.deep.equal(['second']);
    expect(element()).to.equal(before);
    expect(frames).to.have.length(1);
  });

  it('lets a handler cancel what can be cancelled', async () => {
    await render(widget({ onOpenTab: (event) => event.preventDefault() }));
    const event = new CustomEvent('uba-open-tab', { cancelable: true });
    expect(element().dispatchEvent(event)).to.equal(false);
  });

  it('tells of a wrong option by onError, though it fails at once', async () => {
    const codes: string[] = [];
    await render(widget({ tenant: 1 as never, onError: ({ detail }) => codes.push(detail.code) }));
    expect(codes).to.deep.equal(['INVALID_CONFIG']);
    expect(element().status).to.equal('failed');
  });

  it('asks for one frame under StrictMode, and calls a handler once', async () => {
    let exits = 0;
    await render(createElement(StrictMode, null, widget({ onExit: () => exits++ })));
    element().dispatchEvent(new CustomEvent('EXIT'));
    expect(frames).to.have.length(1);
    expect(exits).to.equal(1);
    expect(said).to.deep.equal([]);
  });

  it('loads a new session once, by its two ids', async () => {
    const { origin } = silent;
    const session = (id: string) =>
      createElement(FinoUba, { origin, sessionId: id, userIdentifier: id, ref: counted });
    await render(session('one'));
    await render(session('two'));
    const ids = frames.map(({ src }) => new URL(src).searchParams.getAll('sessionId'));
    expect(ids).to.deep.equal([['one'], ['two']]);
  });

  it('gives the element to any kind of ref, and takes it back', async () => {
    const object = React.createRef<FinoUbaElement>();
    await render(createElement(FinoUba, { ref: object }));
    expect(object.current).to.equal(element());
    const given: unknown[] = [];
    await render(createElement(FinoUba, { ref: (one) => void given.push(one) }));
    const here = element();
    await render(null);
    expect(given).to.deep.equal([here, null]);
    expect(object.current).to.equal(null);
  });

  it('begins to load after the effects of the page, which may add listeners', async () => {
    const early: unknown[] = [];
    function Page() {
      const ref = React.useRef<FinoUbaElement>(null);
      React.useEffect(() => {
        ref.current?.addEventListener('uba-status', ({ detail }) => early.push(detail.status));
      }, []);
      return createElement(FinoUba, { ...silent, ref });
    }
    await render(createElement(Page));
    expect(early).to.deep.equal(['loading']);
  });

  it('passes on what makes it part of a page', async () => {
    await render(
      widget({
        id: 'bank',
        className: 'wide',
        style: { height: 300 },
        hidden: true,
        'aria-label': 'Bank',
        'aria-busy': true,
        'data-step': 2,
        'data-last': false,
      }),
    );
    const attributes = Object.fromEntries(
      element()
        .getAttributeNames()
        .map((name) => [name, element().getAttribute(name)]),
    );
    expect(attributes).to.deep.equal({
      id: 'bank',
      class: 'wide',
      style: 'height: 300px;',
      hidden: '',
      'aria-label': 'Bank',
      'aria-busy': 'true',
      'data-step': '2',
      'data-last': 'false',
    });
    await render(widget({ hidden: false }));
    // What React leaves of a style that is gone.
    expect(element().getAttributeNames()).to.deep.equal(['style']);
    expect(element().getAttribute('style')).to.equal('');
  });

  it('leaves out what is no prop, says so once, and keeps what it holds to itself', async () => {
    const wrong = { sessionid: 'eyJ-secret', 'session-id': 'eyJ-secret', onClick: () => undefined };
    await render(widget(wrong));
    await render(widget({ ...wrong }));
    expect(element().getAttributeNames()).to.deep.equal([]);
    expect(said).to.deep.equal([
      'UBA: sessionid is no prop of <FinoUba>, and is left out.',
      'UBA: session-id is no prop of <FinoUba>, and is left out.',
      'UBA: onClick is no prop of <FinoUba>, and is left out.',
    ]);
  });

  it('shows children in the slots of the widget', async () => {
    await render(widget({ children: createElement('p', { slot: 'loading' }, 'A moment …') }));
    expect(element().innerHTML).to.equal('<p slot="loading">A moment …</p>');
  });

  it('hears nothing that comes from a widget inside it', async () => {
    const heard: string[] = [];
    await render(
      widget({
        onMessage: () => heard.push('outer'),
        children: createElement(FinoUba, { onMessage: () => heard.push('inner') }),
      }),
    );
    const [, inner] = elements();
    inner?.dispatchEvent(new CustomEvent('uba-message', { bubbles: true }));
    expect(heard).to.deep.equal(['inner']);
  });

  it('leaves nothing when it is unmounted, and says nothing more', async () => {
    const statuses: string[] = [];
    const props = { onStatus: ({ detail }) => statuses.push(detail.status) } satisfies FinoUbaProps;
    await render(widget(props));
    const gone = element();
    await render(null);
    expect(statuses).to.deep.equal(['loading']);
    expect(gone.status).to.equal('idle');
    expect(gone.shadowRoot?.querySelector('iframe')).to.equal(null);
    expect(place.childNodes).to.have.length(0);
  });

  it('keeps its frame and its ears while a boundary hides it', async () => {
    const heard: string[] = [];
    let resolve: () => void = () => undefined;
    const never = new Promise<void>((done) => (resolve = done));
    let waits = false;
    function Sibling() {
      if (waits) React.use(never);
      return null;
    }
    const page = () =>
      createElement(
        Suspense,
        { fallback: 'Wait' },
        widget({ onBankConnect: () => heard.push('connected') }),
        createElement(Sibling),
      );
    await render(page());
    const before = element();
    waits = true;
    await render(page());
    expect(getComputedStyle(before).display).to.equal('none');
    before.dispatchEvent(new CustomEvent('bank-connect'));
    waits = false;
    resolve();
    await render(page());
    expect(getComputedStyle(element()).display).to.equal('block');
    expect(element()).to.equal(before);
    expect(heard).to.deep.equal(['connected']);
    expect(frames).to.have.length(1);
  });

  it('takes another element for another key, and each of two has its own handlers', async () => {
    const heard: string[] = [];
    const pair = (key: string) => [
      widget({ key, onExit: () => heard.push(key) }),
      widget({ key: 'b', onExit: () => heard.push('b') }),
    ];
    await render(pair('a'));
    const [first, second] = elements();
    await render(pair('c'));
    const [third, fourth] = elements();
    expect(third).to.not.equal(first);
    expect(fourth).to.equal(second);
    third?.dispatchEvent(new CustomEvent('EXIT'));
    fourth?.dispatchEvent(new CustomEvent('EXIT'));
    first?.dispatchEvent(new CustomEvent('EXIT'));
    expect(heard).to.deep.equal(['c', 'b']);
    expect(frames).to.have.length(3);
  });

  it('lives in a portal', async () => {
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    await render(ReactDOM.createPortal(widget(), elsewhere));
    expect(elsewhere.firstElementChild?.localName).to.equal('fino-uba');
    expect(frames).to.have.length(1);
    elsewhere.remove();
  });

  describe('rendered on the server', () => {
    it('has no option in its HTML, no style and no child of the page', () => {
      const children = createElement('p', { slot: 'error' }, 'Call us');
      const html = renderToString(
        createElement(FinoUba, { ...every, className: 'wide', children }),
      );
      expect(html).to.equal(
        '<fino-uba class="wide"><svg width="100%" height="640" display="block" aria-hidden="true"></svg></fino-uba>',
      );
    });

    it('takes the room that the element will have', async () => {
      place.innerHTML = renderToString(createElement(FinoUba)).replaceAll('fino-uba', 'not-yet');
      const { width, height } = place.getBoundingClientRect();
      await render(createElement(FinoUba));
      const { width: later, height: then } = place.getBoundingClientRect();
      expect([width, height]).to.deep.equal([later, then]);
    });

    it('has its options and its handlers after the first hydration, without a warning', async () => {
      const heard: string[] = [];
      const props = {
        ...silent,
        ref: counted,
        id: 'bank',
        className: 'wide',
        hidden: false,
        'aria-busy': false,
        children: createElement('p', { slot: 'loading' }, 'A moment …'),
        onStatus: ({ detail }) => heard.push(detail.status),
      } satisfies FinoUbaProps & { ref: unknown };
      const page = createElement(StrictMode, null, createElement(FinoUba, props));
      place.innerHTML = renderToString(page);
      const before = element();
      await act(async () => {
        root = hydrateRoot(place, page);
        await Promise.resolve();
      });
      expect(element()).to.equal(before);
      expect(before.connectURL).to.equal(silent.connectURL);
      expect(heard).to.deep.equal(['loading']);
      expect(frames).to.have.length(1);
      expect(before.firstElementChild?.localName).to.equal('p');
      expect(said).to.deep.equal([]);
    });
  });
});
