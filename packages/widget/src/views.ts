/** What the widget shows in place of the frame: a skeleton while it loads, a way out when it fails. */
import type { UbaStatus } from '@finodigital/uba-host/internal';
import type { UbaColorScheme } from '@finodigital/uba-protocol';
import { texts } from './texts.js';

/** How a view looks and in which language it speaks. */
export interface ViewStyle {
  readonly language: 'de' | 'en';
  readonly colorScheme: UbaColorScheme;
}

/**
 * Makes a view.
 *
 * @param address what to open in a new tab; absent where nothing helps but other options
 */
type View = (style: ViewStyle, retry: () => void, address?: string) => HTMLElement;

/** What covers the frame, by status. */
export const views: { readonly [status in UbaStatus]?: View } = {
  loading: loadingView,
  failed: errorView,
};

/** A calm skeleton, or what the page put into the slot `loading`. */
function loadingView(style: ViewStyle): HTMLElement {
  const text = element('p', {}, [texts.loading[style.language]]);
  return view('loading', 'status', style, [text, element('i'), element('i'), element('i')]);
}

/** What went wrong and what helps, or what the page put into the slot `error`. */
function errorView(style: ViewStyle, retry: () => void, address?: string): HTMLElement {
  const text = (tag: string, key: keyof typeof texts, attributes = {}) =>
    element(tag, attributes, [texts[key][style.language]]);
  const content = [text('h2', 'failed'), text('p', 'hint')];
  if (address) {
    const again = text('button', 'retry', { class: 'primary' });
    again.onclick = retry;
    const newTab = text('button', 'newTab');
    newTab.onclick = () => window.open(address, '_blank', 'noopener');
    content.push(again, newTab);
  }
  return view('error', 'alert', style, content);
}

function view(name: string, role: string, style: ViewStyle, content: Node[]): HTMLElement {
  const column = element('div', { class: `column ${name}` }, content);
  const attributes = {
    class: `view ${style.colorScheme}`,
    part: name,
    role,
    lang: style.language,
    // So that it can take the focus from what it replaces.
    tabindex: '-1',
  };
  return element('div', attributes, [element('slot', { name }, [column])]);
}

/** Plain DOM calls, which every Content Security Policy and Trusted Types allow. */
function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  content: readonly (Node | string)[] = [],
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}
