/** What the widget shows in place of the frame: before it is wanted, while it loads, when it fails. */
import { createElement } from '@finodigital/uba-host/internal';
import type { UbaColorScheme } from '@finodigital/uba-protocol';
import { own } from '@finodigital/uba-protocol/internal';
import { texts } from './texts.js';

/** How a view looks and in which language it speaks. */
export interface ViewStyle {
  readonly language: 'de' | 'en';
  readonly colorScheme: UbaColorScheme;
  /** Colours for background and text, which are used together or not at all. */
  readonly colors?: { readonly background: string; readonly text: string } | undefined;
}

/** Why there is no frame to see, as far as a user can do something about it. */
export type Failure = 'config' | 'blocked' | 'offline' | 'slow' | 'opened';

/** A calm skeleton, or what the page put into the slot `loading`. */
export function loadingView(style: ViewStyle): HTMLElement {
  const text = element('p', {}, [own(texts.loading, style.language)]);
  return view('loading', 'status', style, [text, element('i'), element('i'), element('i')]);
}

/** What in a poster has a click of its own, which does not mean the bank connection. */
const others = 'a,input,label,select';

/**
 * An invitation with one button, or what the page put into the slot `poster`: a click anywhere on that
 * counts, unless it is for a link or a field in it or the page has prevented its default. What cannot
 * take the focus itself becomes a button as a whole.
 *
 * @param title what the user is invited to
 * @param begin loads the frame
 * @param intend is told that the user may be about to
 */
export function posterView(
  style: ViewStyle,
  title: string,
  begin: () => void,
  intend: () => void,
): HTMLElement {
  const made = view('poster', 'group', style, [
    element('h2', {}, [title]),
    element('button', { class: 'primary' }, [own(texts.begin, style.language)]),
  ]);
  /** Whether something between the place of an event and the view is one of these. */
  const isFor = (event: Event, selector: string) =>
    event
      .composedPath()
      .find((target) => target === made || (target as Partial<Element>).matches?.(selector)) !==
    made;
  made.onclick = (event) => {
    if (!event.defaultPrevented && !isFor(event, others)) begin();
  };
  // Of a button, the engine makes a click.
  made.onkeydown = (event) => {
    const isSign = /^(Enter| )$/.test(event.key);
    if (!isSign || isFor(event, `${others},button`)) return;
    // The page would scroll.
    event.preventDefault();
    begin();
  };
  made.onpointerenter = intend;
  made.addEventListener('focusin', intend);
  const slot = made.firstChild as HTMLSlotElement;
  slot.onslotchange = () => {
    const content = slot.assignedElements();
    const focusable = `${others},button,[tabindex]`;
    const isDull =
      content[0] && !content.some((one) => one.matches(focusable) || one.querySelector(focusable));
    made.setAttribute('role', isDull ? 'button' : 'group');
    made.tabIndex = isDull ? 0 : -1;
  };
  return made;
}

/**
 * What a user can do about a failure, or what the page put into the slot `error`.
 *
 * @param retry loads the frame anew
 * @param openTab opens the same session in a new tab
 */
export function errorView(
  style: ViewStyle,
  failure: Failure,
  retry: () => void,
  openTab: () => void,
): HTMLElement {
  const words = (text: keyof typeof texts) => own(own(texts, text), style.language);
  const button = (text: 'retry' | 'newTab', act: () => void) => {
    const made = element('button', {}, [words(text)]);
    made.onclick = act;
    return made;
  };
  // What a user mends alone, has words of its own; the rest is for support, by the code of `uba-error`.
  const isOwn = failure === 'offline' || failure === 'opened';
  const content = [
    element('h2', {}, [words(isOwn ? failure : 'failed')]),
    element('p', {}, [words(isOwn ? `${failure}Hint` : failure)]),
  ];
  if (failure !== 'config') {
    const buttons = [button('retry', retry)];
    // Another tab is as far from the network as this one.
    if (failure !== 'offline') buttons.push(button('newTab', openTab));
    // The session goes on in the other tab: to start it here as well is the second choice.
    if (failure === 'opened') buttons.reverse();
    buttons[0]?.classList.add('primary');
    content.push(...buttons);
  }
  if (!isOwn) {
    const code = failure === 'config' ? 'INVALID_CONFIG' : 'LOAD_TIMEOUT';
    content.push(element('p', {}, [`${words('code')} ${code}`]));
  }
  return view('error', 'alert', style, content);
}

function view(name: string, role: string, style: ViewStyle, content: Node[]): HTMLElement {
  const { language, colorScheme, colors } = style;
  // Our languages read so, whatever the page's; what it puts into the slot reads as the page does.
  const column = element('div', { class: `column ${name}`, dir: 'ltr' }, content);
  const attributes = {
    class: `view ${colorScheme}`,
    part: name,
    role,
    lang: language,
    // So that it can take the focus from what it replaces.
    tabindex: '-1',
  };
  const made = element('div', attributes, [element('slot', { name }, [column])]);
  for (const [name, color] of Object.entries(colors ?? {}))
    made.style.setProperty(`--${name}`, color);
  return made;
}

/** Plain DOM calls, which every Content Security Policy and Trusted Types allow. */
function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  content: readonly (Node | string)[] = [],
): HTMLElement {
  const made = createElement(document, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}
