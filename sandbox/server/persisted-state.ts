/** What outlives the command in the file of `--data`. No token, no session and no PIN is among it. */
import * as z from 'zod';
import { momentSchema, moveSchema, storedStateSchema } from '../core/bank/store.js';
import { name } from './models.js';
import { webhookSchema } from './webhooks/webhook.js';

const syncSettingsSchema = z.object({ recurring: z.boolean(), storeSecrets: z.boolean() });

const loginSyncSchema = syncSettingsSchema.extend({
  /** A synchronisation failed, which ended the automatic ones. */
  stopped: z.boolean(),
});

const profileSchema = z.object({
  clientId: name('Of the client that the user belongs to.'),
  tenant: name('Of the client.'),
  userId: name('Unique in the tenant.'),
  type: z.enum(['person', 'company']),
  automaticAnalysis: z.enum(['active', 'suspended']),
  customUserID: name("The client's own.").optional(),
  expiresAt: z.optional(momentSchema),
});

const userStateSchema = z.object({
  /** For the bank logins that are yet to come. */
  syncSettings: syncSettingsSchema,
  /** By bank login. */
  loginSyncs: z.record(z.string(), loginSyncSchema),
  /** Completed analyses by their correlation ids, the newest last. */
  analyses: z.array(z.object({ id: z.string(), at: momentSchema })),
});

const userSchema = z.object({
  ...profileSchema.shape,
  ...userStateSchema.shape,
  store: storedStateSchema,
});

const keptWebhookSchema = webhookSchema.extend({
  webhookID: name('As the sandbox gave it.'),
  clientId: name('Of the client that subscribed.'),
});

export const persistedStateSchema = z.object({
  movedBy: moveSchema,
  users: z.array(userSchema),
  webhooks: z.array(keptWebhookSchema),
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
