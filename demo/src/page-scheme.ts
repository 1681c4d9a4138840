import type { ReactiveController, ReactiveControllerHost } from 'lit';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

const device = matchMedia('(prefers-color-scheme: dark)');

/** The scheme that the page shows: what the visitor chose, else the device's. Updates its host. */
export class PageScheme implements ReactiveController {
  readonly #observer = new MutationObserver(() => this.host.requestUpdate());

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get value(): Scheme {
    const chosen = schemes.find((scheme) => scheme === document.documentElement.dataset.scheme);
    return chosen ?? (device.matches ? 'dark' : 'light');
  }

  get deviceIsDark(): boolean {
    return device.matches;
  }

  hostConnected(): void {
    this.#observer.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
    device.addEventListener('change', this.#onDevice);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    device.removeEventListener('change', this.#onDevice);
  }

  readonly #onDevice = (): void => this.host.requestUpdate();
}
