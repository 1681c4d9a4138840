/** A back end, written against the types that a generator makes of the API's description. */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from 'uba-api';

type Transaction = components['schemas']['Transaction'];

/** What is not the back end's to do. */
export interface Surroundings {
  readonly origin: string;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The user connects a bank in a session. */
  readonly connectBank: (sessionId: string) => Promise<string>;
}

/** What the back end saw, step by step. */
export interface Seen {
  readonly accountTypes: readonly string[];
  readonly connected: readonly Transaction[];
  readonly synchronised: readonly Transaction[];
  readonly uploaded: readonly { readonly currency: string; readonly type: string }[];
  /** The statuses of the correlation, before and after the clock was moved. */
  readonly correlation: readonly [number, number];
  readonly categories: ReadonlyMap<string, string>;
  /** What the API says of an account that is not there. */
  readonly refusal: string;
}

export async function integrate({ origin, fetch, connectBank }: Surroundings): Promise<Seen> {
  const uba = createClient<paths>({ baseUrl: origin, fetch });
  uba.use({
    onRequest: ({ request }) => {
      if (token) request.headers.set('Authorization', `Bearer ${token}`);
    },
  });
  let token = '';
  token = await authenticate(uba);

  const user = await uba.POST('/api/users');
  const { userId } = there(user.data);
  const path = { userId };

  const session = await uba.POST('/api/users/{userId}/banking/connect', {
    params: { path, query: { recurring: true } },
  });
  const bankLoginId = await connectBank(there(session.data).sessionId);

  const { data: given } = await uba.GET('/api/users/{userId}/banking/accounts', {
    params: { path, query: { transactions: true } },
  });
  const { accounts } = there(given);
  const [current] = accounts;
  const { accountId, transactions: connected = [] } = there(current);

  await uba.POST('/api/users/{userId}/banking/logins/{bankLoginId}/synchronization', {
    params: { path: { userId, bankLoginId } },
  });
  const { data: later } = await uba.GET(
    '/api/users/{userId}/banking/accounts/{accountId}/transactions',
    { params: { path: { userId, accountId }, query: { from: '2025-01-01', page: 0, size: 1000 } } },
  );

  const upload = await uba.POST('/api/users/{userId}/banking/accounts', {
    params: { path },
    body: {
      accounts: [
        {
          balance: 100.5,
          bankName: 'Sparkasse',
          iban: 'DE89370400440532013000',
          owner: 'Anna Muster',
          transactions: [
            {
              amount: -900,
              bookingDate: 1_767_600_000,
              purpose: 'Miete Januar',
              paymentPartner: { name: 'Wohnbau GmbH' },
            },
          ],
        },
      ],
    },
  });

  const { response } = await uba.POST('/api/users/{userId}/trigger-analysis', { params: { path } });
  const correlationId = there(response.headers.get('Finoos-Correlation-Id') ?? undefined);
  const isComplete = async () => {
    const answer = await uba.GET('/api/users/{userId}/categorization/correlation', {
      params: { path, query: { correlationId } },
    });
    return answer.response.status;
  };
  const inProgress = await isComplete();
  await uba.POST('/_sandbox/clock', { body: { advance: 'PT5S' } });
  const complete = await isComplete();
  const { data: categorised } = await uba.GET('/api/users/{userId}/categorization', {
    params: { path, query: { language: 'en' } },
  });

  const { error } = await uba.GET('/api/users/{userId}/banking/accounts/{accountId}', {
    params: { path: { userId, accountId: 'none' } },
  });
  return {
    accountTypes: accounts.map(({ type }) => type),
    connected,
    synchronised: there(later).transactions,
    uploaded: there(upload.data).accounts,
    correlation: [inProgress, complete],
    categories: new Map(
      there(categorised).transactions.map(({ transactionId, descriptiveTag }) => [
        transactionId,
        descriptiveTag,
      ]),
    ),
    refusal: there(error).message,
  };
}

async function authenticate(uba: Client<paths>): Promise<string> {
  const { data } = await uba.POST('/api/auth', {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: { client_id: 'shop', client_secret: 'secret', grant_type: 'client_credentials' },
  });
  return there(data).access_token;
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The API did not answer as described.');
  return value;
}
