import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { BankLogin, ConsentStatus } from '../../core/contract/bank-side.js';
import { bankMark } from '../shell/bank-mark.js';
import { primaryButton } from '../shell/button.js';
import { plusIcon } from '../shell/icons.js';
import { errorNote, statusNote } from '../shell/note.js';
import '../shell/request-id.js';
import { Screen } from '../shell/screen.js';
import type { StateOf } from '../../core/flow/flow-state.js';
import { errorAdvice } from '../texts/errors.js';
import { skeletonRows, skeletonStyles } from '../shell/skeleton.js';

const chips: Record<ConsentStatus, 'ok' | 'warn' | 'bad'> = {
  OK: 'ok',
  SCA_REQUIRED: 'warn',
  SYNC_FAILED: 'bad',
};

@customElement('overview-screen')
export class OverviewScreen extends Screen<'overview'> {
  static override styles = [
    ...Screen.styles,
    skeletonStyles,
    css`
      .cards {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }

      .card .row:first-child {
        align-items: start;
      }

      .chip {
        margin-block: 8px 4px;
      }

      .more {
        text-wrap: pretty;
      }

      .does {
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 4px 16px;
        min-height: 0;
        padding-block: 8px;
      }
    `,
  ];

  override render() {
    const { t, state } = this;
    const { logins } = state;
    return html`<sandbox-page .heading=${t.overview.title} tall>
      ${this.failure()} ${this.news()}
      ${
        !logins
          ? html`<p class="hidden" data-busy>${t.common.loading}</p>
              ${skeletonRows()}`
          : nothing
      }
      ${
        logins?.length === 0
          ? html`<div>
              <p class="label">${t.overview.none}</p>
              <p class="muted">${t.overview.noneHelp}</p>
            </div>`
          : nothing
      }
      <ul class="cards">
        ${repeat(
          logins ?? [],
          ({ bankLoginId }) => bankLoginId,
          (login) => this.card(login),
        )}
      </ul>
      <button class="button plain" type="button" @click=${() => this.act({ type: 'add-bank' })}>
        ${plusIcon} ${t.overview.add}
      </button>
      ${primaryButton(t.common.done, () => this.act({ type: 'done' }))}
    </sandbox-page>`;
  }

  private card(login: BankLogin): TemplateResult {
    const { t } = this;
    const { bankLoginId, bank, accounts, status, consentUntil, isObsolete } = login;
    const apart = this.apart(login);
    // Of two with the same accounts one is obsolete.
    const named = [bank.shortName, apart, apart && isObsolete && t.overview.obsoleteChip];
    const when = this.language.moment(login.lastSynchronization, this.clock.now());
    const synchronise = () => this.act({ type: 'synchronise', bankLoginId });
    return html`<li class="list card">
      <div class="row">
        ${bankMark(bank)}
        <span class="words">
          <h2 class="name">${bank.shortName}</h2>
          <span class="more">
            ${t.common.accounts(accounts.length)} · ${t.overview.updated(when)}
          </span>
          ${apart ? html`<span class="more figures">${apart}</span>` : nothing}
          <span class="chip ${isObsolete ? 'warn' : chips[status]}">
            ${isObsolete ? t.overview.obsoleteChip : t.status[status]}
          </span>
          <span class="more">${this.advice(login)}</span>
        </span>
      </div>
      <div
        class="row does"
        role="group"
        aria-label=${t.overview.actions(named.filter(Boolean).join(', '))}
      >
        <button
          class="inline"
          type="button"
          @click=${() => this.act({ type: 'ask-disconnect', bankLoginId })}
        >
          ${t.overview.disconnect}
        </button>
        ${
          consentUntil === undefined
            ? html`<button class="button plain compact" type="button" @click=${synchronise}>
                ${t.overview.renew}
              </button>`
            : html`<button class="inline" type="button" @click=${synchronise}>
                ${t.overview.synchronise}
              </button>`
        }
      </div>
    </li>`;
  }

  /** What tells a login from another one at the same bank. */
  private apart({ bank, accounts }: BankLogin): string | undefined {
    const atBank = this.state.logins?.filter((login) => login.bank.bankCode === bank.bankCode);
    const [first] = accounts;
    if (!first || !atBank || atBank.length < 2) return undefined;
    return `${first.name} ${this.t.accounts.ending(first.accountNumber.slice(-4))}`;
  }

  /** What the status means for the user, and until when the consent holds. */
  private advice({ status, consentUntil, recurring, isObsolete }: BankLogin): string {
    const { overview } = this.t;
    if (isObsolete) return overview.obsolete;
    if (consentUntil === undefined) {
      return status === 'SYNC_FAILED' ? overview.withdrawn : overview.expired;
    }
    const until = overview.until(this.language.date(consentUntil));
    if (status === 'SYNC_FAILED') return `${overview.failing} ${until}`;
    return recurring ? until : `${until} ${overview.eachTime}`;
  }

  /** What was just done. */
  private news(): TemplateResult | typeof nothing {
    const { notice } = this.state;
    if (!notice || notice.kind === 'failed') return nothing;
    const { overview } = this.t;
    if (notice.kind === 'disconnected') return statusNote('ok', overview.disconnected);
    const kind = notice.kind === 'duplicate' || notice.kind === 'declined' ? 'info' : 'ok';
    return statusNote(kind, overview[notice.kind](this.bankName(notice.bankLoginId)));
  }

  private failure(): TemplateResult | typeof nothing {
    const { notice } = this.state;
    if (notice?.kind !== 'failed') return nothing;
    const { bankLoginId, code, requestId } = notice;
    const { happened, help, remedy, support } = errorAdvice(code, 'sync', this.language.lang);
    // The bank that failed is among those below, and another one is no help to it.
    const act = () =>
      this.act(
        remedy === 'other-bank' ? { type: 'add-bank' } : { type: 'synchronise', bankLoginId },
      );
    return errorNote(
      this.t.overview.failed(this.bankName(bankLoginId)),
      html`<p>${happened}. ${help}</p>
        ${support ? html`<request-id .value=${requestId}></request-id>` : nothing}
        <button type="button" @click=${act}>${this.t.remedies[remedy]}</button>`,
    );
  }

  private bankName(id: string): string {
    const login = this.state.logins?.find(({ bankLoginId }) => bankLoginId === id);
    return login?.bank.shortName ?? this.t.steps.bank;
  }

  protected override stateChanged(before: StateOf<'overview'>): void {
    if (before.notice !== this.state.notice) this.focusError();
  }
}
