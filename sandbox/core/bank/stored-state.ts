/** What is stored, and the check of it: apart from the store, as only a page that comes back reads it. */
import * as z from 'zod/mini';
import { accountTypes } from '../contract/bank-side.js';
import { minute } from '../contract/durations.js';
import { paymentStatuses } from '../contract/payments.js';
import { banks } from './banks.js';
import { mostManualSyncs } from './manual-syncs.js';
import { endOfTime } from './sandbox-clock.js';

/** A moment in sandbox time, ms since 1970, that a date with a year of four digits can write. */
export const momentSchema = z.number().check(z.minimum(0), z.maximum(Date.UTC(9999, 11, 31)));

/** How far the clock was moved, in ms. */
export const moveSchema = z.number().check(z.minimum(0), z.maximum(endOfTime - Date.UTC(2026, 0)));

/** Beyond a billion, counting may end. */
const countSchema = z.int().check(z.minimum(0), z.maximum(1e9));

const consentSchema = z.object({
  endsAt: momentSchema,
  standing: z.enum(['given', 'revoked', 'void']),
  /** When the user took it back at the bank. */
  revokedAt: z.optional(momentSchema),
});

const loginSchema = z.object({
  bankLoginId: z.string(),
  bankCode: z.enum(banks.map(({ bankCode }) => bankCode)),
  userName: z.string(),
  accountType: z.optional(z.enum(accountTypes)),
  accountIds: z.array(z.string()),
  /** How the bank asks for a new consent. */
  sca: z.enum(['none', 'tan', 'decoupled', 'photo']),
  consents: z.array(consentSchema),
  lastSynchronization: momentSchema,
  /** What was booked follows from these three; see bookings.ts. */
  connectedAt: momentSchema,
  /** The last synchronisation with nobody there; `connectedAt` where there was none. */
  automaticUntil: momentSchema,
  /** When it was synchronised by hand, the oldest first. */
  manualSyncs: z.array(momentSchema).check(z.maxLength(mostManualSyncs)),
  /** The last synchronisation failed. */
  failed: z.boolean(),
  /** How often one failed. */
  failures: countSchema,
  /** The user need not take part in each synchronisation. */
  recurring: z.boolean(),
  /** What a synchronisation needs is kept. */
  storeSecrets: z.boolean(),
  /** A synchronisation failed, which ended the automatic ones. */
  stopped: z.boolean(),
});

/** Whom a payment comes from or goes to. */
const partySchema = z.object({ name: z.string(), iban: z.string() });

const orderSchema = z.object({
  moneyTransferId: z.string(),
  bankLoginId: z.string(),
  /** The account that is debited. */
  accountId: z.string(),
  debtor: partySchema,
  /** `YYYY-MM-DD`. */
  executionDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  transfers: z.array(
    z.object({
      amount: z.number(),
      currency: z.string(),
      creditor: partySchema,
      purpose: z.string(),
    }),
  ),
  singleBooking: z.boolean(),
  /** Up to when the user can authorise it. */
  openUntil: momentSchema,
  /** Absent while nothing is decided. */
  decision: z.optional(z.enum(['authorised', 'refused', 'discarded'])),
  decidedAt: z.optional(momentSchema),
  /** What the client was told of last. */
  told: z.optional(z.enum(paymentStatuses)),
  /** What makes one order of many calls, and a digest of what they asked for. */
  idempotency: z.optional(z.object({ key: z.string(), digest: z.string() })),
});

export const storedStateSchema = z.object({
  seed: z.string(),
  movedBy: moveSchema,
  /** In ms of real time. */
  latency: z.number().check(z.minimum(0), z.maximum(minute)),
  /** How many ids of each kind were issued. */
  numbers: z.record(z.string(), countSchema),
  /** How often in a row the PIN of a user who can be locked was wrong. */
  wrongPins: z.record(z.string(), countSchema),
  /** Whose device the bank knows again after it was another one. */
  boundDevices: z.array(z.string()),
  /** Bank logins by a digest of the user of UBA that they belong to. */
  logins: z.record(z.string(), z.array(loginSchema)),
  /** Orders to pay by the same digest. */
  orders: z.record(z.string(), z.array(orderSchema)),
});

/** A consent of a bank login; see consents.ts. */
export type Consent = Readonly<z.infer<typeof consentSchema>>;

/** How a bank login is synchronised. Source: finoOS documentation, "Key Components". */
export type SyncSettings = Pick<StoredLogin, 'recurring' | 'storeSecrets'>;

/** A bank login as it is stored. It names its user at the bank, and holds no PIN. */
export type StoredLogin = Readonly<z.infer<typeof loginSchema>>;

/** An order to pay as it is stored. */
export type StoredOrder = Readonly<z.infer<typeof orderSchema>>;

/** All that is stored. No PIN, no TAN, no session id is among it. */
export type StoredState = Readonly<z.infer<typeof storedStateSchema>>;

/** What was stored, if it can be read. */
export const readState = (text: string): StoredState | undefined =>
  storedStateSchema.safeParse(parse(text)).data;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Stored by another version, or by another page; the schema refuses it.
    return undefined;
  }
}
