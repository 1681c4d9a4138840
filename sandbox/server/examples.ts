/** An example of each body and of what stands in paths, for the description. */

const userId = 'anna';
const bankLoginId = '6a3f1f0e-5d0b-4c1a-a7de-0c9b1f2e3d4c';
const accountId = 'account-1';
const webhookID = '0b7c2d1e-9f3a-4e5b-a8c6-1d2e3f4a5b6c';
const correlationID = '4d5e6f70-8192-4a3b-a4c5-d6e7f8091a2b';
const requestId = '9c8b7a69-5847-4362-a514-03f2e1d0cfbe';
const moment = '2026-01-05T09:00:05.000Z';
const sandboxTime = 1_767_603_600_000;

const user = { userId, type: 'person', automaticAnalysis: 'active' };
const session = {
  sessionId: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhMWIyIn0.c2lnbmF0dXJl',
  userIdentifier: 'a1b2c3d4',
  redirectURL: 'http://127.0.0.1:5174/auth?sessionId=eyJhbGciOiJIUzI1NiJ9',
};
const error = { type: 'bad-request', message: 'body.type: Invalid option', requestId };
const loginStatus = {
  userId,
  bankLoginId,
  status: 'OK',
  active: true,
  lastSynchronization: moment,
};
const transaction = {
  transactionId: 'transaction-1',
  amount: -820.5,
  currency: 'EUR',
  bookingDate: 1_767_225_600,
  purpose: 'Miete Januar',
  paymentPartner: { name: 'Wohnbau Muster GmbH', iban: 'DE89370400440532013000' },
};
const { transactionId: _, currency: __, ...newTransaction } = transaction;
const newAccount = {
  balance: 1250.75,
  bankName: 'Sparkasse Musterstadt',
  iban: 'DE89370400440532013000',
  owner: 'Anna Muster',
  transactions: [newTransaction],
};
const account = {
  accountId,
  type: 'GIRO',
  currency: 'EUR',
  ...newAccount,
  transactions: [transaction],
};
const newWebhook = { url: 'http://127.0.0.1:4000/hook', events: ['ubaconnect'], secret: 'secret' };
const webhook = {
  webhookID,
  url: newWebhook.url,
  method: 'POST',
  events: newWebhook.events,
  hasSecret: true,
};
const envelope = {
  webhookID,
  userID: userId,
  tenantID: 'example-client',
  correlationID,
  correlationTimestamp: moment,
};
const analysed = { ...envelope, event: 'categorization', data: { status: 'completed' } };
const moneyTransferId = '9d0c6f0e-2f3a-4a53-9d35-2d2a3f0b8c11';
const transferInfo = {
  amount: 249.9,
  currency: 'EUR',
  creditor: { name: 'Möbelhaus Beispiel', iban: 'DE89370400440532013000' },
  purpose: 'Rechnung 2026-0815',
};
const moneyTransfer = {
  moneyTransferId,
  status: 'OPEN',
  accountId,
  executionDate: '2026-01-31',
  singleBooking: true,
  transfers: [
    { ...transferInfo, debtor: { name: 'Erika Mustermann', iban: 'DE02120300000000202051' } },
  ],
};
const delivery = {
  deliveryId: '2f3e4d5c-6b7a-4988-a7f6-e5d4c3b2a190',
  requestId,
  status: 'delivered',
  attempts: [{ at: moment, outcome: 204 }],
  body: analysed,
};

/** By the name of the body. */
export const bodyExamples: Readonly<Record<string, unknown>> = {
  Credentials: {
    client_id: 'example-client',
    client_secret: 'secret',
    grant_type: 'client_credentials',
  },
  Token: {
    access_token: session.sessionId,
    expires_in: 300,
    token_type: 'Bearer',
    scope: 'banking-connect banking-fetch',
    session_state: correlationID,
  },
  Error: error,
  NewUser: { type: 'person', automaticAnalysis: 'active', expiresIn: 'P7D' },
  User: user,
  Users: { users: [user] },
  ConnectRequest: { recurring: true, redirectUrl: 'https://shop.example/callback' },
  ManagementRequest: { addBankLogin: true },
  SynchronisationRequest: { redirectUrl: 'https://shop.example/callback' },
  Session: session,
  ChallengeRequired: { ...error, type: 'challenge-required', ...session },
  LoginStatus: loginStatus,
  LoginStatuses: [loginStatus],
  StatusPage: { content: [loginStatus], page: 0, size: 100, total: 1 },
  NewAccounts: { accounts: [newAccount] },
  NewTransactions: { transactions: [newTransaction] },
  AccountChanges: { accounts: [{ accountId, balance: 99.9 }] },
  TransactionChanges: { transactions: [{ transactionId: 'transaction-1', purpose: 'Miete' }] },
  Ids: { ids: [accountId] },
  Account: account,
  Accounts: { accounts: [account] },
  Transactions: { transactions: [transaction] },
  Correlation: { correlationID, userID: userId, status: 'completed', completedAt: moment },
  Categorization: {
    transactions: [
      {
        accountId,
        transactionId: 'transaction-1',
        creationDate: moment,
        descriptiveTag: 'living_rent',
        localizedTag: 'Rent',
        tags: ['living_rent', 'living', 'spending'],
      },
    ],
  },
  NewWebhook: newWebhook,
  WebhookChange: { secret: 'another secret' },
  Webhook: webhook,
  Webhooks: { webhooks: [webhook] },
  ConnectEvent: { ...envelope, event: 'ubaconnect', data: { bankLoginId, accounts: [account] } },
  SyncEvent: { ...envelope, event: 'ubasync', data: { bankLoginId, accounts: [account] } },
  SyncErrorEvent: {
    ...envelope,
    event: 'ubasyncerror',
    data: { type: 'CHALLENGE_REQUIRED', bankLoginId },
  },
  NewMoneyTransfer: {
    accountId,
    executionDate: '2026-01-31',
    moneyTransferInfos: [transferInfo],
    redirectUrl: 'https://shop.example/paid',
    exitUrl: 'https://shop.example/left',
    fallbackUrl: 'https://shop.example/failed',
  },
  MoneyTransfer: moneyTransfer,
  MoneyTransferSession: { ...moneyTransfer, ...session },
  PaymentEvent: {
    ...envelope,
    event: 'ubapayment',
    data: { bankLoginId, moneyTransferId, status: 'SUCCESSFUL' },
  },
  CategorizationEvent: analysed,
  SandboxState: { now: sandboxTime, latency: 0, users: 1, sessions: 0, phone: [], logins: [] },
  ClockMove: { advance: 'P1D' },
  ClockState: { now: sandboxTime },
  Decision: { decision: 'approved' },
  ConsentChange: { standing: 'expired' },
  Latency: { ms: 500 },
  Refusal: { status: 429, times: 3 },
  PostedEvents: [{ at: sandboxTime, userId, type: 'ready', payload: { version: '1' } }],
  Delivery: delivery,
  Deliveries: [delivery],
};

/** By the name of the parameter. */
export const pathExamples: Readonly<Record<string, string>> = {
  userId,
  bankLoginId,
  accountId,
  webhookID,
  deliveryId: delivery.deliveryId,
  moneyTransferId,
};
