import { origins } from '@finodigital/uba-protocol';
import { expect } from '@open-wc/testing';
import { iframeOf, silent, staged } from '../../../test/fixtures/stage-widget.js';
import { speak } from '../../../test/fixtures/speak.js';
import { stub } from '../../../test/fixtures/stub.js';
import { texts } from './texts.js';
import type { UbaWidgetController } from './index.js';

const ready = { type: 'ready' };
const hasty = { ...silent, readyTimeout: 1 };

function viewOf({ element }: UbaWidgetController, part: 'loading' | 'error'): HTMLElement | null {
  return element.shadowRoot?.querySelector(`[part=${part}]`) ?? null;
}

/** The skeleton, as soon as it is there. */
function skeletonOf(widget: UbaWidgetController): Promise<HTMLElement> {
  const { shadowRoot } = widget.element;
  return new Promise((resolve) => {
    const look = () => {
      const view = viewOf(widget, 'loading');
      if (view) resolve(view);
      return !!view;
    };
    if (look() || !shadowRoot) return;
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(shadowRoot, { childList: true });
  });
}

function buttonOf(widget: UbaWidgetController, text: string): HTMLButtonElement {
  const buttons = viewOf(widget, 'error')?.querySelectorAll('button') ?? [];
  const button = [...buttons].find(({ textContent }) => textContent === text);
  if (!button) throw new Error(`There is no button ${text}.`);
  return button;
}

const buttonsOf = (widget: UbaWidgetController) =>
  [...(viewOf(widget, 'error')?.querySelectorAll('button') ?? [])].map((one) => one.textContent);

/** A widget whose load has failed. */
async function failed(options = hasty): Promise<UbaWidgetController> {
  const widget = await staged(options);
  await widget.ready().catch(() => undefined);
  return widget;
}

describe('the loading view', () => {
  it('covers the frame until it is ready, and the frame is inert so long', async () => {
    const widget = await staged();
    const view = await skeletonOf(widget);
    expect(view.textContent).to.equal('Loading …');
    expect(view.getAttribute('role')).to.equal('status');
    expect(iframeOf(widget).inert).to.equal(true);
    expect(view.getBoundingClientRect()).to.deep.equal(iframeOf(widget).getBoundingClientRect());
    speak(iframeOf(widget), ready);
    expect(viewOf(widget, 'loading')).to.equal(null);
    expect(iframeOf(widget).inert).to.equal(false);
    widget.destroy();
  });

  it('waits for 200 ms, so that nothing flashes where the frame is faster', async () => {
    const delays: unknown[] = [];
    const realSetTimeout = setTimeout;
    const restore = stub(window, 'setTimeout', ((act: () => void, ms?: number) => {
      delays.push(ms);
      return realSetTimeout(act, ms);
    }) as typeof setTimeout);
    const widget = await staged();
    restore();
    expect(delays).to.include(200);
    expect(viewOf(widget, 'loading')).to.equal(null);
    expect(getComputedStyle(iframeOf(widget)).opacity).to.equal('0');
    speak(iframeOf(widget), ready);
    expect(getComputedStyle(iframeOf(widget)).opacity).to.equal('1');
    // Had the skeleton been left waiting, it would come before this second one.
    const other = await staged();
    await skeletonOf(other);
    expect(viewOf(widget, 'loading')).to.equal(null);
    widget.destroy();
    other.destroy();
  });

  it('comes at once where a view is there already', async () => {
    const widget = await failed();
    widget.update({ readyTimeout: 0 });
    widget.reload();
    expect(viewOf(widget, 'error')).to.equal(null);
    expect(viewOf(widget, 'loading')).not.to.equal(null);
    widget.destroy();
  });

  it('gives way to what the page puts into the slot', async () => {
    const widget = await staged();
    const own = document.createElement('p');
    own.slot = 'loading';
    own.textContent = 'One moment';
    widget.element.append(own);
    const slot = (await skeletonOf(widget)).querySelector('slot');
    expect(slot?.assignedElements()).to.deep.equal([own]);
    expect(own.checkVisibility()).to.equal(true);
    expect(slot?.querySelector('i')?.checkVisibility()).to.equal(false);
    widget.destroy();
  });
});

describe('the skeleton', () => {
  it('has the form of the first screen and no words to see, so that no type changes', async () => {
    const widget = await staged();
    widget.element.style.width = '375px';
    const view = await skeletonOf(widget);
    const [title, field, list] = [...view.querySelectorAll('i')].map((one) => ({
      top: one.getBoundingClientRect().top - view.getBoundingClientRect().top,
      height: one.offsetHeight,
      width: one.offsetWidth,
    }));
    if (!title || !field || !list) throw new Error('The skeleton is not whole.');
    expect(title.width).to.be.below(field.width);
    expect(field.height).to.equal(52);
    expect(field.top).to.be.above(title.top + title.height);
    expect(list.top).to.be.above(field.top + field.height);
    expect(list.width).to.equal(field.width);
    // To the end of the frame, as a list of banks does.
    expect(list.top + list.height).to.be.within(view.clientHeight - 40, view.clientHeight);
    const words = view.querySelector('p');
    expect(words && getComputedStyle(words).clipPath).to.equal('inset(50%)');
    widget.destroy();
  });
});

