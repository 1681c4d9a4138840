/** The OpenAPI 3.1 description, made of the endpoints. */
import * as z from 'zod';
import type { Answer, Endpoint, Model } from './endpoint.js';
import { bodyExamples, pathExamples } from './examples.js';
import { errorBody, sentBodies } from './models.js';
import { parts } from './upload-models.js';
import { webhookEvents, type WebhookEvent } from './webhooks/webhook.js';

export const version = '0.1.0';

const tags = {
  Authentication: 'Client credentials for an access token.',
  Users: "A client's end users.",
  'Banking-Connect': 'Sessions for the widget, and the bank logins that come of them.',
  Banking: 'The accounts of users, and what was booked on them.',
  'Manual Upload': 'Accounts that a client has from elsewhere. Data of banks cannot be changed.',
  Categorization: 'Whether the analysis of data is complete, and what came of it.',
  Analysis: 'What fino documents and the sandbox leaves out: 501.',
  Webhooks: 'Calls to a URL of yours when something happened to a user.',
  'Control API': "Test controls, for programs on this machine only. No part of fino's API.",
};

type Json = Readonly<Record<string, unknown>>;

/** Errors that endpoints have in common. */
const common = {
  400: 'The request is invalid.',
  401: 'The access token is missing, unknown or expired, or the tenant is not the client’s.',
  403: 'The access token lacks the scope, or the call comes from where it must not.',
  404: 'Something that the path names does not exist.',
  413: 'The body is too large: a form may have 16 kB, JSON 64 kB, an upload or another body 1 MB.',
  429: 'Too many requests: with `--rate-limit`, or on demand, see `PUT /_sandbox/refusals`.',
  '5XX': 'Server error: only on demand, see `PUT /_sandbox/refusals`.',
} as const;

export function describeApi(endpoints: readonly Endpoint[], origin: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Banking Connect API of the UBA sandbox',
      version,
      summary: "An offline mock of the part of fino's finoOS API that the widget needs.",
      description:
        'Paths marked with `x-path-invented` are our design: the documentation names the operation and gives no path. Expect others from fino.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin, description: 'This sandbox.' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    webhooks: webhooks(),
    components: {
      schemas: schemas(endpoints),
      responses: Object.fromEntries(
        Object.entries(common).map(([status, description]) => [
          componentName(status),
          response({
            description,
            body: errorBody,
            ...(status === '429' && { headers: { 'Retry-After': 'In seconds.' } }),
          }),
        ]),
      ),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'From `POST /api/auth`.' },
      },
    },
  };
}

/** What a receiver of webhooks gets. */
const webhooks = (): Json =>
  Object.fromEntries(
    Object.entries(webhookEvents).map(([event, description]) => [
      event,
      {
        post: {
          operationId: `webhook-${event}`,
          summary: description,
          tags: ['Webhooks'],
          security: [],
          parameters: [
            header('X-Request-Id', 'Identifies the event; the same when it is sent again.'),
            header('FinoOS-Tenant-ID', 'The tenant that the event belongs to.'),
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': media(sentBodies[event as WebhookEvent]),
            },
          },
          responses: {
            '2XX': { description: 'Taken. Any status above 299 is retried, then given up.' },
          },
        },
      },
    ]),
  );

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string' },
});

const componentName = (status: string): string => `Error${status}`;

function operation(endpoint: Endpoint): Json {
  const { access, operationId, tag, summary, description, invented, body, bodyType } = endpoint;
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(invented && { 'x-path-invented': true }),
    security: typeof access === 'object' ? [{ token: [] }] : [],
    ...(typeof access === 'object' && access.scope && { 'x-scope': access.scope }),
    parameters: parameters(endpoint),
    ...(body && {
      requestBody: {
        required: !endpoint.bodyOptional,
        content: {
          [bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json']: {
            ...media(body),
          },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(
        commonErrors(endpoint).map((status) => [
          status,
          { $ref: `#/components/responses/${componentName(status)}` },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(endpoint.answers).map(([status, answer]) => [status, response(answer)]),
      ),
    },
  };
}

function commonErrors({
  access,
  method,
  params,
  query,
  body,
}: Endpoint): (keyof typeof common & string)[] {
  const happens = {
    400: params ?? query ?? body,
    401: typeof access === 'object',
    403: true,
    404: params,
    413: method !== 'get',
    429: access !== 'control',
    '5XX': access !== 'control',
  };
  return Object.entries(happens)
    .filter(([, does]) => does)
    .map(([status]) => status as keyof typeof common & string);
}

function parameters({ access, params, query, headers = {} }: Endpoint): Json[] {
  return [
    ...(typeof access === 'object'
      ? [header('TenantID', 'Which tenant. Default: the client identifier.')]
      : []),
    ...Object.entries(headers).map(([name, description]) => header(name, description)),
    ...fields(params, 'path'),
    ...fields(query, 'query'),
  ];
}

function fields(model: Model | undefined, place: 'path' | 'query'): Json[] {
  if (!model) return [];
  const { properties = {}, required = [] } = schemaOf(model) as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description && { description }),
    schema,
    ...(place === 'path' && name in pathExamples && { example: pathExamples[name] }),
  }));
}

/** On every answer. Ours. */
const requestId = { 'X-Request-Id': 'Identifies the request: what support asks for.' };

const response = ({ description, body, file, headers }: Answer): Json => ({
  description,
  headers: Object.fromEntries(
    Object.entries({ ...headers, ...requestId }).map(([name, text]) => [
      name,
      { description: text, required: true, schema: { type: 'string' } },
    ]),
  ),
  ...(body && { content: { 'application/json': media(body) } }),
  ...(file && { content: { [file]: { schema: { type: 'string', format: 'binary' } } } }),
});

const media = (model: Model): Json => ({
  schema: { $ref: schemaUri(nameOf(model)) },
  example: bodyExamples[nameOf(model)],
});

const schemaUri = (name: string): string => `#/components/schemas/${name}`;

function nameOf(model: Model): string {
  const { id } = model.meta() ?? {};
  if (!id) throw new Error('A body needs a name in the description.');
  return id;
}

/**
 * What has a default need not be sent. Generators of types take the keyword for the opposite, so the
 * description says it in words.
 */
const options = {
  io: 'input',
  override: ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    const { description, default: value } = jsonSchema;
    if (value === undefined) return;
    jsonSchema.description = `${description ? `${description} ` : ''}Default: \`${JSON.stringify(value)}\`.`;
    delete jsonSchema.default;
  },
} as const;

function schemaOf(model: Model): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(model, options);
  return schema;
}

/** Of all bodies; zod's own registry may hold those of other programs. */
function schemas(endpoints: readonly Endpoint[]): Json {
  const bodies = endpoints.flatMap(({ body, answers }) => [
    body,
    ...Object.values(answers).map((answer) => answer.body),
  ]);
  const named = z.registry<{ id: string }>();
  for (const body of [...bodies, ...parts, errorBody, ...Object.values(sentBodies)]) {
    if (body) named.add(body, { id: nameOf(body) });
  }
  const { schemas: all } = z.toJSONSchema(named, { ...options, uri: schemaUri });
  return Object.fromEntries(
    Object.entries(all).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}
