/** The webhooks of all clients: subscribed, notified, and what became of each delivery. */
import { Listeners } from '../../core/contract/listeners.js';
import { ApiError } from '../api-error.js';
import type { Secrets } from '../secrets.js';
import { DeliveryQueue, type Delivery, type DeliveryRules } from './delivery-queue.js';
import { isLoopback } from './target.js';
import type { Subscription, SubscriptionChange, Webhook, WebhookBody } from './webhook.js';

/** How many deliveries the log holds. */
const logLength = 10_000;

/** How many webhooks a client may have. */
const perClient = 100;

interface Registration {
  webhook: Webhook;
  readonly queue: DeliveryQueue;
}

/** Something that happened to a user of a client. */
export type EventBody = Omit<WebhookBody, 'webhookID'>;

export class WebhookRegistry {
  readonly #registrations = new Map<string, Registration>();
  readonly #listeners = new Listeners();
  #log: Delivery[] = [];

  constructor(
    private readonly secrets: Secrets,
    private readonly rules: DeliveryRules,
    private readonly mayLeaveMachine: boolean,
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
    const queue = new DeliveryQueue(() => registration.webhook, this.rules);
    const registration: Registration = { webhook, queue };
    this.#registrations.set(webhook.webhookID, registration);
    this.#listeners.notify();
    return webhook;
  }

  /** @throws ApiError 404 where the client has no such webhook, 400 as `create` */
  update(clientId: string, webhookID: string, change: SubscriptionChange): Webhook {
    const registration = this.#registrations.get(webhookID);
    if (registration?.webhook.clientId !== clientId) {
      throw new ApiError(404, 'There is no webhook with this id.');
    }
    if (change.url) this.#checkTarget(change.url);
    registration.webhook = { ...registration.webhook, ...change };
    this.#listeners.notify();
    return registration.webhook;
  }

  all(): readonly Webhook[] {
    return [...this.#registrations.values()].map(({ webhook }) => webhook);
  }

  /** Sends it to every webhook of the client that subscribed to the event. */
  notify(clientId: string, body: EventBody): void {
    const requestId = this.secrets.next();
    for (const { webhook } of this.#registrations.values()) {
      if (webhook.clientId !== clientId || !webhook.events.includes(body.event)) continue;
      this.#send(requestId, { webhookID: webhook.webhookID, ...body });
    }
  }

  /** The oldest first. */
  log(): readonly Delivery[] {
    return this.#log;
  }

  /** Sends it once more, at the end of its queue. @throws ApiError 404 where the log has it not */
  replay(deliveryId: string): Delivery {
    const delivery = this.#log.find((logged) => logged.deliveryId === deliveryId);
    if (!delivery) throw new ApiError(404, 'There is no delivery with this id in the log.');
    return this.#send(delivery.requestId, delivery.body);
  }

  /** Calls back after each change of a webhook; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Sends no more. */
  close(): void {
    for (const { queue } of this.#registrations.values()) queue.close();
  }

  clear(): void {
    this.close();
    this.#registrations.clear();
    this.#log = [];
    this.#listeners.notify();
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
    this.#registrations.get(body.webhookID)?.queue.add(delivery);
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
