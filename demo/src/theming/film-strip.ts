import '@finodigital/uba-widget';
import type { UbaTheme } from '@finodigital/uba-protocol';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { DrawnApart } from '../drawn-apart.js';
import { newScenarioAddress } from '../demo-session.js';
import { schemes, type Scheme } from '../page-scheme.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { wordsOf } from '../texts/language.js';
import { themingTexts } from '../texts/theming.js';

const t = wordsOf(themingTexts);

/** The screens: a scenario each, and how many of its acts lead there. */
const screens = [
  { name: 'search', scenario: '02', play: '0' },
  { name: 'login', scenario: '02', play: '1' },
  { name: 'error', scenario: '05', play: '2' },
  { name: 'accounts', scenario: '01', play: '3' },
  { name: 'done', scenario: '01', play: '4' },
] as const;

const frames = schemes.flatMap((scheme) =>
  screens.map((screen) => ({
    ...screen,
    scheme,
    id: `${scheme}-${screen.name}`,
    address: newScenarioAddress(sandboxOrigin, screen.scenario, screen.play),
  })),
);

/** How many frames may load at a time. */
const atOnce = 2;

/**
 * Screens of the sandbox side by side, light and dark, in the colours of a theme. Pictures to look at:
 * nothing in them takes the focus. Each loads when it comes into sight, a few at a time.
 */
@customElement('film-strip')
export class FilmStrip extends DrawnApart {
  static override styles = [
    controls,
    css`
      .strip {
        display: grid;
        grid-template-columns: repeat(5, 188px);
        gap: 14px;
        justify-content: space-between;
        padding: 4px 16px 18px;
        overflow-x: auto;
      }
      h3 {
        grid-column: 1 / -1;
        padding-block-start: 8px;
      }
      .strip:focus-visible {
        outline-offset: -3px;
      }
      figure {
        margin: 0;
      }
      figcaption {
        padding-block-start: 6px;
        color: var(--muted);
        font-size: 0.875rem;
      }
      .picture {
        inline-size: 188px;
        block-size: 320px;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--sunken);
      }
      .phone {
        inline-size: 375px;
        block-size: 640px;
        scale: 0.5;
        transform-origin: 0 0;
        pointer-events: none;
      }
      fino-uba {
        inline-size: 100%;
        block-size: 100%;
      }
    `,
  ];

  /** The colours; the defaults where there are none. */
  @property({ attribute: false }) theme: UbaTheme | undefined;

  /** Those that were in sight. */
  @state() private seen: ReadonlySet<string> = new Set();
  /** Those that have come, or have failed. */
  @state() private settled: ReadonlySet<string> = new Set();

  readonly #sight = new IntersectionObserver((entries) => {
    const ids = entries.filter((one) => one.isIntersecting).map(({ target }) => target.id);
    if (ids.length > 0) this.seen = new Set([...this.seen, ...ids]);
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  protected override firstUpdated(): void {
    this.#observe();
  }

  #observe(): void {
    for (const figure of this.renderRoot.querySelectorAll('figure')) this.#sight.observe(figure);
  }

  protected override render() {
    const wanted = frames.filter(({ id }) => this.seen.has(id)).map(({ id }) => id);
    const waiting = wanted.filter((id) => !this.settled.has(id)).slice(0, atOnce);
    const loaded = new Set([...this.settled, ...waiting]);
    return html`
      <div class="strip" tabindex="0" role="group" aria-label=${t.strip}>
        ${schemes.map(
          (scheme) => html`
            <h3>${t[scheme]}</h3>
            ${frames
              .filter((frame) => frame.scheme === scheme)
              .map((frame) => this.#frame(frame, loaded.has(frame.id)))}
          `,
        )}
      </div>
    `;
  }

  #frame({ id, name, scheme, address }: (typeof frames)[number], isLoaded: boolean) {
    return html`
      <figure id=${id}>
        <div class="picture" inert>
          <div class="phone">
            ${
              isLoaded
                ? html`<fino-uba
                    .origin=${sandboxOrigin}
                    .connectURL=${address}
                    .colorScheme=${scheme satisfies Scheme}
                    .theme=${this.theme}
                    .frameTitle=${`${t[name]}, ${t[scheme]}`}
                    @uba-status=${({ detail }: HTMLElementEventMap['uba-status']) => {
                      if (detail.status === 'ready' || detail.status === 'failed') this.#settle(id);
                    }}
                  ></fino-uba>`
                : nothing
            }
          </div>
        </div>
        <figcaption>${t[name]}</figcaption>
      </figure>
    `;
  }

  #settle(id: string): void {
    if (!this.settled.has(id)) this.settled = new Set([...this.settled, id]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'film-strip': FilmStrip;
  }
}
