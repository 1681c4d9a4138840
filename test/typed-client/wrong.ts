/** What must not compile against the types of the description: each line has an error. */
import type { Client } from 'openapi-fetch';
import type { components, paths } from 'uba-api';

type Schemas = components['schemas'];

export async function wrong(uba: Client<paths>): Promise<void> {
  const path = { userId: 'anna' };

  // @ts-expect-error There is no such operation.
  await uba.GET('/api/users/{userId}/banking/bookings', { params: { path } });
  // @ts-expect-error Users are added, not put.
  await uba.PUT('/api/users', { body: {} });
  // @ts-expect-error The path needs the user.
  await uba.GET('/api/users/{userId}/banking/accounts');
  // @ts-expect-error A person or a company.
  await uba.POST('/api/users', { body: { type: 'cat' } });
  // @ts-expect-error A whole number.
  await uba.GET('/api/users', { params: { query: { size: 'all' } } });
  // @ts-expect-error There is no such event.
  await uba.POST('/api/webhooks', { body: { url: 'https://shop.example', events: ['sync'] } });
  await uba.GET('/api/users/{userId}/analysis/person/{name}', {
    // @ts-expect-error There is no such analysis.
    params: { path: { userId: 'anna', name: 'luck' } },
  });
}

// @ts-expect-error There is no such key.
export const noKey: Schemas['NewUser'] = { typ: 'person' };

// @ts-expect-error An account has an owner.
export const noOwner: Schemas['NewAccount'] = {
  balance: 1,
  bankName: 'B',
  iban: 'DE',
  transactions: [],
};

// @ts-expect-error There is no such type of account.
export const noType: Schemas['Account']['type'] = 'current';

// @ts-expect-error Cards and depots have no IBAN.
export const iban = (account: Schemas['Account']): string => account.iban;

// @ts-expect-error In Unix seconds.
export const date: Schemas['Transaction']['bookingDate'] = '2026-01-01';

// @ts-expect-error The secret of a webhook is never shown.
export const secret = (webhook: Schemas['Webhook']): string => webhook.secret;

// @ts-expect-error It is absent, or has a value.
export const partner: Schemas['NewTransaction']['paymentPartner'] = { name: 'N', iban: undefined };
