import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again while time is shown. Twice a second, so that no second is skipped. */
export class EverySecond implements ReactiveController {
  private timer?: ReturnType<typeof setInterval>;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => this.host.requestUpdate(), 500);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
