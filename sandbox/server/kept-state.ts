/** What outlives the command in the file of `--data`. No token, no session and no PIN is among it. */
import * as z from 'zod/mini';
import { storedStateSchema } from '../core/bank/store.js';
import { webhookSchema } from './webhooks/webhook.js';

const termsSchema = z.object({ recurring: z.boolean(), storeSecrets: z.boolean() });

const enrolmentSchema = z.extend(termsSchema, {
  /** A synchronisation failed, which ended the automatic ones. */
  stopped: z.boolean(),
});

const factsSchema = z.object({
  clientId: z.string(),
  tenant: z.string(),
  userId: z.string(),
  type: z.enum(['person', 'company']),
  automaticAnalysis: z.enum(['active', 'suspended']),
  customUserID: z.optional(z.string()),
  /** Sandbox time, ms since 1970. */
  expiresAt: z.optional(z.number()),
});

const userSchema = z.extend(factsSchema, {
  /** The terms of the bank logins that are yet to come. */
  terms: termsSchema,
  /** What became of the terms, by bank login. */
  enrolments: z.record(z.string(), enrolmentSchema),
  /** Completed analyses by their correlation ids, the newest last. */
  analyses: z.array(z.object({ id: z.string(), at: z.number() })),
  store: storedStateSchema,
});

export const keptStateSchema = z.object({
  /** How far the clock was moved, in ms. */
  movedBy: z.number(),
  users: z.array(userSchema),
  webhooks: z.array(webhookSchema),
});

/** On what terms a bank login is made. */
export type Terms = Readonly<z.infer<typeof termsSchema>>;
export type Enrolment = Readonly<z.infer<typeof enrolmentSchema>>;
/** What a user is created with. */
export type UserFacts = Readonly<z.infer<typeof factsSchema>>;
export type KeptUser = Readonly<z.infer<typeof userSchema>>;
export type KeptState = Readonly<z.infer<typeof keptStateSchema>>;
