/**
 * The bodies and parameters of the API, once: requests are checked against them, answers typed by
 * them, and the OpenAPI description is made of them.
 * Source of the documented names: finoOS documentation; what it leaves open is marked as ours.
 */
import * as z from 'zod';
import { tanMethods } from '../core/contract/bank-side.js';
import { day } from '../core/contract/durations.js';
import { paymentStatuses } from '../core/contract/payments.js';
import { phoneDecisions } from '../core/contract/sandbox-controls.js';
import { count, flag, listQuery, name, text, userId, userPath } from './fields.js';
import { durationPattern, endOfDuration } from './duration.js';
import { analysisNames, scopeList } from './scopes.js';
import { isRedirectUrl, redirectUrlRule } from './redirect-url.js';
import { account, transaction } from './upload-models.js';
import {
  bodySchema,
  changeSchema,
  eventSchema,
  sentSchema,
  subscriptionSchema,
  type WebhookEvent,
} from './webhooks/webhook.js';

export { listQuery, userPath };

const instant = (description: string) => z.iso.datetime().meta({ description });

const sandboxTime = (description: string) =>
  z.int().meta({ description: `${description} Sandbox time, ms since 1970.` });

const duration = (description: string, longest = 900 * 365 * day) =>
  z
    .string()
    .regex(durationPattern, { error: 'must be an ISO 8601 duration such as P7D', abort: true })
    .refine((text) => endOfDuration(text, 0) <= longest, 'must not be as long')
    .meta({ description, examples: ['P7D'] });

/** How far the clock can be moved at once, in ms. */
export const longestLeap = 366 * day;

const bankLoginId = name('The id of the bank login.');

export const loginPath = z.object({ userId, bankLoginId });
export const webhookPath = z.object({ webhookID: name('The id of the webhook.') });

/* Authentication */

/** What else a form holds is ignored, as RFC 6749 demands. */
export const credentials = z
  .object({
    client_id: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits or any of . _ -')
      .meta({
        description: 'Any: the sandbox knows every client.',
        examples: ['example-client'],
      }),
    client_secret: text('Any but `wrong`, which is refused with 401.'),
    grant_type: z.literal('client_credentials'),
    scope: z
      .string()
      .max(2000)
      .optional()
      .meta({
        description: `Fewer scopes than all, separated by spaces; \`banking\` stands for the four that begin so. To ask for them is ours. There are: ${scopeList}.`,
        examples: ['banking-connect banking-fetch webhooks'],
      }),
  })
  .meta({ id: 'Credentials' });

export const token = z
  .strictObject({
    access_token: text('Send it along: `Authorization: Bearer …`.', 4000),
    expires_in: z
      .int()
      .meta({ description: 'In seconds of real time: a move of the clock ends no token.' }),
    token_type: z.literal('Bearer'),
    scope: z.string(),
    session_state: z.string(),
  })
  .meta({ id: 'Token' });

/* Users */

const userFields = {
  type: z.enum(['person', 'company']).default('person'),
  automaticAnalysis: z
    .enum(['active', 'suspended'])
    .default('active')
    .meta({ description: 'Whether a connection triggers the analysis.' }),
  expiresIn: duration('Deletes the user after this time.').optional(),
  customUserID: name('An identifier of your own, sent along with webhooks.').optional(),
};

export const newUser = z.strictObject(userFields).meta({ id: 'NewUser' });

export const user = z
  .strictObject({
    ...userFields,
    userId,
    expiresAt: instant('When the user is deleted, in sandbox time. Ours.').optional(),
  })
  .meta({ id: 'User' });
export const users = z.strictObject({ users: z.array(user) }).meta({ id: 'Users' });

/* Banking Connect */

const connectFlags = {
  recurring: 'Synchronise twice a day by itself; needs `storeSecrets`. Default: false.',
  storeSecrets: 'Keep what a synchronisation needs. Default: true.',
  multiple: 'After the first connection, on to the management UI. Default: false.',
};

const redirectUrl = z
  .string()
  .max(2000)
  .refine(isRedirectUrl, redirectUrlRule)
  .optional()
  .meta({
    description:
      'Where the user goes back to: https, or http on this machine and in networks of yours. Ours. ' +
      "The widget's `redirectURL` wins.",
    examples: ['https://shop.example/callback'],
  });

export const connectQuery = z.object({
  recurring: flag(connectFlags.recurring),
  storeSecrets: flag(connectFlags.storeSecrets),
  multiple: flag(connectFlags.multiple),
  redirectUrl,
});

/** The documentation writes them as query parameters; as a body they are ours. The query wins. */
export const connectBody = z
  .strictObject({
    recurring: z.boolean().optional().meta({ description: connectFlags.recurring }),
    storeSecrets: z.boolean().optional().meta({ description: connectFlags.storeSecrets }),
    multiple: z.boolean().optional().meta({ description: connectFlags.multiple }),
    redirectUrl,
  })
  .meta({ id: 'ConnectRequest' });

const addBankLogin = 'Skip the overview and add a bank login at once. Default: false.';

