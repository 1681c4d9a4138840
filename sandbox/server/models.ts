/**
 * The bodies and parameters of the API, once: requests are checked against them, answers typed by
 * them, and the OpenAPI description is made of them.
 * Source of the documented names: finoOS documentation; what it leaves open is marked as ours.
 */
import * as z from 'zod/mini';
import { durationPattern, parseDuration } from './duration.js';
import { tanMethods } from '../core/contract/bank-side.js';
import {
  bodySchema,
  changeSchema,
  eventSchema,
  sentSchema,
  subscriptionSchema,
} from './webhooks/webhook.js';

interface About {
  /** The name in the OpenAPI description; only bodies have one. */
  readonly id?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** What a value in a query is, which is text to the schema. */
  readonly type?: 'boolean' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: undefined;
}

/** What a reader of the description is told about a model. */
export const about = z.registry<About>();

const text = (description: string, maximum = 200) =>
  z.string().check(z.minLength(1), z.maxLength(maximum)).register(about, { description });

const instant = (description: string) => z.iso.datetime().register(about, { description });

const sandboxTime = (description: string) =>
  z.int().register(about, { description: `${description} Sandbox time, ms since 1970.` });

const duration = (description: string, longest = Infinity) =>
  z
    .string()
    .check(
      z.regex(durationPattern, { error: 'must be an ISO 8601 duration such as P7D', abort: true }),
      z.refine((text) => parseDuration(text) <= longest, 'must not be as long'),
    )
    .register(about, { description, examples: ['P7D'] });

/** How far the clock can be moved at once, in ms. */
export const longestLeap = 366 * 86_400_000;

/** `true` or `false` in a query. */
const flag = (description: string) =>
  z.optional(
    z
      .stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' })
      .register(about, { description, type: 'boolean' }),
  );

/** A whole number in a query. */
const count = (description: string, minimum: number, maximum: number) =>
  z
    .pipe(
      z.string().check(z.regex(/^\d{1,9}$/, 'must be a whole number')),
      z.pipe(z.transform(Number), z.int().check(z.minimum(minimum), z.maximum(maximum))),
    )
    .register(about, { description, type: 'integer', minimum, maximum, pattern: undefined });

const name = (description: string) =>
  z
    .string()
    .check(
      z.regex(/^[\w.~@+:-]{1,128}$/, 'must be 1 to 128 letters, digits or any of . _ ~ @ + : -'),
    )
    .register(about, { description });

const userId = name('The id of the user.');
const bankLoginId = name('The id of the bank login.');

export const userPath = z.object({ userId });
export const loginPath = z.object({ userId, bankLoginId });
export const webhookPath = z.object({ webhookID: name('The id of the webhook.') });

/* Authentication */

