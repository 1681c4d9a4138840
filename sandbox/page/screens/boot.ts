import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from '../shell/screen.js';
import { skeletonRows, skeletonStyles } from '../shell/skeleton.js';

@customElement('boot-screen')
export class BootScreen extends Screen<'boot'> {
  static override styles = [
    ...Screen.styles,
    skeletonStyles,
    css`
      :host {
        padding: 14px 20px;
      }
    `,
  ];

  override render() {
    return html`<div>
      <h1 class="hidden">${this.t.common.loading}</h1>
      ${skeletonRows()}
    </div>`;
  }
}