/** Of the bank logins that are added in the session. */
const addedFlags = {
  recurring: `Of a bank that is added: ${connectFlags.recurring} Ours.`,
  storeSecrets: `Of a bank that is added: ${connectFlags.storeSecrets} Ours.`,
};

export const managementQuery = z.object({
  addBankLogin: flag(addBankLogin),
  recurring: flag(addedFlags.recurring),
  storeSecrets: flag(addedFlags.storeSecrets),
  redirectUrl,
});

/** Ours, as that of a connect session. */
export const managementBody = z
  .strictObject({
    addBankLogin: z.boolean().optional().meta({ description: addBankLogin }),
    recurring: z.boolean().optional().meta({ description: addedFlags.recurring }),
    storeSecrets: z.boolean().optional().meta({ description: addedFlags.storeSecrets }),
    redirectUrl,
  })
  .meta({ id: 'ManagementRequest' });

export const synchronisationQuery = z.object({
  triggerChallenge: flag(
    'Whether the user shall renew an expired consent: 451 and a session if true, 206 if false. Default: true.',
  ),
  forceConsentExpire: flag(
    "Let the consent expire first. Only for a demo user's login made with the PIN 654321. The name is ours.",
  ),
  redirectUrl,
});

/** Ours, as that of a connect session. */
export const synchronisationBody = z
  .strictObject({ redirectUrl })
  .meta({ id: 'SynchronisationRequest' });

const sessionFields = {
  sessionId: text('For the widget, together with `userIdentifier`.', 2000),
  userIdentifier: text('What the front end knows the user by. It is not the id of the user.'),
  redirectURL: z
    .url({ protocol: /^https?$/ })
    .meta({ description: "UBA's pre-built URL of this session." }),
};

export const session = z.strictObject(sessionFields).meta({ id: 'Session' });

const error = {
  type: z.string().meta({ description: 'A short error type.' }),
  message: z.string().meta({ description: 'The error in detail.' }),
  requestId: z.string().meta({ description: 'The header X-Request-Id of the answer. Ours.' }),
};

export const errorBody = z.strictObject(error).meta({ id: 'Error' });

export const challengeRequired = z
  .strictObject({ ...error, ...sessionFields })
  .meta({ id: 'ChallengeRequired' });

export const loginStatus = z
  .strictObject({
    userId,
    bankLoginId,
    status: z.enum(['OK', 'SCA_REQUIRED', 'SYNC_FAILED']).meta({
      description: '`SCA_REQUIRED`, `SYNC_FAILED`: the consent needs to be renewed.',
    }),
    active: z.boolean().meta({ description: 'Whether automatic synchronisation is enabled.' }),
    lastSynchronization: instant('When data was last synchronised with success.'),
  })
  .meta({ id: 'LoginStatus' });

export const loginStatuses = z.array(loginStatus).meta({ id: 'LoginStatuses' });

export const pageQuery = z.object({
  page: count('From 0 on. Default: 0.', 0, 1_000_000).optional(),
  size: count('Bank logins a page. Default: 100.', 1, 1000).optional(),
});

export const statusPage = z
  .strictObject({
    content: loginStatuses,
    page: z.int(),
    size: z.int(),
    total: z.int().meta({ description: 'Bank logins in all.' }),
  })
  .meta({ id: 'StatusPage' });

/* Categorization */

export const correlationQuery = z.object({
  correlationId: name('The correlation id; the header Finoos-Correlation-Id will do.').optional(),
});

export const correlation = z
  .strictObject({
    correlationID: z.string(),
    userID: z.string(),
    status: z.literal('completed'),
    completedAt: instant('When the analysis was completed.'),
  })
  .meta({ id: 'Correlation' });

const category = z.strictObject({
  accountId: z.string(),
  transactionId: z.string(),
  creationDate: instant('When it was analysed, in sandbox time.'),
  descriptiveTag: z.string().meta({ description: 'The most specific tag.' }),
  localizedTag: z
    .string()
    .optional()
    .meta({ description: 'The same in words, where a language is asked for.' }),
  tags: z.array(z.string()).meta({ description: 'All tags, the most specific one first.' }),
  transaction: transaction.optional(),
});

export const categorizationQuery = z.object({
  language: z
    .enum(['de', 'en'])
    .optional()
    .meta({ description: 'Gives each tag in words as well. The name is ours.' }),
  transactions: flag('With the transactions themselves. Default: false. The name is ours.'),
});

/** The list is documented, its name is ours. */
export const categories = z
  .strictObject({ transactions: z.array(category) })
  .meta({ id: 'Categorization' });

/* Analyses */

export const analysisPath = {
  person: z.object({ userId, name: z.enum(analysisNames('person')) }),
  company: z.object({ userId, name: z.enum(analysisNames('company')) }),
};

/* Webhooks */

export const newWebhook = subscriptionSchema.meta({ id: 'NewWebhook' });

export const webhookChange = changeSchema.meta({ id: 'WebhookChange' });

const leftOut = z.int().min(1).exactOptional().meta({
  description:
    'How many events of its kind were left out before this one, as the clock leapt over them: of each bank login the newest ten are sent. Ours.',
});

