/** The webhooks of all clients: subscribed, notified, and what became of each delivery. */
import { Listeners } from '../../core/contract/listeners.js';
import { ApiError } from '../api-error.js';
import { Newest } from '../newest.js';
import type { Secrets } from '../secrets.js';
import { DeliveryQueue, type Delivery, type DeliveryRules } from './delivery-queue.js';
import { refusalOf, type TargetRules } from './target.js';
import type {
  Subscription,
  SubscriptionChange,
  Webhook,
  WebhookBody,
  WebhookEvent,
} from './webhook.js';

/** How many deliveries the log holds; what has not arrived by then is given up. */
const logLength = 10_000;

/** How many webhooks a client may have, and how many all may have together. */
const most = { perClient: 100, inAll: 1000 };

interface Registration {
  webhook: Webhook;
  readonly queue: DeliveryQueue;
}

/** Something that happened to a user of a client. */
export type EventBody = Omit<WebhookBody, 'webhookID'>;

export class WebhookRegistry {
  readonly #registrations = new Map<string, Registration>();
  readonly #listeners = new Listeners();
  readonly #log = new Newest<Delivery>(logLength, (delivery) => {
    this.#registrations.get(delivery.body.webhookID)?.queue.giveUp(delivery);
  });
  #ownPort: number | undefined;

  constructor(
    private readonly secrets: Secrets,
    private readonly rules: DeliveryRules,
    private readonly mayLeaveMachine: boolean,
    /** Gets what the user of the command should know. */
    private readonly report: (warning: Error) => void,
  ) {}

  /**
   * @param isRemote whether the caller is on another machine
   * @throws ApiError 400 where it leads where it must not, 409 where there are too many
   */
  create(clientId: string, subscription: Subscription, isRemote: boolean): Webhook {
    this.#checkTarget(subscription.url, isRemote);
    if (this.ofClient(clientId).length >= most.perClient) {
      throw new ApiError(409, `A client can have ${most.perClient} webhooks.`);
    }
    if (this.#registrations.size >= most.inAll) {
      throw new ApiError(409, `The sandbox has ${most.inAll} webhooks. Reset it.`);
    }
    const webhookID = this.secrets.next();
    return this.#add({ ...subscription, clientId, webhookID, ...(isRemote && { isRemote }) });
  }

  /** Takes up one of an earlier run, unless it leads where it must not in this one. */
  restore(webhook: Webhook): void {
    if (this.#isAllowed(webhook)) this.#add(webhook);
  }

  /** No webhook leads to this port of this machine from now on: the sandbox listens there. */
  leaveOut(ownPort: number): void {
    this.#ownPort = ownPort;
    for (const { webhook, queue } of this.#registrations.values()) {
      if (this.#isAllowed(webhook)) continue;
      queue.close();
      this.#registrations.delete(webhook.webhookID);
      this.#listeners.notify();
    }
  }

  #add(webhook: Webhook): Webhook {
    const queue = new DeliveryQueue(() => registration.webhook, this.rules);
    const registration: Registration = { webhook, queue };
    this.#registrations.set(webhook.webhookID, registration);
    this.#listeners.notify();
    return webhook;
  }

  /** @throws ApiError 404 where the client has no such webhook, 400 as `create` */
  update(
    clientId: string,
    webhookID: string,
    change: SubscriptionChange,
    isRemote: boolean,
  ): Webhook {
    const registration = this.#find(clientId, webhookID);
    const { isRemote: wasRemote = false, ...before } = registration.webhook;
    // What leads to this machine is not changed from another one, wherever it is to lead then.
    for (const url of [before.url, change.url ?? before.url]) this.#checkTarget(url, isRemote);
    const staysRemote = change.url === undefined ? wasRemote : isRemote;
    registration.webhook = { ...before, ...change, ...(staysRemote && { isRemote: true }) };
    this.#listeners.notify();
    return registration.webhook;
  }

  /** @throws ApiError 404 where the client has no such webhook */
  get(clientId: string, webhookID: string): Webhook {
    return this.#find(clientId, webhookID).webhook;
  }

  /** Nothing is sent to it any more. @throws ApiError as `get` */
  remove(clientId: string, webhookID: string): void {
    const { queue } = this.#find(clientId, webhookID);
    for (const delivery of this.#log.all()) {
      if (delivery.body.webhookID === webhookID) queue.giveUp(delivery);
    }
    queue.close();
    this.#registrations.delete(webhookID);
    this.#listeners.notify();
  }

  /** Of a client, the oldest first. */
  ofClient(clientId: string): readonly Webhook[] {
    return this.all().filter((webhook) => webhook.clientId === clientId);
  }

  /** Whether a webhook of the client subscribed to the event. */
  isAwaited(clientId: string, event: WebhookEvent): boolean {
    for (const { webhook } of this.#registrations.values()) {
      if (webhook.clientId === clientId && webhook.events.includes(event)) return true;
    }
    return false;
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
    return this.#log.all();
  }

  /** Sends it once more, at the end of its queue. @throws ApiError 404 where the log has it not */
  replay(deliveryId: string): Delivery {
    const delivery = this.#log.all().find((logged) => logged.deliveryId === deliveryId);
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
    this.#log.clear();
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
    this.#log.add(delivery);
    this.#registrations.get(body.webhookID)?.queue.add(delivery);
    return delivery;
  }

  #find(clientId: string, webhookID: string): Registration {
    const registration = this.#registrations.get(webhookID);
    if (registration?.webhook.clientId === clientId) return registration;
    throw new ApiError(404, 'There is no webhook with this id.');
  }

  #checkTarget(url: string, isRemote: boolean): void {
    const refusal = refusalOf(url, isRemote, this.#rulesOfTargets);
    if (refusal) throw new ApiError(400, `body.url: ${refusal}`);
  }

  /** Whether a webhook of an earlier run may go on; says why where not. */
  #isAllowed({ webhookID, url, isRemote }: Webhook): boolean {
    const refusal = refusalOf(url, isRemote === true, this.#rulesOfTargets);
    if (refusal)
      this.report(new Error(`The webhook ${webhookID} was dropped. Its URL: ${refusal}`));
    return !refusal;
  }

  get #rulesOfTargets(): TargetRules {
    return { mayLeaveMachine: this.mayLeaveMachine, ownPort: this.#ownPort };
  }
}
