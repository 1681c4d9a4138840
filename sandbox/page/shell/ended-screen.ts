import { consume } from '@lit/context';
import { nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { flowContext } from '../context.js';
import { returnTarget, type Flow } from '../../core/flow/flow-state.js';
import { Screen } from './screen.js';

/** A screen of a flow that cannot go on by itself. */
export abstract class EndedScreen extends Screen<'fatal'> {
  @consume({ context: flowContext, subscribe: true })
  @property({ attribute: false })
  flow?: Flow;

  /** To the application, where it has said how to come back to it. */
  protected wayBack(button: (label: string, onClick: () => void) => TemplateResult) {
    if (!this.flow || returnTarget(this.flow.setup) === undefined) return nothing;
    return button(this.t.common.toApplication, () => this.act({ type: 'exit' }));
  }
}
