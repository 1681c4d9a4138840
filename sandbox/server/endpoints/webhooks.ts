import { clientEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';
import type { Webhook } from '../webhooks/webhook.js';

const withoutSecret = ({ webhookID, url, method, events, secret }: Webhook) => ({
  webhookID,
  url,
  method,
  events,
  hasSecret: secret !== undefined,
});

export const webhooks = ({ webhooks }: Pick<SandboxState, 'webhooks'>): readonly Endpoint[] => [
  clientEndpoint(
    'webhooks',
    {
      method: 'post',
      path: '/api/webhooks',
      operationId: 'webhooks-create-webhook',
      tag: 'Webhooks',
      summary: 'Subscribe a URL of yours to events',
      invented: true,
      body: models.newWebhook,
      answers: {
        201: { description: 'Created.', body: models.webhook },
        409: { description: 'The client has too many webhooks.', body: models.errorBody },
      },
    },
    ({ caller, body, isLocal }) => ({
      status: 201,
      body: withoutSecret(webhooks.create(caller.clientId, body, !isLocal)),
    }),
  ),
  clientEndpoint(
    'webhooks',
    {
      method: 'get',
      path: '/api/webhooks',
      operationId: 'webhooks-get-webhooks',
      tag: 'Webhooks',
      summary: "List the client's webhooks",
      invented: true,
      answers: { 200: { description: 'The oldest first.', body: models.webhooks } },
    },
    ({ caller }) => ({
      status: 200,
      body: { webhooks: webhooks.ofClient(caller.clientId).map(withoutSecret) },
    }),
  ),
  clientEndpoint(
    'webhooks',
    {
      method: 'get',
      path: '/api/webhooks/{webhookID}',
      operationId: 'webhooks-get-webhook',
      tag: 'Webhooks',
      summary: 'Read a webhook',
      invented: true,
      params: models.webhookPath,
      answers: { 200: { description: 'The webhook.', body: models.webhook } },
    },
    ({ caller, params }) => ({
      status: 200,
      body: withoutSecret(webhooks.get(caller.clientId, params.webhookID)),
    }),
  ),
  clientEndpoint(
    'webhooks',
    {
      method: 'delete',
      path: '/api/webhooks/{webhookID}',
      operationId: 'webhooks-delete-webhook',
      tag: 'Webhooks',
      summary: 'Delete a webhook; nothing is sent to it any more',
      invented: true,
      params: models.webhookPath,
      answers: { 204: { description: 'Deleted.' } },
    },
    ({ caller, params }) => {
      webhooks.remove(caller.clientId, params.webhookID);
      return { status: 204 };
    },
  ),
  clientEndpoint(
    'webhooks',
    {
      method: 'put',
      path: '/api/webhooks/{webhookID}',
      operationId: 'webhooks-update-webhook',
      tag: 'Webhooks',
      summary: 'Change a webhook; what is left out stays as it is',
      invented: true,
      params: models.webhookPath,
      body: models.webhookChange,
      answers: { 200: { description: 'Changed.', body: models.webhook } },
    },
    ({ caller, params: { webhookID }, body, isLocal }) => ({
      status: 200,
      body: withoutSecret(webhooks.update(caller.clientId, webhookID, body, !isLocal)),
    }),
  ),
];
