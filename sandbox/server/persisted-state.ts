/** What outlives the command in the file of `--data`. No token, no session and no PIN is among it. */
import * as z from 'zod';
import { storedStateSchema } from '../core/bank/store.js';
import { webhookSchema } from './webhooks/webhook.js';

const syncSettingsSchema = z.object({ recurring: z.boolean(), storeSecrets: z.boolean() });

const loginSyncSchema = syncSettingsSchema.extend({
  /** A synchronisation failed, which ended the automatic ones. */
  stopped: z.boolean(),
});

const profileSchema = z.object({
  clientId: z.string(),
  tenant: z.string(),
  userId: z.string(),
  type: z.enum(['person', 'company']),
  automaticAnalysis: z.enum(['active', 'suspended']),
  customUserID: z.string().optional(),
  /** Sandbox time, ms since 1970. */
  expiresAt: z.number().optional(),
});

const userStateSchema = z.object({
  /** For the bank logins that are yet to come. */
  syncSettings: syncSettingsSchema,
  /** By bank login. */
  loginSyncs: z.record(z.string(), loginSyncSchema),
  /** Completed analyses by their correlation ids, the newest last. */
  analyses: z.array(z.object({ id: z.string(), at: z.number() })),
});

const userSchema = z.object({
  ...profileSchema.shape,
  ...userStateSchema.shape,
  store: storedStateSchema,
});

export const persistedStateSchema = z.object({
  /** How far the clock was moved, in ms. */
  movedBy: z.number(),
  users: z.array(userSchema),
  webhooks: z.array(webhookSchema),
});

/** How a bank login is synchronised. */
export type SyncSettings = Readonly<z.infer<typeof syncSettingsSchema>>;
/** The settings that a bank login was made with, and whether they still apply. */
export type LoginSync = Readonly<z.infer<typeof loginSyncSchema>>;
/** What a user is created with. */
export type UserProfile = Readonly<z.infer<typeof profileSchema>>;
/** What becomes of a user. */
export type UserState = Readonly<z.infer<typeof userStateSchema>>;
export type PersistedUser = Readonly<z.infer<typeof userSchema>>;
export type PersistedState = Readonly<z.infer<typeof persistedStateSchema>>;
