/** When the first request goes out: `loading`. */
import { expect } from '@open-wc/testing';
import { iframeOf, silent, staged } from '../../../test/fixtures/stage-widget.js';
import { speak } from '../../../test/fixtures/speak.js';
import { stub } from '../../../test/fixtures/stub.js';
import { createUbaWidget, UbaWidgetController, type UbaOptions } from './index.js';

const lazy: UbaOptions = { ...silent, loading: 'lazy' };
const interaction: UbaOptions = { ...silent, loading: 'interaction' };

const partOf = ({ element }: Pick<UbaWidgetController, 'element'>, part: string) =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`) ?? null;

const framesOf = ({ element }: UbaWidgetController) =>
  element.shadowRoot?.querySelectorAll('iframe').length;

function beginButton(widget: UbaWidgetController): HTMLButtonElement {
  const button = partOf(widget, 'poster')?.querySelector('button');
  if (!button) throw new Error('There is no poster with a button.');
  return button;
}

/** The next time that a widget has the status. */
function reaches({ element }: UbaWidgetController, status: string): Promise<void> {
  return new Promise((resolve) => {
    if (element.status === status) resolve();
    element.addEventListener('uba-status', ({ detail }) => {
      if (detail.status === status) resolve();
    });
  });
}

/** Waits until the engine has told every observer where the elements are. */
async function drawn(): Promise<void> {
  const element = document.createElement('p');
  document.body.append(element);
  for (let times = 0; times < 2; times++) {
    await new Promise<void>((resolve) => {
      new IntersectionObserver((_entries, observer) => {
        observer.disconnect();
        resolve();
      }).observe(element);
    });
    await new Promise(requestAnimationFrame);
  }
  element.remove();
}

/** Widgets far below what can be seen. */
function far(): HTMLElement {
  const place = document.createElement('div');
  place.style.paddingTop = '5000px';
  document.body.append(place);
  return place;
}

afterEach(() => {
  window.scrollTo(0, 0);
  document.body.replaceChildren();
  for (const link of document.head.querySelectorAll('link[rel=preconnect]')) link.remove();
});

describe('loading="lazy"', () => {
  it('loads nothing until the element is near, and once then', async () => {
    const widget = createUbaWidget(lazy);
    const place = far();
    place.append(widget.element);
    await drawn();
    expect(widget.status).to.equal('idle');
    expect(framesOf(widget)).to.equal(0);
    // Still out of sight, and near.
    place.style.paddingTop = `${window.innerHeight + 300}px`;
    await reaches(widget, 'loading');
    const iframe = iframeOf(widget);
    place.style.paddingTop = '5000px';
    await drawn();
    expect(iframeOf(widget)).to.equal(iframe);
  });

  it('loads at once where the element is near', async () => {
    const widget = await staged(lazy);
    await reaches(widget, 'loading');
    expect(framesOf(widget)).to.equal(1);
  });

  it('waits in what is not drawn: hidden, a closed dialog, a closed details', async () => {
    const places = ['<div hidden></div>', '<dialog></dialog>', '<details></details>'].map(
      (markup) => {
        const template = document.createElement('template');
        template.innerHTML = markup;
        return template.content.firstElementChild as HTMLElement & { open?: boolean };
      },
    );
    for (const place of places) {
      const widget = createUbaWidget(lazy);
      place.append(widget.element);
      document.body.append(place);
      await drawn();
      expect(widget.status, place.localName).to.equal('idle');
      if (place.hidden) place.hidden = false;
      else place.open = true;
      await reaches(widget, 'loading');
      place.remove();
    }
  });

  it('waits in a box that scrolls, until that has come near', async () => {
    const box = document.createElement('div');
    box.style.cssText = 'height: 100px; overflow: auto';
    const place = document.createElement('div');
    place.style.paddingTop = '5000px';
    box.append(place);
    document.body.append(box);
    const widget = createUbaWidget(lazy);
    place.append(widget.element);
    await drawn();
    expect(widget.status).to.equal('idle');
    box.scrollTop = 4999;
    await reaches(widget, 'loading');
  });

  it('goes on waiting where the element is moved, and no longer once it has left', async () => {
    const widget = createUbaWidget(lazy);
    const place = far();
    place.append(widget.element);
    await drawn();
    far().append(widget.element);
    await drawn();
    expect(widget.status).to.equal('idle');
    widget.element.remove();
    await drawn();
    expect(widget.status).to.equal('idle');
    document.body.prepend(widget.element);
    await reaches(widget, 'loading');
  });

  it('waits in another document that it was adopted by', async () => {
    const iframe = document.createElement('iframe');
    iframe.style.height = '200px';
    document.body.append(iframe);
    const other = iframe.contentDocument as Document;
    const widget = createUbaWidget(lazy);
    far().append(widget.element);
    await drawn();
    const place = other.createElement('div');
    place.style.paddingTop = '5000px';
    other.body.append(place);
    place.append(widget.element);
    await drawn();
    expect(widget.status).to.equal('idle');
    place.style.paddingTop = '0';
    await reaches(widget, 'loading');
    widget.destroy();
  });

  it('loads at once when it is set to eager, and where no engine can tell', async () => {
    const widget = createUbaWidget(lazy);
    far().append(widget.element);
    await drawn();
    expect(widget.status).to.equal('idle');
    widget.element.loading = 'eager';
    await widget.element.updateComplete;
    expect(widget.status).to.equal('loading');
    const restore = stub(window, 'IntersectionObserver', undefined as never);
    const other = createUbaWidget(lazy);
    far().append(other.element);
    await reaches(other, 'loading');
    restore();
  });

  it('keeps what is posted meanwhile, and never waits again', async () => {
    const widget = createUbaWidget(lazy);
    const place = far();
    place.append(widget.element);
    widget.postMessage('hello');
    await drawn();
    expect(widget.status).to.equal('idle');
    place.style.paddingTop = '0';
    await reaches(widget, 'loading');
    const heard = new Promise((resolve) => {
      iframeOf(widget).addEventListener('load', () => {
        iframeOf(widget).contentWindow?.addEventListener('message', ({ data }) => resolve(data));
        speak(iframeOf(widget), { type: 'ready' });
      });
    });
    expect(await heard).to.equal('hello');
    place.style.paddingTop = '5000px';
    await drawn();
    widget.reload();
    await widget.element.updateComplete;
    expect(widget.status).to.equal('loading');
    expect(framesOf(widget)).to.equal(1);
  });

  it('tells of a mistake at once', async () => {
    const element = document.createElement('fino-uba');
    Object.assign(element, { loading: 'lazy', origin: 'nonsense', sessionId: 's' });
    const errors: string[] = [];
    element.addEventListener('uba-error', ({ detail }) => errors.push(detail.code));
    far().append(element);
    await element.updateComplete;
    expect(element.status).to.equal('failed');
    expect(errors).to.deep.equal(['INVALID_CONFIG']);
  });

  it('is dropped where it is no word of these, and the flow runs', async () => {
    const lines: string[] = [];
    const restore = stub(console, 'warn', (line: string) => lines.push(line));
    const element = document.createElement('fino-uba');
    Object.assign(element, silent);
    element.setAttribute('loading', 'auto');
    far().append(element);
    await element.updateComplete;
    restore();
    expect(element.status).to.equal('loading');
    expect(lines).to.include('UBA: loading must be eager, lazy, interaction.');
  });
});

describe('loading="interaction"', () => {
  it('shows a poster with one button, and loads nothing until it is pressed', async () => {
    const widget = await staged(interaction);
    await drawn();
    expect(widget.status).to.equal('idle');
    expect(framesOf(widget)).to.equal(0);
    const poster = partOf(widget, 'poster');
    expect(poster?.textContent).to.equal('Connect your bankContinue');
    expect(poster?.querySelectorAll('button')).to.have.length(1);
    beginButton(widget).click();
    await widget.element.updateComplete;
    expect(widget.status).to.equal('loading');
    expect(framesOf(widget)).to.equal(1);
    expect(partOf(widget, 'poster')).to.equal(null);
    expect(partOf(widget, 'loading'), 'at once').not.to.equal(null);
  });

  it('speaks German, and takes the name that the page gives the frame', async () => {
    const widget = await staged({ ...interaction, lang: 'de', frameTitle: 'Konto hinzufügen' });
    const poster = partOf(widget, 'poster');
    expect(poster?.lang).to.equal('de');
    expect(poster?.querySelector('h2')?.textContent).to.equal('Konto hinzufügen');
    expect(beginButton(widget).textContent).to.equal('Weiter');
  });

  it('follows changes of language and look while it waits', async () => {
    const widget = await staged(interaction);
    widget.update({ lang: 'de', colorScheme: 'dark' });
    await widget.element.updateComplete;
    expect(beginButton(widget).textContent).to.equal('Weiter');
    expect(partOf(widget, 'poster')?.classList.contains('dark')).to.equal(true);
    beginButton(widget).focus();
    widget.update({ colorScheme: 'light' });
    await widget.element.updateComplete;
    expect(document.activeElement).to.equal(widget.element);
  });

  it('passes the focus on into the widget', async () => {
    const widget = await staged(interaction);
    beginButton(widget).click();
    await widget.element.updateComplete;
    expect(widget.element.shadowRoot?.activeElement).to.equal(partOf(widget, 'loading'));
    speak(iframeOf(widget), { type: 'ready' });
    expect(widget.element.shadowRoot?.activeElement).to.equal(iframeOf(widget));
  });

  it('never asks again: for another session, a reload, a place elsewhere', async () => {
    const widget = await staged(interaction);
    beginButton(widget).click();
    await widget.element.updateComplete;
    const steps = [
      () => widget.reload(),
      () => widget.update({ connectURL: `${silent.connectURL}?2` }),
      () => widget.update({ connectURL: undefined }),
      () => widget.update({ connectURL: silent.connectURL }),
      () => widget.element.remove(),
      () => document.body.append(widget.element),
      () => widget.update({ connectURL: undefined }),
      () => widget.setSession('s', 'u'),
    ];
    for (const step of steps) {
      step();
      await widget.element.updateComplete;
      expect(partOf(widget, 'poster'), String(step)).to.equal(null);
    }
    expect(widget.status).to.equal('loading');
    widget.destroy();
  });

  it('does not count a reload as a click; eager begins at once', async () => {
    const widget = await staged(interaction);
    widget.reload();
    await widget.element.updateComplete;
    expect(widget.status).to.equal('idle');
    widget.update({ loading: 'eager' });
    await widget.element.updateComplete;
    expect(widget.status).to.equal('loading');
    expect(partOf(widget, 'poster')).to.equal(null);
  });

  it('remembers the click where the session comes later, and keeps the poster until then', async () => {
    const widget = await staged({ origin: silent.origin, lang: 'en', loading: 'interaction' });
    beginButton(widget).click();
    await widget.element.updateComplete;
    expect(widget.status).to.equal('idle');
    expect(partOf(widget, 'poster')).not.to.equal(null);
    widget.setSession('s', 'u');
    await widget.element.updateComplete;
    expect(widget.status).to.equal('loading');
    expect(partOf(widget, 'poster')).to.equal(null);
    widget.destroy();
  });

  it('tells of a mistake at once, and asks once that is mended', async () => {
    const element = document.createElement('fino-uba');
    Object.assign(element, interaction, { origin: 'https://elsewhere.test' });
    document.body.append(element);
    await element.updateComplete;
    expect(element.status).to.equal('failed');
    element.origin = silent.origin;
    await element.updateComplete;
    expect(element.status).to.equal('idle');
    beginButton(new UbaWidgetController(element)).click();
    await element.updateComplete;
    expect(element.status).to.equal('loading');
    element.destroy();
  });

  describe('with a poster of the page', () => {
    /** A widget with that in its slot, and its first element. */
    async function posted(markup: string): Promise<[UbaWidgetController, HTMLElement]> {
      const widget = createUbaWidget(interaction);
      widget.element.innerHTML = markup;
      document.body.append(widget.element);
      await drawn();
      return [widget, widget.element.firstElementChild as HTMLElement];
    }

    const press = (target: Element, key: string) => {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      target.dispatchEvent(event);
      return event;
    };

    it('shows it, and begins by a click anywhere in it', async () => {
      const [widget, own] = await posted('<div slot="poster"><b>Bank</b></div>');
      expect(own.checkVisibility()).to.equal(true);
      expect(beginButton(widget).checkVisibility()).to.equal(false);
      own.querySelector('b')?.click();
      await widget.element.updateComplete;
      expect(widget.status).to.equal('loading');
      expect(own.checkVisibility()).to.equal(false);
    });

    it('makes one button of what cannot take the focus, for Enter and Space', async () => {
      for (const key of ['Enter', ' ']) {
        const [widget] = await posted('<img slot="poster" alt="Connect your bank">');
        const poster = partOf(widget, 'poster') as HTMLElement;
        expect(poster.getAttribute('role')).to.equal('button');
        expect(poster.tabIndex).to.equal(0);
        poster.focus();
        expect(press(poster, 'x').defaultPrevented).to.equal(false);
        expect(press(poster, key).defaultPrevented).to.equal(true);
        await widget.element.updateComplete;
        expect(widget.status, key).to.equal('loading');
        widget.destroy();
      }
    });

    it('leaves a button of the page its keys, and its focus while it waits', async () => {
      const [widget, own] = await posted('<button slot="poster">Connect</button>');
      const poster = partOf(widget, 'poster') as HTMLElement;
      expect(poster.getAttribute('role')).to.equal('group');
      expect(poster.tabIndex).to.equal(-1);
      own.focus();
      widget.update({ colorScheme: 'dark' });
      await widget.element.updateComplete;
      expect(document.activeElement).to.equal(own);
      // The engine makes a click of it.
      expect(press(own, 'Enter').defaultPrevented).to.equal(false);
      await widget.element.updateComplete;
      expect(widget.status).to.equal('idle');
      own.click();
      await widget.element.updateComplete;
      expect(widget.status).to.equal('loading');
      expect(widget.element.shadowRoot?.activeElement).to.equal(partOf(widget, 'loading'));
    });

    it('does not take a link, a field or a click that the page has answered for a sign', async () => {
      const [widget, own] = await posted(
        '<div slot="poster"><a href="#privacy">Privacy</a><label><input type="checkbox"> Yes</label><b>Go</b></div>',
      );
      for (const one of own.querySelectorAll<HTMLElement>('a, label, input')) one.click();
      own.onclick = (event) => event.preventDefault();
      own.querySelector('b')?.click();
      await widget.element.updateComplete;
      expect(widget.status).to.equal('idle');
      own.onclick = null;
      own.querySelector('b')?.click();
      await widget.element.updateComplete;
      expect(widget.status).to.equal('loading');
    });
  });

  describe('when the user may be about to', () => {
    const hints = () =>
      [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=preconnect]')].map((link) =>
        link.getAttribute('href'),
      );
    const point = (widget: UbaWidgetController) =>
      partOf(widget, 'poster')?.dispatchEvent(new PointerEvent('pointerenter'));

    it('connects to the origin, once a document, without the session', async () => {
      const widgets = [await staged(interaction), await staged(interaction)];
      expect(hints()).to.deep.equal([]);
      for (const widget of widgets) {
        point(widget);
        beginButton(widget).focus();
      }
      expect(hints()).to.deep.equal([silent.origin]);
      expect(widgets.map(({ status }) => status)).to.deep.equal(['idle', 'idle']);
    });

    it('never connects to what is no origin for it', async () => {
      const widget = await staged(interaction);
      const poster = partOf(widget, 'poster');
      widget.element.setAttribute('origin', 'https://evil.test');
      poster?.dispatchEvent(new PointerEvent('pointerenter'));
      widget.element.setAttribute('origin', 'javascript:alert(1)');
      poster?.dispatchEvent(new PointerEvent('pointerenter'));
      expect(hints()).to.deep.equal([]);
    });
  });
});