export const credentials = z
  .object({
    client_id: z
      .string()
      .check(z.regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits or any of . _ -'))
      .register(about, {
        description: 'Any: the sandbox knows every client.',
        examples: ['example-client'],
      }),
    client_secret: text('Any but `wrong`, which is refused with 401.'),
    grant_type: z.literal('client_credentials'),
    scope: z
      .optional(z.string().check(z.maxLength(200)))
      .register(about, { description: 'Fewer scopes than all, separated by spaces. Ours.' }),
  })
  .register(about, { id: 'Credentials' });

export const token = z
  .strictObject({
    access_token: text('Send it along: `Authorization: Bearer …`.', 2000),
    expires_in: z.int().register(about, { description: 'In seconds of sandbox time.' }),
    token_type: z.literal('Bearer'),
    scope: z.string(),
    session_state: z.string(),
  })
  .register(about, { id: 'Token' });

/* Users */

const userFields = {
  type: z._default(z.enum(['person', 'company']), 'person'),
  automaticAnalysis: z
    ._default(z.enum(['active', 'suspended']), 'active')
    .register(about, { description: 'Whether a connection triggers the analysis.' }),
  expiresIn: z.optional(duration('Deletes the user after this time.')),
  customUserID: z.optional(name('An identifier of your own, sent along with webhooks.')),
};

export const newUser = z.object(userFields).register(about, { id: 'NewUser' });

export const user = z.strictObject({ ...userFields, userId }).register(about, { id: 'User' });

/* Banking Connect */

const connectFlags = {
  recurring: 'Synchronise twice a day by itself; needs `storeSecrets`. Default: false.',
  storeSecrets: 'StateStorage what a synchronisation needs. Default: true.',
  multiple: 'After the first connection, on to the management UI. Default: false.',
};

export const connectQuery = z.object({
  recurring: flag(connectFlags.recurring),
  storeSecrets: flag(connectFlags.storeSecrets),
  multiple: flag(connectFlags.multiple),
});

/** The documentation writes them as query parameters; as a body they are ours. The query wins. */
export const connectBody = z
  .object({
    recurring: z.optional(z.boolean()).register(about, { description: connectFlags.recurring }),
    storeSecrets: z
      .optional(z.boolean())
      .register(about, { description: connectFlags.storeSecrets }),
    multiple: z.optional(z.boolean()).register(about, { description: connectFlags.multiple }),
  })
  .register(about, { id: 'ConnectRequest' });

export const managementQuery = z.object({
  addBankLogin: flag('Skip the overview and add a bank login at once. Default: false.'),
});

export const synchronisationQuery = z.object({
  triggerChallenge: flag(
    'Whether the user shall renew an expired consent: 451 and a session if true, 206 if false. Default: true.',
  ),
  forceConsentExpire: flag(
    'Let the consent expire first. Only for a login made with the PIN 654321. The name is ours.',
  ),
});

const sessionFields = {
  sessionId: text('For the widget, together with `userIdentifier`.'),
  userIdentifier: text('The id of the user.'),
  redirectURL: z
    .url({ protocol: /^https?$/ })
    .register(about, { description: "UBA's pre-built address of this session." }),
};

export const session = z.strictObject(sessionFields).register(about, { id: 'Session' });

const error = {
  type: z.string().register(about, { description: 'A short error type.' }),
  message: z.string().register(about, { description: 'The error in detail.' }),
};

export const errorBody = z.strictObject(error).register(about, { id: 'Error' });

export const challengeRequired = z
  .strictObject({ ...error, ...sessionFields })
  .register(about, { id: 'ChallengeRequired' });

export const loginStatus = z
  .strictObject({
    userId,
    bankLoginId,
    status: z.enum(['OK', 'SCA_REQUIRED', 'SYNC_FAILED']).register(about, {
      description: '`SCA_REQUIRED`, `SYNC_FAILED`: the consent needs to be renewed.',
    }),
    active: z
      .boolean()
      .register(about, { description: 'Whether automatic synchronisation is enabled.' }),
    lastSynchronization: instant('When data was last synchronised with success.'),
  })
  .register(about, { id: 'LoginStatus' });

export const loginStatuses = z.array(loginStatus).register(about, { id: 'LoginStatuses' });

export const pageQuery = z.object({
  page: z.optional(count('From 0 on. Default: 0.', 0, 1_000_000)),
  size: z.optional(count('Bank logins a page. Default: 100.', 1, 1000)),
});

export const statusPage = z
  .strictObject({
    content: loginStatuses,
    page: z.int(),
    size: z.int(),
    total: z.int().register(about, { description: 'Bank logins in all.' }),
  })
  .register(about, { id: 'StatusPage' });

/* Categorization */

export const correlationQuery = z.object({
  correlationId: z.optional(name('The correlation id; the header Finoos-Correlation-Id will do.')),
});

export const correlation = z
  .strictObject({
    correlationID: z.string(),
    userID: z.string(),
    status: z.literal('completed'),
    completedAt: instant('When the analysis was completed.'),
  })
  .register(about, { id: 'Correlation' });

/* Webhooks */

export const newWebhook = subscriptionSchema.register(about, { id: 'NewWebhook' });

export const webhookChange = changeSchema.register(about, { id: 'WebhookChange' });

/** What a receiver gets. */
export const sentBody = sentSchema.register(about, { id: 'WebhookBody' });

export const webhook = z
  .strictObject({
    webhookID: text('Sent along with each delivery.'),
    url: z.string(),
    method: z.string(),
    events: z.array(eventSchema),
    hasSecret: z
      .boolean()
      .register(about, { description: 'Whether a secret is sent along. It is never shown.' }),
  })
  .register(about, { id: 'Webhook' });

/* Sandbox control */

const phoneItem = z.strictObject({
  attemptId: text('What is decided on.'),
  userId,
  bankName: z.string(),
  kind: z.enum(['approval', 'tan']),
  method: z.optional(z.enum(tanMethods)),
  tan: z.optional(z.string()),
  expiresAt: sandboxTime('When the challenge ends.'),
});

const controlledLogin = z.strictObject({
  userId,
  bankLoginId,
  consent: z.enum(['valid', 'expired', 'revoked']),
  consentEndsAt: sandboxTime('When the consent ends or ended.'),
});

export const sandboxState = z
  .strictObject({
    now: sandboxTime('What the clock says.'),
    latency: z.number().register(about, { description: 'In ms of real time.' }),
    users: z.int(),
    sessions: z.int().register(about, { description: 'Those that run.' }),
    phone: z
      .array(phoneItem)
      .register(about, { description: 'What the simulated phone shows, newest first.' }),
    logins: z.array(controlledLogin),
  })
  .register(about, { id: 'SandboxState' });

export const clockMove = z
  .object({
    advance: duration('How far to move the clock forward; at most a year.', longestLeap),
  })
  .register(about, { id: 'ClockMove' });

export const clockState = z
  .strictObject({ now: sandboxTime('What the clock says.') })
  .register(about, { id: 'ClockState' });

export const decision = z
  .object({
    decision: z.enum(['approved', 'declined']),
    attemptId: z.optional(name('Which one. Default: the newest that waits.')),
  })
  .register(about, { id: 'Decision' });

export const consentPath = z.object({ bankLoginId });

export const consentChange = z
  .object({
    standing: z.enum(['expired', 'revoked']).register(about, {
      description: '`revoked`: at the bank, of which UBA hears when it synchronises next.',
    }),
  })
  .register(about, { id: 'ConsentChange' });

export const latency = z
  .object({ ms: z.int().check(z.minimum(0), z.maximum(60_000)) })
  .register(about, { id: 'Latency' });

export const refusal = z
  .object({
    status: z.union([z.literal(429), z.literal(500), z.literal(503)]),
    times: z._default(z.int().check(z.minimum(0), z.maximum(1000)), 1),
  })
  .register(about, { id: 'Refusal' });

export const postedEvents = z
  .array(
    z.strictObject({
      at: sandboxTime('When.'),
      userId,
      type: z.string(),
      payload: z.unknown(),
    }),
  )
  .register(about, { id: 'PostedEvents' });

export const delivery = z
  .strictObject({
    deliveryId: text('For a replay.'),
    requestId: text('The header X-Request-Id, the same in every attempt.'),
    status: z.enum(['pending', 'delivered', 'given-up']),
    attempts: z.array(
      z.strictObject({
        at: instant('Real time.'),
        outcome: z.union([z.int(), z.enum(['unreachable', 'timeout'])]).register(about, {
          description: "The receiver's status, or why there was none.",
        }),
      }),
    ),
    body: bodySchema.register(about, { description: 'As it was sent, without the secret.' }),
  })
  .register(about, { id: 'Delivery' });

export const deliveries = z.array(delivery).register(about, { id: 'Deliveries' });

export const deliveryPath = z.object({ deliveryId: name('The id of the delivery.') });
