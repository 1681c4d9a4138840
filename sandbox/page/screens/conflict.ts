import { consume } from '@lit/context';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { flowContext } from '../context.js';
import type { Flow } from '../../core/flow/flow-state.js';
import { plainButton, primaryButton } from '../shell/button.js';
import { Screen } from '../shell/screen.js';

@customElement('conflict-screen')
export class ConflictScreen extends Screen<'conflict'> {
  @consume({ context: flowContext, subscribe: true })
  @property({ attribute: false })
  flow?: Flow;

  override render() {
    const { t, state, flow } = this;
    const another = () => this.act({ type: 'retry' });
    return html`<sandbox-page .heading=${t.conflict.title}>
      <p slot="lead">${t.conflict.lead(state.bank.shortName)}</p>
      ${
        flow?.hasOverview
          ? primaryButton(t.conflict.toOverview, () => this.act({ type: 'done' }))
          : primaryButton(t.common.anotherBank, another)
      }
      ${
        flow?.hasOverview
          ? plainButton({ variant: 'text', label: t.common.anotherBank, onClick: another })
          : nothing
      }
    </sandbox-page>`;
  }
}
