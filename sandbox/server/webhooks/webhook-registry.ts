/** The webhooks of all clients: subscribed, told, and what became of each delivery. */
import { ApiError } from '../api-error.js';
import type { Secrets } from '../secrets.js';
import { DeliveryQueue, type Delivery, type DeliveryRules } from './delivery-queue.js';
import { isLoopback } from './target.js';
import type { Subscription, SubscriptionChange, Webhook, WebhookBody } from './webhook.js';

/** How many deliveries the log holds. */
const logLength = 10_000;

/** How many webhooks a client may have. */
const perClient = 100;

interface Line {
  webhook: Webhook;
  readonly queue: DeliveryQueue;
}

/** Something that happened to a user of a client. */
export type News = Omit<WebhookBody, 'webhookID'>;

export class WebhookRegistry {
  readonly #lines = new Map<string, Line>();
  #log: Delivery[] = [];

  constructor(
    private readonly secrets: Secrets,
    private readonly rules: DeliveryRules,
    private readonly mayLeaveMachine: boolean,
    private readonly changed: () => void,
  ) {}

  /** @throws ApiError 400 where it leads where it must not */
  create(clientId: string, subscription: Subscription): Webhook {
    this.#checkTarget(subscription.url);
    if (this.all().filter((webhook) => webhook.clientId === clientId).length >= perClient) {
      throw new ApiError(409, `A client can have ${perClient} webhooks.`);
    }
    return this.restore({ ...subscription, clientId, webhookID: this.secrets.next() });
  }

  restore(webhook: Webhook): Webhook {
    const line: Line = { webhook, queue: new DeliveryQueue(() => line.webhook, this.rules) };
    this.#lines.set(webhook.webhookID, line);
    this.changed();
    return webhook;
  }

  /** @throws ApiError 404 where the client has no such webhook, 400 as `create` */
  update(clientId: string, webhookID: string, change: SubscriptionChange): Webhook {
    const line = this.#lines.get(webhookID);
    if (line?.webhook.clientId !== clientId) {
      throw new ApiError(404, 'There is no webhook with this id.');
    }
    if (change.url) this.#checkTarget(change.url);
    line.webhook = { ...line.webhook, ...change };
    this.changed();
    return line.webhook;
  }

  all(): readonly Webhook[] {
    return [...this.#lines.values()].map(({ webhook }) => webhook);
  }

  /** Tells every webhook of the client that subscribed to the event. */
  announce(clientId: string, news: News): void {
    const requestId = this.secrets.next();
    for (const { webhook } of this.#lines.values()) {
      if (webhook.clientId !== clientId || !webhook.events.includes(news.event)) continue;
      this.#send(requestId, { webhookID: webhook.webhookID, ...news });
    }
  }

  /** The oldest first. */
  log(): readonly Delivery[] {
    return this.#log;
  }

  /** Sends it once more, at the end of the line. @throws ApiError 404 where the log has it not */
  replay(deliveryId: string): Delivery {
    const delivery = this.#log.find((logged) => logged.deliveryId === deliveryId);
    if (!delivery) throw new ApiError(404, 'There is no delivery with this id in the log.');
    return this.#send(delivery.requestId, delivery.body);
  }

  /** Sends no more. */
  close(): void {
    for (const { queue } of this.#lines.values()) queue.close();
  }

  clear(): void {
    this.close();
    this.#lines.clear();
    this.#log = [];
    this.changed();
  }

  #send(requestId: string, body: WebhookBody): Delivery {
    const delivery: Delivery = {
      deliveryId: this.secrets.next(),
      requestId,
      body,
      status: 'pending',
      attempts: [],
    };
    this.#log.push(delivery);
    if (this.#log.length > logLength) this.#log.shift();
    this.#lines.get(body.webhookID)?.queue.add(delivery);
    return delivery;
  }

  #checkTarget(url: string): void {
    if (this.mayLeaveMachine || isLoopback(url)) return;
    throw new ApiError(
      400,
      'body.url: webhooks lead to this machine only, unless the sandbox runs with --allow-remote-webhooks',
    );
  }
}
