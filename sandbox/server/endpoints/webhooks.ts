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
