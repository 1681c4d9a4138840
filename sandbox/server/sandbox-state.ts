/** The sandbox's parts, put together. Who needs one of them names it: `Pick<SandboxState, 'users'>`. */
import { Ids } from '../core/bank/ids.js';
import { SandboxClock } from '../core/bank/sandbox-clock.js';
import { Seeded } from '../core/bank/seeded.js';
import { freshState, Store } from '../core/bank/store.js';
import { AccountData } from './account-data.js';
import { Analyses } from './analyses.js';
import { AutomaticSync } from './automatic-sync.js';
import { BankWindows } from './bank-windows.js';
import { LeapBuffer } from './leap-buffer.js';
import { Newest } from './newest.js';
import { Callers } from './callers.js';
import { Latency } from './latency.js';
import type { PersistedState } from './persisted-state.js';
import { Payments } from './payments.js';
import { Persistence } from './persistence.js';
import { PostedEvents } from './posted-events.js';
import { RateLimit } from './rate-limit.js';
import { Refusals } from './refusals.js';
import { Secrets } from './secrets.js';
import { SessionBanks } from './session-banks.js';
import { Sessions } from './sessions.js';
import { Synchroniser } from './synchroniser.js';
import { UserEvents } from './user-events.js';
import type { User } from './user.js';
import { Uploads } from './uploads.js';
import { Users } from './users.js';
import { defaultRules, type DeliveryRules } from './webhooks/delivery-queue.js';
import { WebhookRegistry } from './webhooks/webhook-registry.js';

export interface StateOptions {
  /** Makes two runs the same, ids included: time stands still until it is moved. */
  readonly seed?: string | undefined;
  /** How long to wait before each answer, in ms of real time. Default: 0. */
  readonly latency?: number;
  /** Calls of a client in each second of real time. Default: no limit. */
  readonly rateLimit?: number | undefined;
  /** Webhooks may lead to other machines. Default: false. */
  readonly allowRemoteWebhooks?: boolean;
  readonly deliveryRules?: DeliveryRules;
  /** Gets what the user of the command should know. Default: a warning of the process. */
  readonly report?: (error: unknown) => void;
  /** What an earlier run left. */
  readonly before?: PersistedState | undefined;
}

export interface SandboxState {
  readonly clock: SandboxClock;
  readonly secrets: Secrets;
  /** Of what belongs to no user. */
  readonly ids: Ids;
  readonly callers: Callers;
  readonly users: Users;
  /** The users of pages that came without one. */
  readonly visitors: Newest<User>;
  readonly sessions: Sessions;
  readonly sessionBanks: SessionBanks;
  readonly accountData: AccountData;
  readonly uploads: Uploads;
  readonly webhooks: WebhookRegistry;
  readonly userEvents: UserEvents;
  readonly payments: Payments;
  readonly synchroniser: Synchroniser;
  readonly automaticSync: AutomaticSync;
  readonly bankWindows: BankWindows;
  readonly postedEvents: PostedEvents;
  readonly refusals: Refusals;
  readonly rateLimit: RateLimit;
  readonly latency: Latency;
  readonly persistence: Persistence;
  /** Forgets all users, sessions, tokens, webhooks and moves of the clock. */
  readonly reset: () => void;
  /** Ends all timers. Who waits for an answer gets none. */
  readonly close: () => void;
}

/** How many of them there are at a time. */
const mostVisitors = 1000;

export function createState(options: StateOptions = {}): SandboxState {
  const { seed, before, allowRemoteWebhooks = false, deliveryRules = defaultRules } = options;
  const report = options.report ?? ((error) => process.emitWarning(error as Error));
  const root = seed ?? crypto.randomUUID();
  const clock = seed === undefined ? SandboxClock.real() : SandboxClock.still();
  const secrets = new Secrets(seed);
  const real = SandboxClock.real();
  const callers = new Callers(clock, real, secrets);
  const rateLimit = new RateLimit(real, options.rateLimit);
  const users = new Users(clock, root);
  const sessions = new Sessions(clock, secrets);
  const visitors = new Newest<User>(mostVisitors, (user) => users.delete(user));
  const webhooks = new WebhookRegistry(secrets, deliveryRules, allowRemoteWebhooks, report);
  const analyses = new Analyses(clock);
  const leapBuffer = new LeapBuffer();
  const userEvents = new UserEvents(clock, secrets, webhooks, analyses, leapBuffer);
  const synchroniser = new Synchroniser(clock, userEvents);
  const automaticSync = new AutomaticSync(clock, users, synchroniser, leapBuffer);
  const payments = new Payments(clock, users, userEvents);
  const sessionBanks = new SessionBanks(clock, sessions, userEvents, payments);
  const accountData = new AccountData(clock);
  const bankWindows = new BankWindows();
  const postedEvents = new PostedEvents();
  const refusals = new Refusals();
  const latency = new Latency(options.latency ?? 0);
  const persistence = new Persistence(clock, users, webhooks);

  if (before) persistence.restore(before);
  automaticSync.start();
  payments.start();
  return {
    clock,
    secrets,
    ids: new Ids(new Store(freshState(root, 0)), new Seeded(root)),
    callers,
    users,
    visitors,
    sessions,
    sessionBanks,
    accountData,
    uploads: new Uploads(users, secrets),
    webhooks,
    userEvents,
    payments,
    synchroniser,
    automaticSync,
    bankWindows,
    postedEvents,
    refusals,
    rateLimit,
    latency,
    persistence,
    reset: () => {
      for (const part of [webhooks, sessions, sessionBanks, callers, users, visitors]) part.clear();
      for (const part of [
        analyses,
        payments,
        leapBuffer,
        bankWindows,
        postedEvents,
        refusals,
        rateLimit,
        accountData,
      ])
        part.clear();
      clock.reset();
      automaticSync.start();
    },
    close: () => {
      automaticSync.stop();
      payments.clear();
      analyses.clear();
      webhooks.close();
      latency.close();
    },
  };
}
