/** What outlives the command in the file of `--data`. No token, no session and no PIN is among it. */
import * as z from 'zod';
import { momentSchema, moveSchema, storedStateSchema } from '../core/bank/stored-state.js';
import { name } from './fields.js';
import { uploadedAccount } from './upload-models.js';
import { webhookSchema } from './webhooks/webhook.js';

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
  /** Completed analyses by their correlation ids, the newest last. */
  analyses: z.array(z.object({ id: z.string(), at: momentSchema })),
  /** Accounts that were uploaded, in the order of their coming. */
  uploads: z.array(uploadedAccount),
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

/** What a user is created with. */
export type UserProfile = Readonly<z.infer<typeof profileSchema>>;
/** What becomes of a user. */
export type UserState = Readonly<z.infer<typeof userStateSchema>>;
export type PersistedUser = Readonly<z.infer<typeof userSchema>>;
export type PersistedState = Readonly<z.infer<typeof persistedStateSchema>>;
