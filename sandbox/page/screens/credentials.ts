import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { plainButton, submitButton } from '../shell/button.js';
import { EverySecond } from '../shell/every-second.js';
import { errorNote, fieldError, statusNote } from '../shell/note.js';
import { Screen } from '../shell/screen.js';
import { timeLeft } from '../shell/time-left.js';
import type { StateOf } from '../../core/flow/flow-state.js';

/** User name and PIN. The PIN lives in its field alone and leaves it after every answer. */
@customElement('credentials-screen')
export class CredentialsScreen extends Screen<'credentials'> {
  @state() private pinShown = false;
  @state() private nameMissing = false;

  @query('#user-name') private readonly userName!: HTMLInputElement;
  @query('#pin') private readonly pin!: HTMLInputElement;

  constructor() {
    super();
    new EverySecond(this);
  }

  override render() {
    const { t, state } = this;
    const { busy, error, silence } = state;
    const userName = state.userName || (this.prefill.userName ?? '');
    return html`<sandbox-page .heading=${t.login.title}>
      ${
        error
          ? errorNote(
              t.login.wrong,
              html`${t.login.wrongHelp}
                <span class="whole"
                  ><a href="#user-name" @click=${this.toField}>${t.login.userName}</a>,</span
                >
                <a href="#pin" @click=${this.toField}>${t.login.pin}</a>`,
            )
          : nothing
      }
      <form id="form" novalidate @submit=${this.submit}>
        <div class="field">
          <label for="user-name">${t.login.userName}</label>
          <div class="box">
            <input
              id="user-name"
              ?data-begin=${!userName}
              name="username"
              type="text"
              autocomplete="username"
              autocapitalize="none"
              autocorrect="off"
              spellcheck="false"
              required
              aria-invalid=${error || this.nameMissing ? 'true' : nothing}
              aria-describedby=${this.nameMissing ? 'name-missing' : error ? 'login-wrong' : nothing}
              ?readonly=${busy}
              .value=${userName}
              @input=${() => (this.nameMissing = false)}
            />
          </div>
          ${this.nameMissing ? fieldError('name-missing', t.login.nameMissing) : nothing}
        </div>
        <div class="field">
          <label for="pin">${t.login.pin}</label>
          <div class="box">
            <input
              id="pin"
              ?data-begin=${Boolean(userName)}
              name="password"
              type=${this.pinShown ? 'text' : 'password'}
              autocomplete="current-password"
              autocapitalize="none"
              autocorrect="off"
              spellcheck="false"
              aria-invalid=${error ? 'true' : nothing}
              aria-describedby=${error ? 'login-wrong' : nothing}
              ?readonly=${busy}
            />
            <button
              class="inline"
              type="button"
              aria-label=${this.pinShown ? t.login.hide : t.login.show}
              @click=${() => (this.pinShown = !this.pinShown)}
            >
              ${this.pinShown ? t.login.hideShort : t.login.showShort}
            </button>
          </div>
          ${error ? fieldError('login-wrong', t.login.wrongHere) : nothing}
        </div>
      </form>
      ${silence ? this.silence(silence.givesUpAt) : nothing}
      ${error || silence ? nothing : html`<p slot="primary" class="muted small">${t.login.promise}</p>`}
      ${submitButton({ label: t.login.submit, busyLabel: t.login.busy, busy })}
      ${
        silence
          ? plainButton({
              variant: 'text',
              label: t.common.cancel,
              onClick: () => this.act({ type: 'cancel' }),
            })
          : nothing
      }
      ${
        error
          ? plainButton({
              variant: 'text',
              label: t.common.anotherBank,
              onClick: () => this.act({ type: 'back' }),
            })
          : nothing
      }
    </sandbox-page>`;
  }

  /** Announced once; the time that goes on is not announced. */
  private silence(givesUpAt: number) {
    const { login } = this.t;
    const left = givesUpAt - this.clock.now();
    return statusNote(
      'info',
      html`<b data-say>${login.silence(this.state.bank.shortName)}</b><br />
        ${timeLeft(left, login.silenceHelp, this.language)}`,
      false,
    );
  }

  protected override firstUpdated(): void {
    if (!this.state.userName) this.pin.value = this.prefill.pin ?? '';
  }

  protected override stateChanged(before: StateOf<'credentials'>): void {
    if (!before.busy || this.state.busy) return;
    this.pin.value = '';
    this.pinShown = false;
    this.focusError();
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.state.busy) return;
    const userName = this.userName.value.trim();
    this.nameMissing = !userName;
    if (userName) this.act({ type: 'submit-login', userName, pin: this.pin.value });
    else this.userName.focus();
  };

  /** Links of the summary; the URL of the page stays as it is. */
  private readonly toField = (event: MouseEvent): void => {
    event.preventDefault();
    const { hash } = event.currentTarget as HTMLAnchorElement;
    this.renderRoot.querySelector<HTMLElement>(hash)?.focus();
  };
}
