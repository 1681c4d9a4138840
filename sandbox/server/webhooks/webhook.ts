/**
 * Webhooks: what a client subscribes to, and what it is sent.
 * Source: finoOS documentation, "Webhooks" and "Detecting an Expired Consent"; the list of events is
 * missing there, so all names but `ubasyncerror` are ours.
 */
import * as z from 'zod';

export const webhookEvents = {
  ubaconnect: 'A bank login was connected. Ours.',
  ubasync: 'A bank login was synchronised. Ours.',
  ubasyncerror: 'A synchronisation could not be completed.',
  ubapayment: 'An order to pay has come to another status. Ours.',
  categorization: 'The analysis of a connection or a synchronisation is complete. Ours.',
} as const;

export type WebhookEvent = keyof typeof webhookEvents;

export const eventSchema = z.enum(Object.keys(webhookEvents) as [WebhookEvent, ...WebhookEvent[]]);

const fields = {
  url: z.url({ protocol: /^https?$/ }).max(2000),
  method: z.enum(['POST', 'PUT', 'PATCH']),
  events: z.array(eventSchema).min(1).max(20),
  secret: z.string().min(1).max(1000),
};

/** What a client sets. */
export const subscriptionSchema = z.strictObject({
  ...fields,
  method: fields.method.default('POST'),
  secret: fields.secret.exactOptional(),
});

/** What a client changes. */
export const changeSchema = z.strictObject({
  url: fields.url.exactOptional(),
  method: fields.method.exactOptional(),
  events: fields.events.exactOptional(),
  secret: fields.secret.exactOptional(),
});

/** A webhook as it is kept. */
export const webhookSchema = z.object({
  ...fields,
  secret: fields.secret.exactOptional(),
  webhookID: z.string(),
  clientId: z.string(),
  /** A caller on another machine set where it leads. */
  isRemote: z.literal(true).exactOptional(),
});

/** The documented body of a delivery, as it is logged. */
export const bodySchema = z.strictObject({
  webhookID: z.string(),
  userID: z.string(),
  customUserID: z.string().exactOptional(),
  tenantID: z.string(),
  correlationID: z.string(),
  correlationTimestamp: z.iso.datetime(),
  event: eventSchema,
  data: z.unknown(),
});

/** The documented body of a delivery, as it is sent. */
export const sentSchema = z.strictObject({
  ...bodySchema.shape,
  secret: fields.secret.exactOptional(),
});

export type Subscription = Readonly<z.output<typeof subscriptionSchema>>;
export type SubscriptionChange = Readonly<z.output<typeof changeSchema>>;
export type Webhook = Readonly<z.output<typeof webhookSchema>>;
export type WebhookBody = Readonly<z.output<typeof bodySchema>>;
