/** What the widget shows in place of the frame: a skeleton while it loads, a way out when it fails. */
import { textLanguage } from '@finodigital/uba-host';
import { texts } from './texts.js';

/** How a view looks and in which language it speaks. */
export interface ViewStyle {
  readonly lang: string;
  readonly dark: boolean;
}

/** What a person can do about a failure; absent where nothing helps but the page itself. */
export interface WayOut {
  retry(): void;
  openInNewTab(): void;
}

/** A calm skeleton, or what the page put into the slot `loading`. */
export function loadingView(style: ViewStyle): HTMLElement {
  const skeleton = element('div', { class: 'column skeleton', 'aria-hidden': 'true' }, [
    element('i'),
    element('i'),
    element('div', { class: 'card' }, [element('i'), element('i'), element('i')]),
  ]);
  const text = element('span', { class: 'hidden-text' }, [say('loading', style)]);
  return view('loading', 'status', style, [text, skeleton]);
}

/** What went wrong and what helps, or what the page put into the slot `error`. */
export function errorView(style: ViewStyle, wayOut?: WayOut): HTMLElement {
  const [title, hint] = wayOut
    ? (['timeoutTitle', 'timeoutHint'] as const)
    : (['configTitle', 'configHint'] as const);
  const note = element('div', { class: 'note' }, [
    element('h2', {}, [say(title, style)]),
    element('p', {}, [say(hint, style)]),
  ]);
  const buttons = wayOut
    ? [
        button('primary', say('retry', style), () => wayOut.retry()),
        button('plain', say('newTab', style), () => wayOut.openInNewTab()),
      ]
    : [];
  return view('error', 'alert', style, [element('div', { class: 'column' }, [note, ...buttons])]);
}

function view(name: string, role: string, style: ViewStyle, content: Node[]): HTMLElement {
  const attributes = {
    class: style.dark ? 'view dark' : 'view',
    part: name,
    role,
    lang: textLanguage(style.lang),
    // So that it can take the focus from what it replaces.
    tabindex: '-1',
  };
  return element('div', attributes, [element('slot', { name }, content)]);
}

function button(className: string, label: string, click: () => void): HTMLElement {
  const made = element('button', { class: className, type: 'button' }, [label]);
  made.addEventListener('click', click);
  return made;
}

const say = (text: keyof typeof texts, { lang }: ViewStyle) => texts[text][textLanguage(lang)];

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
