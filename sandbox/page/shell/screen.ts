import { consume, type ContextType } from '@lit/context';
import { css, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import {
  clockContext,
  dispatchContext,
  languageContext,
  prefillContext,
  type Dispatch,
} from '../context.js';
import type { Clock } from '../../core/contract/clock.js';
import type { Intent, StateName, StateOf } from '../../core/flow/flow-state.js';
import type { Language, Texts } from '../texts/index.js';
import './page.js';
import { markedWords, SayEvent } from './voice.js';
import { base, controls, lists, notes } from './styles.js';

/** What all screens share: a state to show, the contexts, and where the focus begins. */
export abstract class Screen<At extends StateName> extends LitElement {
  static override styles = [
    base,
    controls,
    lists,
    notes,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
      }
    `,
  ];

  /** Set by the app before the screen is first rendered. */
  @property({ attribute: false }) state!: StateOf<At>;

  @consume({ context: languageContext, subscribe: true })
  @property({ attribute: false })
  language!: Language;

  @consume({ context: clockContext }) clock!: Clock;

  /** What a deep link enters for the user. */
  @consume({ context: prefillContext }) prefill!: ContextType<typeof prefillContext>;

  @consume({ context: dispatchContext }) private readonly dispatch!: Dispatch;

  /** The words of the chosen language. */
  protected get t(): Texts {
    return this.language.t;
  }

  protected act(intent: Intent): void {
    this.dispatch(intent);
  }

  /** Puts the focus where the step begins: on its error, the field it asks for, or its title. */
  begin(): void {
    const target = ['#error', '[data-begin]', 'sandbox-page']
      .map((selector) => this.renderRoot.querySelector<HTMLElement>(selector))
      .find((found) => found !== null);
    target?.focus();
  }

  /** Called after the state has changed while the screen stays. */
  protected stateChanged?(before: StateOf<At>): void;

  protected focusError(): void {
    this.renderRoot.querySelector<HTMLElement>('#error')?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.dispatchEvent(new SayEvent('screen', markedWords(this.renderRoot)));
    const before = changed.get('state');
    if (before) this.stateChanged?.(before);
  }
}
