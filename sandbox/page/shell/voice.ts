/** What is said politely to those who do not see it: one region of the app says it all. */

/** What a part of a step has to say; the app's live region says each part when it changes. */
export interface Said {
  /** A notice or a result. */
  readonly notice?: string;
  /** What is awaited; said only where that takes a while. */
  readonly busy?: string;
}

/** Fired when what is to be said has changed, by a screen or by a control in it. */
export class SayEvent extends Event {
  static readonly type = 'say';

  /** @param by a screen says all of its own each time; a control only what was just done */
  constructor(
    readonly by: 'screen' | 'control',
    readonly said: Said,
  ) {
    super(SayEvent.type, { bubbles: true, composed: true });
  }
}

/** The words that a screen marks: `data-say` is said at once, `data-busy` after a while. */
export const markedWords = (root: ParentNode): Said => ({
  notice: wordsOf(root, '[data-say]'),
  busy: wordsOf(root, '[data-busy]'),
});

const wordsOf = (root: ParentNode, marked: string): string =>
  [...root.querySelectorAll(marked)]
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ');

declare global {
  interface HTMLElementEventMap {
    [SayEvent.type]: SayEvent;
  }
}
