import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../code/code-tabs.js';
import { controls } from '../controls.styles.js';
import { DrawnApart } from '../drawn-apart.js';
import type { ApiCall } from './api-client.js';
import { wordsOf } from '../texts/language.js';
import { backEndTexts } from '../texts/back-end.js';
import { callSnippets } from './call-snippets.js';

const t = wordsOf(backEndTexts);

/** What a call does: the next one that does the same, to whatever, takes its place. */
function keyOf({ method, url }: ApiCall): string {
  const kind = new URL(url).pathname.replaceAll(
    /\/(users|logins|accounts|money-transfers)\/[^/]+/g,
    '/$1/',
  );
  return `${method} ${kind}`;
}

/** What fills a line of a path, and says nothing. */
const uuid = /([\da-f]{4})[\da-f]{4}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** A path and query in short, in parts between which a line may end. */
function shortPath(url: string): readonly string[] {
  const { pathname, search } = new URL(url);
  const ofUser = pathname.replace(/^\/api\/users\/[^/]+/, '…');
  return (ofUser + search).replaceAll(uuid, '$1…').split(/(?<=[/?])/);
}

/** The calls that a step took, each to unfold: its answer, and itself as curl and fetch. */
@customElement('api-calls')
export class ApiCalls extends DrawnApart {
  static override styles = [
    controls,
    css`
      details {
        border-block-start: 1px solid var(--line);
      }
      summary {
        display: flex;
        gap: 10px;
        align-items: center;
        min-block-size: 40px;
        padding: 4px 16px;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::after {
        flex: none;
        margin-inline-start: auto;
        color: var(--muted);
        content: '▸';
      }
      details[open] > summary::after {
        content: '▾';
      }
      summary:hover {
        background: var(--sunken);
      }
      summary:focus-visible {
        outline-offset: -3px;
      }
      code {
        overflow-wrap: anywhere;
      }
      b {
        font-weight: 650;
      }
      code-tabs {
        max-block-size: 340px;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  /** The newest of each kind, in the order in which they were first made. */
  @property({ attribute: false }) calls: readonly ApiCall[] = [];

  /** The code of those alone is rendered. */
  @state() private open: ReadonlySet<string> = new Set();

  protected override render() {
    if (this.calls.length === 0) return nothing;
    return html`
      ${repeat(this.calls, keyOf, (call) => {
        const isOpen = this.open.has(keyOf(call));
        return html`
          <details @toggle=${(event: ToggleEvent) => this.#toggle(call, event.newState === 'open')}>
            <summary>
              <span class="chip ${call.status < 300 ? 'ok' : 'warn'}">${call.status}</span>
              <code
                ><b>${call.method}</b>
                ${shortPath(call.url).map((part) => html`${part}<wbr />`)}</code
              >
            </summary>
            ${
              isOpen
                ? html`<code-tabs label=${t.theCall} .snippets=${callSnippets(call)}></code-tabs>`
                : nothing
            }
          </details>
        `;
      })}
    `;
  }

  #toggle(call: ApiCall, isOpen: boolean): void {
    const others = [...this.open].filter((key) => key !== keyOf(call));
    this.open = new Set(isOpen ? [...others, keyOf(call)] : others);
  }
}

/** With one more call; an earlier one of its kind goes. */
export function withCall(calls: readonly ApiCall[], call: ApiCall): readonly ApiCall[] {
  const index = calls.findIndex((one) => keyOf(one) === keyOf(call));
  return index < 0 ? [...calls, call] : calls.map((one, at) => (at === index ? call : one));
}

declare global {
  interface HTMLElementTagNameMap {
    'api-calls': ApiCalls;
  }
}
