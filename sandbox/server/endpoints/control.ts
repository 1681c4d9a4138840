/** The control API of the sandbox, for tests. No part of fino's API. */
import { ApiError } from '../api-error.js';
import { endOfDuration } from '../duration.js';
import { controlEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';

type PhoneParts = Pick<SandboxState, 'sessionBanks' | 'sessions'>;

/** What waits on the simulated phones of all users, the newest first, and who decides it. */
async function phone({ sessionBanks, sessions }: PhoneParts) {
  const used = sessions.all().filter(({ attempts }) => attempts.all().length > 0);
  const items = used.reverse().map(async (session) => {
    const controls = sessionBanks.controls(session);
    const { userId } = session.user;
    return (await controls.view()).phone.map((item) => ({ ...item, userId, controls }));
  });
  return (await Promise.all(items)).flat();
}

const ledgerOf = ({ users }: Pick<SandboxState, 'users'>, bankLoginId: string) => {
  const user = users.all().find(({ ledger }) => ledger.has(bankLoginId));
  if (!user) throw new ApiError(404, 'There is no bank login with this id.');
  return user.ledger;
};

export const control = ({
  automaticSync,
  callers,
  clock,
  latency,
  postedEvents,
  refusals,
  reset,
  sessionBanks,
  sessions,
  users,
  webhooks,
}: Pick<
  SandboxState,
  | 'automaticSync'
  | 'callers'
  | 'clock'
  | 'latency'
  | 'postedEvents'
  | 'refusals'
  | 'reset'
  | 'sessionBanks'
  | 'sessions'
  | 'users'
  | 'webhooks'
>): readonly Endpoint[] => [
  controlEndpoint(
    {
      method: 'get',
      path: '/_sandbox',
      operationId: 'sandbox-get-state',
      summary: 'See the clock, the simulated phones and the consents',
      answers: { 200: { description: 'As of now.', body: models.sandboxState } },
    },
    async () => ({
      status: 200,
      body: {
        now: clock.now(),
        latency: latency.ms,
        users: users.all().length,
        sessions: sessions.size,
        phone: (await phone({ sessionBanks, sessions })).map(({ controls: _, ...item }) => item),
        logins: users.all().flatMap(({ userId, ledger }) =>
          ledger.standings().map(({ bankLoginId, consent, consentEndsAt }) => ({
            userId,
            bankLoginId,
            consent,
            consentEndsAt,
          })),
        ),
      },
    }),
  ),
  controlEndpoint(
    {
      method: 'post',
      path: '/_sandbox/reset',
      operationId: 'sandbox-reset',
      summary: 'Forget users, sessions, tokens, webhooks and moves of the clock',
      answers: { 204: { description: 'Forgotten.' } },
    },
    () => {
      reset();
      return { status: 204 };
    },
  ),
  controlEndpoint(
    {
      method: 'post',
      path: '/_sandbox/clock',
      operationId: 'sandbox-advance-clock',
      summary: 'Move the clock forward',
      description:
        'What falls due on the way happens in order, automatic synchronisations too. ' +
        'Other calls are answered meanwhile; this one is when all has happened.',
      body: models.clockMove,
      answers: {
        200: { description: 'Moved.', body: models.clockState },
        409: { description: 'The sandbox was reset on the way.', body: models.errorBody },
      },
    },
    async ({ body }) => {
      const start = clock.now();
      if (body.expireTokens) callers.clear();
      const now = await automaticSync.advance(endOfDuration(body.advance, start) - start);
      return { status: 200, body: { now } };
    },
  ),
  controlEndpoint(
    {
      method: 'post',
      path: '/_sandbox/phone',
      operationId: 'sandbox-decide-on-phone',
      summary: 'Approve or decline on the simulated phone, or bind it',
      body: models.decision,
      answers: {
        204: { description: 'Decided.' },
        404: { description: 'No such approval waits.', body: models.errorBody },
      },
    },
    async ({ body: { decision, attemptId } }) => {
      const kind = decision === 'bound' ? 'device' : 'approval';
      const waiting = (await phone({ sessionBanks, sessions })).find(
        (item) => item.kind === kind && (attemptId ?? item.attemptId) === item.attemptId,
      );
      if (!waiting) throw new ApiError(404, `No ${kind} waits on the phone.`);
      await waiting.controls.decide(waiting.attemptId, decision);
      return { status: 204 };
    },
  ),
  controlEndpoint(
    {
      method: 'put',
      path: '/_sandbox/logins/{bankLoginId}/consent',
      operationId: 'sandbox-change-consent',
      summary: 'Let a consent expire, or revoke it at the bank',
      params: models.consentPath,
      body: models.consentChange,
      answers: { 204: { description: 'Changed.' } },
    },
    ({ params: { bankLoginId }, body: { standing } }) => {
      const ledger = ledgerOf({ users }, bankLoginId);
      if (standing === 'expired') ledger.expireConsent(bankLoginId);
      else ledger.revokeConsent(bankLoginId);
      return { status: 204 };
    },
  ),
  controlEndpoint(
    {
      method: 'put',
      path: '/_sandbox/latency',
      operationId: 'sandbox-set-latency',
      summary: 'Set how long the sandbox waits before each answer',
      body: models.latency,
      answers: { 204: { description: 'Set.' } },
    },
    ({ body }) => {
      latency.ms = body.ms;
      return { status: 204 };
    },
  ),
  controlEndpoint(
    {
      method: 'put',
      path: '/_sandbox/refusals',
      operationId: 'sandbox-refuse',
      summary: 'Answer the next requests to the API with an error',
      body: models.refusal,
      answers: { 204: { description: 'The next requests are refused.' } },
    },
    ({ body }) => {
      refusals.set(body.status, body.times);
      return { status: 204 };
    },
  ),
  controlEndpoint(
    {
      method: 'get',
      path: '/_sandbox/events',
      operationId: 'sandbox-get-events',
      summary: "See what the sandbox's pages posted so far",
      description: 'The oldest first; without the URL in `redirect`, which holds a session id.',
      answers: { 200: { description: 'All events.', body: models.postedEvents } },
    },
    () => ({ status: 200, body: [...postedEvents.all()] }),
  ),
  controlEndpoint(
    {
      method: 'get',
      path: '/_sandbox/webhooks',
      operationId: 'sandbox-get-deliveries',
      summary: 'See the newest deliveries to webhooks',
      query: models.deliveriesQuery,
      answers: { 200: { description: 'The oldest first.', body: models.deliveries } },
    },
    ({ query: { size = 200 } }) => ({ status: 200, body: webhooks.log().slice(-size) }),
  ),
  controlEndpoint(
    {
      method: 'post',
      path: '/_sandbox/webhooks/{deliveryId}/replay',
      operationId: 'sandbox-replay-delivery',
      summary: 'Deliver once more',
      params: models.deliveryPath,
      answers: { 202: { description: 'It waits in the queue.', body: models.delivery } },
    },
    ({ params }) => ({ status: 202, body: webhooks.replay(params.deliveryId) }),
  ),
];
