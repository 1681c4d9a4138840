/** The levers of the sandbox, for tests. No part of fino's API. */
import { ApiError } from '../api-error.js';
import { parseDuration } from '../duration.js';
import { controlEndpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { World } from '../world.js';

/** What waits on the simulated phones of all users, the newest first. */
async function phone(world: World) {
  const sessions = [...world.sessions.all()].reverse();
  const items = sessions.map(async ({ user: { userId }, bank }) =>
    ((await bank?.controls.view())?.phone ?? []).map((item) => ({ ...item, userId, bank })),
  );
  return (await Promise.all(items)).flat();
}

const loginOf = (world: World, bankLoginId: string) => {
  const user = world.users
    .all()
    .find(({ ledger }) => ledger.logins().some((login) => login.bankLoginId === bankLoginId));
  if (!user) throw new ApiError(404, 'There is no bank login with this id.');
  return user.ledger;
};

export const control = [
  controlEndpoint(
    {
      method: 'get',
      path: '/_sandbox',
      operationId: 'sandbox-get-state',
      summary: 'See the clock, the simulated phones and the consents',
      answers: { 200: { description: 'As of now.', body: models.sandboxState } },
    },
    async ({ world }) => ({
      status: 200,
      body: {
        now: world.clock.now(),
        latency: world.latency,
        users: world.users.all().length,
        sessions: world.sessions.size,
        phone: (await phone(world)).map(({ bank: _, ...item }) => item),
        logins: world.users.all().flatMap(({ userId, ledger }) =>
          ledger.controlled().map(({ bankLoginId, consent, consentEndsAt }) => ({
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
    ({ world }) => {
      world.reset();
      return { status: 204 };
    },
  ),
  controlEndpoint(
    {
      method: 'post',
      path: '/_sandbox/clock',
      operationId: 'sandbox-advance-clock',
      summary: 'Move the clock forward',
      description: 'What falls due on the way happens in order, automatic synchronisations too.',
      body: models.clockMove,
      answers: { 200: { description: 'Moved.', body: models.clockState } },
    },
    ({ world, body }) => {
      world.advance(parseDuration(body.advance));
      return { status: 200, body: { now: world.clock.now() } };
    },
  ),
  controlEndpoint(
    {
      method: 'post',
      path: '/_sandbox/phone',
      operationId: 'sandbox-decide-on-phone',
      summary: 'Approve or decline on the simulated phone',
      body: models.decision,
      answers: {
        204: { description: 'Decided.' },
        404: { description: 'No such approval waits.', body: models.errorBody },
      },
    },
    async ({ world, body: { decision, attemptId } }) => {
      const waiting = (await phone(world)).find(
        (item) => item.kind === 'approval' && (attemptId ?? item.attemptId) === item.attemptId,
      );
      if (!waiting) throw new ApiError(404, 'No approval waits on the phone.');
      await waiting.bank?.controls.decide(waiting.attemptId, decision);
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
    ({ world, params: { bankLoginId }, body: { standing } }) => {
      const ledger = loginOf(world, bankLoginId);
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
      summary: 'Set how long the sandbox thinks before each answer',
      body: models.latency,
      answers: { 204: { description: 'Set.' } },
    },
    ({ world, body }) => {
      world.latency = body.ms;
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
      answers: { 204: { description: 'So it will be.' } },
    },
    ({ world, body }) => {
      world.refusals.set(body.status, body.times);
      return { status: 204 };
    },
  ),
  controlEndpoint(
    {
      method: 'get',
      path: '/_sandbox/events',
      operationId: 'sandbox-get-events',
      summary: "See what the sandbox's pages posted so far",
      description: 'The oldest first; without the address in `redirect`, which holds a session id.',
      answers: { 200: { description: 'All events.', body: models.postedEvents } },
    },
    ({ world }) => ({ status: 200, body: [...world.posted.all()] }),
  ),
  controlEndpoint(
    {
      method: 'get',
      path: '/_sandbox/webhooks',
      operationId: 'sandbox-get-deliveries',
      summary: 'See the deliveries to webhooks so far',
      answers: { 200: { description: 'The oldest first.', body: models.deliveries } },
    },
    ({ world }) => ({ status: 200, body: [...world.webhooks.log()] }),
  ),
  controlEndpoint(
    {
      method: 'post',
      path: '/_sandbox/webhooks/{deliveryId}/replay',
      operationId: 'sandbox-replay-delivery',
      summary: 'Deliver once more',
      params: models.deliveryPath,
      answers: { 202: { description: 'It waits in line.', body: models.delivery } },
    },
    ({ world, params }) => ({ status: 202, body: world.webhooks.replay(params.deliveryId) }),
  ),
];
