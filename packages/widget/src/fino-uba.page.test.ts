/** What the page around the element is like: a preview, a copy, an older browser, a theme of its own. */
import { expect } from '@open-wc/testing';
import { iframeOf, silent, staged } from '../../../test/fixtures/stage-widget.js';
import { speak } from '../../../test/fixtures/speak.js';
import { stub } from '../../../test/fixtures/stub.js';
import { themeColors } from './theme-colors.js';
import { version } from './version.js';
import { createUbaWidget, FinoUba, type UbaOptions, type UbaWidgetController } from './index.js';

const hasty = { ...silent, readyTimeout: 1 };

const partOf = ({ element }: Pick<UbaWidgetController, 'element'>, part: string) =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`) ?? null;

const button = (widget: UbaWidgetController, at: number) =>
  partOf(widget, 'error')?.querySelectorAll('button').item(at);

const textOf = (widget: UbaWidgetController) => partOf(widget, 'error')?.textContent;

/** A widget whose load has failed. */
async function failed(options: UbaOptions = hasty): Promise<UbaWidgetController> {
  const widget = await staged(options);
  await widget.ready().catch(() => undefined);
  return widget;
}

describe('a document that is not shown', () => {
  it('loads nothing while it is prerendered', async () => {
    const restore = stub(
      Document.prototype as Document & { prerendering?: boolean },
      'prerendering',
      true,
    );
    const widget = await staged();
    expect(widget.status).to.equal('idle');
    restore();
    document.dispatchEvent(new Event('prerenderingchange'));
    await widget.element.updateComplete;
    expect(widget.status).to.equal('loading');
    widget.destroy();
  });

  it('loads nothing as a preview of Turbo', async () => {
    document.documentElement.setAttribute('data-turbo-preview', '');
    const widget = await staged();
    expect(widget.status).to.equal('idle');
    // Turbo takes the preview's elements away and inserts those of the page.
    document.documentElement.removeAttribute('data-turbo-preview');
    widget.element.remove();
    document.body.append(widget.element);
    await widget.element.updateComplete;
    expect(widget.status).to.equal('loading');
    widget.destroy();
  });

  it('is told of half a session no more once the element has left', async () => {
    const timer = 4711;
    const cleared: unknown[] = [];
    const restores = [
      stub(window, 'setTimeout', (() => timer) as unknown as typeof setTimeout),
      stub(window, 'clearTimeout', (id: unknown) => cleared.push(id)),
    ];
    const element = document.createElement('fino-uba');
    element.sessionId = 's';
    document.body.append(element);
    await element.updateComplete;
    expect(cleared).not.to.include(timer);
    element.remove();
    restores.forEach((restore) => restore());
    expect(cleared).to.include(timer);
  });
});

describe('a second script', () => {
  it('of another version is told on the console, with both versions', async () => {
    const lines: string[] = [];
    const other = { version: '9.9.9' } as unknown as CustomElementConstructor;
    const restores = [
      stub(console, 'warn', (line: string) => lines.push(line)),
      stub(customElements, 'get', () => other),
    ];
    await import(new URL('./define.ts?second', import.meta.url).href);
    restores.forEach((restore) => restore());
    expect(lines).to.deep.equal([
      `UBA: <fino-uba> is there twice: version 9.9.9 is used, version ${version} is not.`,
    ]);
  });

  it('of the same version is harmless', async () => {
    const lines: string[] = [];
    const restore = stub(console, 'warn', (line: string) => lines.push(line));
    await import(new URL('./define.ts?third', import.meta.url).href);
    restore();
    expect(customElements.get('fino-uba')).to.equal(FinoUba);
    expect(lines).to.deep.equal([]);
  });
});

describe('the user who goes on in a new tab', () => {
  /** Presses "Open in a new tab"; what it opened. */
  const open = (widget: UbaWidgetController): unknown[] => {
    const opened: unknown[] = [];
    const restore = stub(window, 'open', (...args: unknown[]) => {
      opened.push(args);
      return null;
    });
    button(widget, 1)?.click();
    restore();
    return opened;
  };

  it('is told of by uba-open-tab, which never says where', async () => {
    const widget = await failed();
    const told: unknown[] = [];
    document.addEventListener(
      'uba-open-tab',
      ({ detail, composed }) => told.push(detail, composed),
      {
        once: true,
      },
    );
    expect(open(widget)).to.have.length(1);
    expect(told).to.deep.equal([null, true]);
    widget.destroy();
  });

  it('stays where the page cancels the event', async () => {
    const widget = await failed();
    widget.element.addEventListener('uba-open-tab', (event) => event.preventDefault());
    expect(open(widget)).to.deep.equal([]);
    expect(textOf(widget)).to.include('The bank connection does not load');
    widget.destroy();
  });

  it('reads that the flow goes on there, and is no longer offered Retry first', async () => {
    const widget = await failed({ ...hasty, lang: 'de' });
    open(widget);
    expect(textOf(widget)).to.match(/^Weiter im anderen Tab/);
    expect([0, 1].map((at) => button(widget, at)?.textContent)).to.deep.equal([
      'In neuem Tab öffnen',
      'Erneut versuchen',
    ]);
    expect(button(widget, 0)?.className).to.equal('primary');
    // Retry begins anew, and so does what the view says of it.
    button(widget, 1)?.click();
    await widget.element.updateComplete;
    await widget.ready().catch(() => undefined);
    expect(textOf(widget)).to.match(/^Die Bankverbindung lädt nicht/);
    widget.destroy();
  });

  it('is heard of by a handler of the controller', async () => {
    const widget = await failed();
    const heard: unknown[] = [];
    widget.on('uba-open-tab', (message) => heard.push(message));
    open(widget);
    expect(heard).to.deep.equal([{ type: 'uba-open-tab', payload: null }]);
    widget.destroy();
  });
});

describe('why there is no frame', () => {
  it('is said to the user as far as they can do something about it', async () => {
    const slow = await failed();
    expect(textOf(slow)).to.include('The service does not answer');
    slow.destroy();
    const wrong = document.createElement('fino-uba');
    wrong.origin = 'http://shop.example';
    document.body.append(wrong);
    const restore = stub(console, 'error', () => undefined);
    await wrong.updateComplete;
    restore();
    expect(partOf({ element: wrong }, 'error')?.textContent).to.include('not set up correctly');
    expect(partOf({ element: wrong }, 'error')?.querySelector('button')).to.equal(null);
    wrong.destroy();
    wrong.remove();
  });

  it('is a policy of the page, at once', async () => {
    const lines: string[] = [];
    const restore = stub(console, 'warn', (line: string) => lines.push(line));
    const widget = await staged();
    const errors: string[] = [];
    widget.on('uba-error', ({ payload }) => errors.push(payload.code));
    const violate = (blockedURI: string, disposition: 'enforce' | 'report') =>
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          blockedURI,
          disposition,
          bubbles: true,
          effectiveDirective: 'frame-src',
          violatedDirective: 'frame-src',
          originalPolicy: '',
          documentURI: '',
          statusCode: 200,
        }),
      );
    violate(`${location.origin}.evil.example/`, 'enforce');
    violate(location.origin, 'report');
    expect(widget.status).to.equal('loading');
    violate(location.origin, 'enforce');
    restore();
    expect([widget.status, ...errors]).to.deep.equal(['failed', 'LOAD_TIMEOUT']);
    expect(textOf(widget)).to.include('Turn off content blockers');
    expect(lines.filter((line) => line.includes('frame-src'))).to.have.length(1);
    widget.destroy();
  });
});

describe('the colours of a theme', () => {
  it('are the background and the text of the views, where both are given and can be read', () => {
    const both = (backgroundColor: string, textColor: string) =>
      themeColors({ backgroundColor, textColor });
    expect(both('111', '#EEEEEE')).to.deep.equal({ background: '#111111', text: '#EEEEEE' });
    // The last grey on white that reaches 4.5, and the first that does not.
    expect(both('#fff', '#767676')).not.to.equal(undefined);
    expect(both('#fff', '#777777')).to.equal(undefined);
    expect(both('#777', '#fff')).to.equal(undefined);
    expect(themeColors({ backgroundColor: '#111' })).to.equal(undefined);
    expect(themeColors({ textColor: '#eee' })).to.equal(undefined);
    expect(themeColors(undefined)).to.equal(undefined);
  });

  it('give way to the custom properties', async () => {
    const theme = { backgroundColor: '#112233', textColor: 'ffffff' };
    const widget = await failed({ ...hasty, theme });
    const view = partOf(widget, 'error');
    if (!view) throw new Error('There is no view.');
    const look = () => {
      const { backgroundColor, color } = getComputedStyle(view);
      return [backgroundColor, color];
    };
    expect(look()).to.deep.equal(['rgb(17, 34, 51)', 'rgb(255, 255, 255)']);
    widget.element.style.setProperty('--uba-background', 'rgb(1, 2, 3)');
    widget.element.style.setProperty('--uba-text', 'rgb(4, 5, 6)');
    expect(look()).to.deep.equal(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
    widget.destroy();
  });

  it('follow the device with the frame, where the scheme is the system’s', async () => {
    document.documentElement.style.colorScheme = 'light';
    const widget = await staged({ ...silent, colorScheme: 'system' });
    const scheme = () => getComputedStyle(widget.element).colorScheme;
    expect(scheme()).to.equal('light dark');
    widget.update({ colorScheme: 'light' });
    await widget.element.updateComplete;
    expect(scheme()).to.equal('light');
    document.documentElement.style.removeProperty('color-scheme');
    widget.destroy();
  });
});

describe('a browser that lacks what is new', () => {
  it('mounts without attachInternals and structuredClone', async () => {
    const restores = [
      stub(HTMLElement.prototype, 'attachInternals', undefined as never),
      stub(window, 'structuredClone', undefined as never),
    ];
    const widget = await staged();
    widget.postMessage({ type: 'hello' });
    restores.forEach((restore) => restore());
    speak(iframeOf(widget), { type: 'ready' });
    expect(widget.status).to.equal('ready');
    widget.destroy();
  });

  it('mounts, unstyled, where style sheets cannot be constructed', async () => {
    const restore = stub(ShadowRoot.prototype, 'adoptedStyleSheets', undefined as never);
    const widget = await staged();
    restore();
    expect(widget.status).to.equal('loading');
    widget.destroy();
  });
});

describe('half a session', () => {
  it('lets the look be changed while it waits, by a script too', () => {
    const { element } = createUbaWidget();
    element.sessionId = 's';
    element.setOptions({ colorScheme: 'dark' });
    expect(element.colorScheme).to.equal('dark');
    expect(() => element.setOptions({ sessionId: 't' })).to.throw('userIdentifier is missing');
    element.destroy();
  });
});
