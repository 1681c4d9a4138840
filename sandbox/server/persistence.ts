/** What outlives the run: how it stands, when it changes, and how the next run takes it up. */
import type { SandboxClock } from '../core/bank/sandbox-clock.js';
import type { PersistedState } from './persisted-state.js';
import type { Users } from './users.js';
import type { WebhookRegistry } from './webhooks/webhook-registry.js';

export class Persistence {
  constructor(
    private readonly clock: SandboxClock,
    private readonly users: Users,
    private readonly webhooks: WebhookRegistry,
  ) {}

  /** Takes up what an earlier run left, before anything else happens. */
  restore({ movedBy, users, webhooks }: PersistedState): void {
    this.clock.advance(movedBy);
    for (const user of users) this.users.restore(user);
    for (const webhook of webhooks) this.webhooks.restore(webhook);
  }

  snapshot(): PersistedState {
    return {
      movedBy: this.clock.moved,
      users: this.users.all().map((user) => user.snapshot()),
      webhooks: [...this.webhooks.all()],
    };
  }

  /** Calls back after each change; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    const parts = [this.clock, this.users, this.webhooks];
    const unsubscribes = parts.map((part) => part.subscribe(listener));
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
    };
  }
}