/** Ours, but for that of `ubasyncerror`. */
const eventData = {
  given: z.strictObject({
    bankLoginId,
    accounts: z.array(account).meta({ description: 'With the transactions that are new.' }),
    leftOut,
  }),
  failed: z.strictObject({
    type: z.string().meta({ description: '`CHALLENGE_REQUIRED`, or the error code of the bank.' }),
    bankLoginId,
    leftOut,
  }),
  analysed: z.strictObject({ status: z.literal('completed'), leftOut }),
  paid: z.strictObject({
    bankLoginId,
    moneyTransferId: name('The id of the money transfer.'),
    status: z.enum(paymentStatuses),
  }),
};

const sentBody = <E extends WebhookEvent, D extends z.ZodType>(event: E, data: D, id: string) =>
  z.strictObject({ ...sentSchema.shape, event: z.literal(event), data }).meta({ id });

/** What a receiver gets, by the event. */
export const sentBodies: Readonly<Record<WebhookEvent, z.ZodType>> = {
  ubaconnect: sentBody('ubaconnect', eventData.given, 'ConnectEvent'),
  ubasync: sentBody('ubasync', eventData.given, 'SyncEvent'),
  ubasyncerror: sentBody('ubasyncerror', eventData.failed, 'SyncErrorEvent'),
  ubapayment: sentBody('ubapayment', eventData.paid, 'PaymentEvent'),
  categorization: sentBody('categorization', eventData.analysed, 'CategorizationEvent'),
};

export const webhook = z
  .strictObject({
    webhookID: text('Sent along with each delivery.'),
    url: z.string(),
    method: z.string(),
    events: z.array(eventSchema),
    hasSecret: z
      .boolean()
      .meta({ description: 'Whether a secret is sent along. It is never shown.' }),
  })
  .meta({ id: 'Webhook' });
export const webhooks = z.strictObject({ webhooks: z.array(webhook) }).meta({ id: 'Webhooks' });

/* Sandbox control */

const phoneItem = z.strictObject({
  attemptId: text('What is decided on.'),
  userId,
  bankName: z.string(),
  moneyTransferId: z
    .string()
    .optional()
    .meta({ description: 'The order that is to be approved; absent at a login.' }),
  kind: z.enum(['approval', 'device', 'tan']),
  method: z.enum(tanMethods).optional(),
  tan: z.string().optional(),
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
    latency: z.number().meta({ description: 'In ms of real time.' }),
    users: z.int(),
    sessions: z.int().meta({ description: 'Those that run.' }),
    phone: z
      .array(phoneItem)
      .meta({ description: 'What the simulated phone shows, newest first.' }),
    logins: z.array(controlledLogin),
  })
  .meta({ id: 'SandboxState' });

export const clockMove = z
  .strictObject({
    advance: duration('How far to move the clock forward; at most a year.', longestLeap),
    expireTokens: z
      .boolean()
      .optional()
      .meta({ description: 'Let all access tokens expire as well. Default: false.' }),
  })
  .meta({ id: 'ClockMove' });

export const clockState = z
  .strictObject({ now: sandboxTime('What the clock says.') })
  .meta({ id: 'ClockState' });

export const decision = z
  .strictObject({
    decision: z
      .enum(phoneDecisions)
      .meta({ description: '`bound`: the bank knows the device from now on.' }),
    attemptId: name('Which one. Default: the newest that waits.').optional(),
  })
  .meta({ id: 'Decision' });

export const consentPath = z.object({ bankLoginId });

export const consentChange = z
  .strictObject({
    standing: z.enum(['expired', 'revoked']).meta({
      description: '`revoked`: at the bank, of which UBA hears when it synchronises next.',
    }),
  })
  .meta({ id: 'ConsentChange' });

export const latency = z.strictObject({ ms: z.int().min(0).max(60_000) }).meta({ id: 'Latency' });

export const refusal = z
  .strictObject({
    status: z.union([z.literal(429), z.literal(500), z.literal(503)]),
    times: z.int().min(0).max(1000).default(1),
  })
  .meta({ id: 'Refusal' });

export const postedEvents = z
  .array(
    z.strictObject({
      at: sandboxTime('When.'),
      userId,
      type: z.string(),
      payload: z.unknown(),
    }),
  )
  .meta({ id: 'PostedEvents' });

export const delivery = z
  .strictObject({
    deliveryId: text('For a replay.'),
    requestId: text('The header X-Request-Id, the same in every attempt.'),
    status: z.enum(['pending', 'delivered', 'given-up']),
    attempts: z.array(
      z.strictObject({
        at: instant('Real time.'),
        outcome: z.union([z.int(), z.enum(['unreachable', 'timeout'])]).meta({
          description: "The receiver's status, or why there was none.",
        }),
      }),
    ),
    body: bodySchema.meta({ description: 'As it was sent, without the secret.' }),
  })
  .meta({ id: 'Delivery' });

export const deliveries = z.array(delivery).meta({ id: 'Deliveries' });

/** Each may hold all of a user's bookings. */
export const deliveriesQuery = z.object({
  size: count('How many of the newest. Default: 200.', 1, 1000).optional(),
});

export const deliveryPath = z.object({ deliveryId: name('The id of the delivery.') });
