/**
 * How the bank logins stand, and synchronising one on request.
 * Source: finoOS documentation, "Detecting an Expired Consent", "Manual Synchronization" and "Force
 * Consent Expire".
 */
import { isDocumented } from '../../core/bank/demo-users.js';
import type { LoginStanding } from '../../core/bank/ledger.js';
import { ApiError, errorTypes } from '../api-error.js';
import { clientEndpoint, userEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';
import type { User } from '../user.js';
import { sessionBody, syncOf, wayBack } from './banking-connect.js';

const tag = 'Banking-Connect';

const correlation = { 'Finoos-Correlation-Id': 'Identifies the synchronisation and its analysis.' };

const statusOf = (user: User, login: LoginStanding) => ({
  userId: user.userId,
  bankLoginId: login.bankLoginId,
  status: login.status,
  active: user.isActive(login),
  lastSynchronization: new Date(login.lastSynchronization).toISOString(),
});

const statusesOf = (user: User) => user.ledger.standings().map((login) => statusOf(user, login));

export const synchronisation = ({
  sessions,
  synchroniser,
  userEvents,
  users,
}: Pick<
  SandboxState,
  'sessions' | 'synchroniser' | 'userEvents' | 'users'
>): readonly Endpoint[] => [
  userEndpoint(
    'banking-connect',
    users,
    {
      method: 'get',
      path: '/api/users/{userId}/banking/logins/synchronization-status',
      operationId: 'banking-get-logins-synchronization-status',
      tag,
      summary: "Get the synchronisation status of each of a user's bank logins",
      invented: true,
      params: models.userPath,
      answers: { 200: { description: 'One for each bank login.', body: models.loginStatuses } },
    },
    ({ user }) => ({ status: 200, body: statusesOf(user) }),
  ),
  clientEndpoint(
    'banking-connect',
    {
      method: 'get',
      path: '/api/banking/logins/synchronization-status',
      operationId: 'banking-get-synchronization-status-paginated',
      tag,
      summary: "Get the synchronisation status of the bank logins of all the tenant's users",
      invented: true,
      query: models.pageQuery,
      answers: { 200: { description: 'A page of them.', body: models.statusPage } },
    },
    ({ caller, query: { page = 0, size = 100 } }) => {
      const all = users.ofTenant(caller).flatMap(statusesOf);
      const content = all.slice(page * size, (page + 1) * size);
      return { status: 200, body: { content, page, size, total: all.length } };
    },
  ),
  userEndpoint(
    'banking-connect',
    users,
    {
      method: 'post',
      path: '/api/users/{userId}/banking/logins/{bankLoginId}/synchronization',
      operationId: 'banking-create-synchronization-session',
      tag,
      summary: 'Synchronise a bank login',
      invented: true,
      params: models.loginPath,
      query: models.synchronisationQuery,
      body: models.synchronisationBody,
      bodyOptional: true,
      answers: {
        200: {
          description: 'Synchronised at once.',
          body: models.loginStatus,
          headers: correlation,
        },
        202: {
          description: 'The bank login is not recurring: its user must take part.',
          body: models.session,
          headers: correlation,
        },
        206: {
          description: 'Not synchronised; the status is `SYNC_FAILED`.',
          body: models.loginStatus,
          headers: correlation,
        },
        409: {
          description:
            'Only the consent of a demo user’s login made with the PIN 654321 can be forced to expire.',
          body: models.errorBody,
        },
        451: {
          description: 'The consent is no longer valid: its user must renew it in this session.',
          body: models.challengeRequired,
          headers: correlation,
        },
      },
    },
    ({ user, origin, requestId, params: { bankLoginId }, query, body }) => {
      const { triggerChallenge = true, forceConsentExpire = false } = query;
      const { ledger } = user;
      if (forceConsentExpire) {
        const { sca, userName } = ledger.find(bankLoginId);
        if (sca !== 'tan' || !isDocumented(userName)) {
          throw new ApiError(
            409,
            'Force it for a login of fino01, persondemo, companydemo or depot01 made with the PIN 654321.',
          );
        }
        ledger.expireConsent(bankLoginId);
      }
      const process = userEvents.begin();
      const headers = { 'Finoos-Correlation-Id': process.correlationId };
      const openSession = () =>
        sessionBody(
          sessions.open(user, {
            kind: 'management',
            process,
            sync: syncOf({}),
            options: { bankLoginId, ...wayBack({ ...body, ...query }) },
          }),
          origin,
        );
      const { isUnattended, consent } = ledger.standing(bankLoginId);
      if (!isUnattended && consent === 'valid') {
        return { status: 202, body: openSession(), headers };
      }
      const result = synchroniser.synchronise(user, bankLoginId, 'manual', process);
      if (result.outcome === 'synchronised') {
        return { status: 200, body: statusOf(user, ledger.standing(bankLoginId)), headers };
      }
      const needsUser = result.outcome === 'needs-user' || result.code === 'INVALID_CONSENT';
      if (needsUser && triggerChallenge) {
        const message =
          consent === 'valid'
            ? 'The bank asks for a challenge. Let the user complete it in this session.'
            : 'The consent is no longer valid. Let the user renew it in this session.';
        return {
          status: 451,
          body: { type: errorTypes[451], message, requestId, ...openSession() },
          headers,
        };
      }
      ledger.markFailed(bankLoginId);
      return { status: 206, body: statusOf(user, ledger.standing(bankLoginId)), headers };
    },
  ),
];