describe('the error view', () => {
  it('covers the frame, which stays behind it, and a late ready takes it away', async () => {
    const widget = await staged(hasty);
    const iframe = iframeOf(widget);
    const errors: string[] = [];
    widget.element.addEventListener('uba-error', ({ detail }) => errors.push(detail.code));
    await widget.ready().catch(() => undefined);
    expect(errors).to.deep.equal(['LOAD_TIMEOUT']);
    expect(viewOf(widget, 'loading')).to.equal(null);
    expect(viewOf(widget, 'error')?.getAttribute('role')).to.equal('alert');
    expect(viewOf(widget, 'error')?.textContent).to.include('The bank connection does not load');
    expect(iframeOf(widget)).to.equal(iframe);
    expect(iframe.inert).to.equal(true);
    speak(iframe, ready);
    expect(viewOf(widget, 'error')).to.equal(null);
    expect(iframe.inert).to.equal(false);
    expect(widget.status).to.equal('ready');
    widget.destroy();
  });

  it('loads the frame anew by Retry', async () => {
    const widget = await failed();
    const iframe = iframeOf(widget);
    widget.update({ readyTimeout: 0 });
    buttonOf(widget, 'Retry').click();
    expect(widget.status).to.equal('loading');
    await widget.element.updateComplete;
    expect(iframeOf(widget)).not.to.equal(iframe);
    speak(iframeOf(widget), ready);
    expect(widget.status).to.equal('ready');
    widget.destroy();
  });

  it('opens the flow in a new tab that knows nothing of this page', async () => {
    const widget = await failed();
    const opened: unknown[] = [];
    const restore = stub(window, 'open', (...args: unknown[]) => {
      opened.push(args);
      return null;
    });
    buttonOf(widget, 'Open in a new tab').click();
    restore();
    expect(opened).to.deep.equal([[iframeOf(widget).src, '_blank', 'noopener,noreferrer']]);
    widget.destroy();
  });

  it('speaks German where the page does', async () => {
    const widget = await failed({ ...hasty, lang: 'de-AT' });
    const view = viewOf(widget, 'error');
    expect(view?.lang).to.equal('de');
    expect(view?.textContent).to.include('Die Bankverbindung lädt nicht');
    expect(buttonOf(widget, 'Erneut versuchen').className).to.equal('primary');
    widget.destroy();
  });

  it('gives way to what the page puts into the slot', async () => {
    const widget = await failed();
    const own = document.createElement('p');
    own.slot = 'error';
    widget.element.append(own);
    expect(own.assignedSlot?.querySelector('h2')?.checkVisibility()).to.equal(false);
    widget.destroy();
  });

  it('tells a device without a network from a service that does not answer', async () => {
    const restore = stub(navigator, 'onLine', false);
    const offline = await failed();
    restore();
    expect(viewOf(offline, 'error')?.textContent).to.include('No internet connection');
    // Another tab has no network either, and what a user can do alone is no matter for support.
    expect(buttonsOf(offline)).to.deep.equal(['Retry']);
    expect(viewOf(offline, 'error')?.textContent).not.to.include('support');
    offline.update({ lang: 'de' });
    offline.reload();
    await offline.ready().catch(() => undefined);
    expect(viewOf(offline, 'error')?.textContent).to.include('Der Dienst antwortet nicht');
    expect(buttonsOf(offline)).to.deep.equal(['Erneut versuchen', 'In neuem Tab öffnen']);
    offline.destroy();
  });

  it('names the code that the page heard, for support', async () => {
    const slow = await failed();
    expect(viewOf(slow, 'error')?.textContent).to.include('Code for support: LOAD_TIMEOUT');
    slow.destroy();
    const restore = stub(console, 'error', () => undefined);
    const wrong = document.createElement('fino-uba');
    wrong.setAttribute('origin', 'ftp://shop.example');
    wrong.lang = 'de';
    document.body.append(wrong);
    await wrong.updateComplete;
    restore();
    expect(wrong.shadowRoot?.textContent).to.include('Code für den Support: INVALID_CONFIG');
    wrong.remove();
  });

  it('comes from every text in both languages', () => {
    for (const [name, { de, en }] of Object.entries(texts)) {
      expect(de, name).not.to.equal(en);
      expect(de + en, name).not.to.include('!');
    }
  });
});

