/**
 * Webhooks: what a client subscribes to, and what it is sent.
 * Source: finoOS documentation, "Webhooks" and "Detecting an Expired Consent"; the list of events is
 * missing there, so all names but `ubasyncerror` are ours.
 */
import * as z from 'zod/mini';

export const webhookEvents = {
  ubaconnect: 'A bank login was connected. Ours.',
  ubasync: 'A bank login was synchronised. Ours.',
  ubasyncerror: 'A synchronisation could not be completed.',
  categorization: 'The analysis of a connection or a synchronisation is complete. Ours.',
} as const;

export type WebhookEvent = keyof typeof webhookEvents;

export const eventSchema = z.enum(Object.keys(webhookEvents) as [WebhookEvent, ...WebhookEvent[]]);

const fields = {
  url: z.url({ protocol: /^https?$/ }).check(z.maxLength(2000)),
  method: z.enum(['POST', 'PUT', 'PATCH']),
  events: z.array(eventSchema).check(z.minLength(1), z.maxLength(20)),
  secret: z.string().check(z.minLength(1), z.maxLength(1000)),
};

/** What a client sets. */
export const subscriptionSchema = z.object({
  ...fields,
  method: z._default(fields.method, 'POST'),
  secret: z.exactOptional(fields.secret),
});

/** What a client changes. */
export const changeSchema = z.object({
  url: z.exactOptional(fields.url),
  method: z.exactOptional(fields.method),
  events: z.exactOptional(fields.events),
  secret: z.exactOptional(fields.secret),
});

/** A webhook as it is kept. */
export const webhookSchema = z.object({
  ...fields,
  secret: z.exactOptional(fields.secret),
  webhookID: z.string(),
  clientId: z.string(),
});

/** The documented body of a delivery, as it is logged. */
export const bodySchema = z.strictObject({
  webhookID: z.string(),
  userID: z.string(),
  customUserID: z.exactOptional(z.string()),
  tenantID: z.string(),
  correlationID: z.string(),
  correlationTimestamp: z.iso.datetime(),
  event: eventSchema,
  data: z.unknown(),
});

/** The documented body of a delivery, as it is sent. */
export const sentSchema = z.strictObject({
  ...bodySchema.shape,
  secret: z.exactOptional(fields.secret),
});

export type Subscription = Readonly<z.output<typeof subscriptionSchema>>;
export type SubscriptionChange = Readonly<z.output<typeof changeSchema>>;
export type Webhook = Readonly<z.output<typeof webhookSchema>>;
export type WebhookBody = Readonly<z.output<typeof bodySchema>>;