describe('the focus', () => {
  it('stays where it is while it is outside the widget', async () => {
    const outside = document.createElement('button');
    document.body.append(outside);
    outside.focus();
    const widget = await failed();
    expect(document.activeElement).to.equal(outside);
    widget.reload();
    await widget.element.updateComplete;
    speak(iframeOf(widget), ready);
    expect(document.activeElement).to.equal(outside);
    outside.remove();
    widget.destroy();
  });

  it('that was inside goes from view to view, and into the frame', async () => {
    const widget = await failed({ ...hasty, readyTimeout: 1 });
    const { shadowRoot } = widget.element;
    widget.update({ readyTimeout: 0 });
    buttonOf(widget, 'Retry').focus();
    buttonOf(widget, 'Retry').click();
    expect(shadowRoot?.activeElement).to.equal(viewOf(widget, 'loading'));
    await widget.element.updateComplete;
    speak(iframeOf(widget), ready);
    expect(shadowRoot?.activeElement).to.equal(iframeOf(widget));
    widget.reload();
    expect(shadowRoot?.activeElement).to.equal(viewOf(widget, 'loading'));
    widget.update({
      connectURL: 'https://uba.fino.run/',
      origin: origins.production,
      readyTimeout: 1,
    });
    await widget.ready().catch(() => undefined);
    expect(shadowRoot?.activeElement).to.equal(viewOf(widget, 'error'));
    widget.destroy();
  });

  it('on what the page put into a slot counts as inside', async () => {
    const widget = await staged();
    const own = Object.assign(document.createElement('button'), { slot: 'loading' });
    widget.element.append(own);
    await skeletonOf(widget);
    own.focus();
    speak(iframeOf(widget), ready);
    expect(document.activeElement).to.equal(widget.element);
    widget.destroy();
  });
});

describe('the look of the views', () => {
  it('has a default for each custom property, light and dark', async () => {
    const background = async (options: object) => {
      const widget = await staged({ ...silent, ...options });
      const { backgroundColor } = getComputedStyle(await skeletonOf(widget));
      widget.destroy();
      return backgroundColor;
    };
    const system = matchMedia('(prefers-color-scheme: dark)').matches;
    const light = 'rgb(248, 249, 250)';
    const dark = 'rgb(21, 24, 28)';
    expect(await background({})).to.equal(light);
    expect(await background({ colorScheme: 'light' })).to.equal(light);
    expect(await background({ colorScheme: 'dark' })).to.equal(dark);
    expect(await background({ colorScheme: 'system' })).to.equal(system ? dark : light);
    document.body.style.setProperty('--uba-background', 'rgb(1, 2, 3)');
    expect(await background({ colorScheme: 'dark' })).to.equal('rgb(1, 2, 3)');
    document.body.style.removeProperty('--uba-background');
  });

  it('reads from left to right in a page that does not, and leaves the page’s own content alone', async () => {
    document.documentElement.dir = 'rtl';
    const widget = await failed();
    const column = viewOf(widget, 'error')?.querySelector('h2');
    if (!column) throw new Error('The view has no title.');
    expect(getComputedStyle(column).direction).to.equal('ltr');
    const own = Object.assign(document.createElement('p'), { slot: 'error' });
    widget.element.append(own);
    expect(getComputedStyle(own).direction).to.equal('rtl');
    widget.destroy();
    document.documentElement.removeAttribute('dir');
  });

  it('takes the size of its type from the browser, and the page’s own content keeps its own', async () => {
    document.documentElement.style.fontSize = '62.5%';
    const widget = await failed();
    const hint = viewOf(widget, 'error')?.querySelector('p');
    if (!hint) throw new Error('The view has no words.');
    expect(getComputedStyle(hint).fontSize).to.equal('16px');
    const own = Object.assign(document.createElement('p'), { slot: 'error' });
    widget.element.append(own);
    expect(getComputedStyle(own).fontSize).to.equal('10px');
    widget.destroy();
    document.documentElement.style.fontSize = '';
  });

  it('keeps the contrast of the theme’s colours in all its words', async () => {
    const widget = await failed({
      ...hasty,
      theme: { backgroundColor: '#ffffff', textColor: '#767676' },
    });
    for (const words of viewOf(widget, 'error')?.querySelectorAll('h2, p') ?? []) {
      const { color, opacity } = getComputedStyle(words);
      expect([color, opacity]).to.deep.equal(['rgb(118, 118, 118)', '1']);
    }
    widget.destroy();
  });

  it('keeps Retry in sight where the page gives it 200 px, in every case and language', async () => {
    for (const lang of ['de', 'en']) {
      for (const isOnline of [true, false]) {
        const restore = stub(navigator, 'onLine', isOnline);
        const widget = await failed({ ...hasty, lang });
        restore();
        widget.element.style.cssText = 'width:320px;height:200px';
        const retry = viewOf(widget, 'error')?.querySelector('button');
        const { bottom = NaN, right = NaN } = retry?.getBoundingClientRect() ?? {};
        const view = widget.element.getBoundingClientRect();
        expect(bottom, lang).to.be.at.most(view.bottom);
        expect(right, lang).to.be.at.most(view.right);
        widget.destroy();
      }
    }
  });

  it('breaks long words rather than hiding them', async () => {
    const widget = await failed({ ...hasty, lang: 'de' });
    widget.element.style.width = '150px';
    const view = viewOf(widget, 'error');
    expect(view?.scrollWidth).to.equal(view?.clientWidth);
    widget.destroy();
  });

  it('is hidden with the element', async () => {
    const widget = await staged();
    widget.element.hidden = true;
    expect(getComputedStyle(widget.element).display).to.equal('none');
    widget.destroy();
  });
});
