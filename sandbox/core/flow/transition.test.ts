import { errorCodes } from '@finodigital/uba-protocol';
import { messageSchemas } from '@finodigital/uba-protocol/schemas';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { banks, redirectBank } from '../bank/banks.js';
import {
  accountTypes,
  tanMethods,
  type Account,
  type BankLogin,
  type BankReturn,
  type Challenge,
  type Session,
  type SessionKind,
  type BankAnswer,
} from '../contract/bank-side.js';
import type { Payment } from '../contract/bank-side.js';
import { paymentStatuses } from '../contract/payments.js';
import { compareEvents } from '../scenarios/compare-events.js';
import type { Fact, Flow, FlowEvent, FlowState, Intent, Setup, StateName } from './flow-state.js';
import { newFlow, transition } from './transition.js';

const pin = 'PIN-4711';
const tan = 'TAN-0815';

/** Few ids, so that answers often meet the attempt they belong to, and often do not. */
const attemptId = fc.constantFrom('attempt-1', 'attempt-2');
const bankLoginId = fc.constantFrom('login-1', 'login-2');
const bank = fc.constantFrom(...banks);
const time = fc.integer({ min: 0, max: 2_000_000 });
const requestId = fc.constantFrom('REQ-1', 'REQ-2');
const code = fc.constantFrom(...errorCodes);
const method = fc.constantFrom(...tanMethods);

const accountFields = {
  accountId: fc.constantFrom('account-1', 'account-2', 'account-3'),
  accountNumber: fc.string(),
  balance: fc.float({ noNaN: true }),
  bankCode: fc.string(),
  bankName: fc.string(),
  bic: fc.string(),
  currency: fc.constant('EUR'),
  icon: fc.string(),
  name: fc.string(),
  owner: fc.string(),
  type: fc.constantFrom(...accountTypes),
};
const account: fc.Arbitrary<Account> = fc.oneof(
  fc.record(accountFields),
  fc.record({ ...accountFields, iban: fc.string() }),
);

const accounts = fc.uniqueArray(account, { selector: (one) => one.accountId, maxLength: 3 });

const login: fc.Arbitrary<BankLogin> = fc.record(
  {
    bankLoginId,
    bank,
    accounts,
    status: fc.constantFrom('OK', 'SCA_REQUIRED', 'SYNC_FAILED'),
    lastSynchronization: time,
    recurring: fc.boolean(),
    consentUntil: time,
  },
  {
    requiredKeys: ['bankLoginId', 'bank', 'accounts', 'status', 'lastSynchronization', 'recurring'],
  },
);

const logins = fc.uniqueArray(login, { selector: (one) => one.bankLoginId, maxLength: 2 });

const challenge: fc.Arbitrary<Challenge> = fc.record({
  approach: fc.constantFrom('embedded', 'decoupled'),
  method,
  methods: fc.subarray([...tanMethods], { minLength: 1 }),
  round: fc.constantFrom(1, 2),
  rounds: fc.constant(2),
  triesLeft: fc.constantFrom(1, 3),
  expiresAt: time,
});

const payment: fc.Arbitrary<Payment> = fc.record({
  moneyTransferId: fc.constant('order-1'),
  status: fc.constantFrom(...paymentStatuses),
  bankLoginId,
  bank,
  account,
  executionDate: fc.constant('2026-01-05'),
  transfers: fc.constant([]),
  singleBooking: fc.boolean(),
});

const step: fc.Arbitrary<BankAnswer> = fc.oneof(
  fc.record({ step: fc.constant('payment' as const), payment }),
  fc.record({
    step: fc.constant('method' as const),
    attemptId,
    methods: fc.subarray([...tanMethods]),
  }),
  fc.record({
    step: fc.constant('medium' as const),
    attemptId,
    method,
    media: fc.constant([{ mediumId: 'medium-1', phone: '42' }]),
    methods: fc.subarray([...tanMethods]),
  }),
  fc.record({ step: fc.constant('challenge' as const), attemptId, challenge }),
  fc.record({ step: fc.constant('pending' as const), attemptId }),
  fc.record({
    step: fc.constant('challenge-failed' as const),
    attemptId,
    reason: fc.constantFrom('wrong', 'device', 'declined', 'expired'),
    triesLeft: fc.constantFrom(0, 2),
    requestId,
  }),
  fc.record({ step: fc.constant('wrong-login' as const), requestId }),
  fc.record({
    step: fc.constant('redirect' as const),
    attemptId,
    url: fc.constant('https://bank.example/'),
  }),
  { weight: 3, arbitrary: fc.record({ step: fc.constant('consent' as const), attemptId }) },
  {
    weight: 3,
    arbitrary: fc.record({ step: fc.constant('accounts' as const), attemptId, accounts }),
  },
  fc.record({ step: fc.constant('duplicate' as const), bankLoginId }),
  { weight: 3, arbitrary: fc.record({ step: fc.constant('connected' as const), login }) },
  fc.record({ step: fc.constant('synchronised' as const), login, renewed: fc.boolean() }),
  fc.record({ step: fc.constant('silence' as const), attemptId, givesUpAt: time }),
  fc.record({
    step: fc.constant('refused' as const),
    code,
    requestId,
  }),
);

const session: fc.Arbitrary<Session> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom('connect' as const, 'management' as const, 'payment' as const),
      sessionId: fc.constant('session'),
      userIdentifier: fc.constant('user'),
      expiresAt: fc.integer({ min: 1_000_000, max: 4_000_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('over' as const), requestId }) },
);

const back: fc.Arbitrary<BankReturn> = fc.oneof(
  fc.record({ outcome: fc.constant('agreed' as const), userName: fc.string() }),
  fc.record({
    outcome: fc.constantFrom('cancelled' as const, 'refused' as const, 'closed' as const),
  }),
);

const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({ type: fc.constant('search' as const), query: fc.constantFrom('', 'fino') }),
  { weight: 3, arbitrary: fc.record({ type: fc.constant('select-bank' as const), bank }) },
  fc.record({
    type: fc.constant('choose-account-type' as const),
    accountType: fc.constantFrom(...accountTypes),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('submit-login' as const),
      userName: fc.string(),
      pin: fc.constant(pin),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ type: 'confirm-accounts' as const }) },
  fc.record({ type: fc.constant('choose-method' as const), method }),
  fc.record({
    type: fc.constant('choose-medium' as const),
    mediumId: fc.constantFrom('medium-1', 'elsewhere'),
  }),
  fc.record({ type: fc.constant('submit-tan' as const), tan: fc.constant(tan) }),
  fc.record({
    type: fc.constant('toggle-account' as const),
    accountId: fc.constantFrom('account-1', 'account-2', 'elsewhere'),
  }),
  fc.record({
    type: fc.constantFrom('synchronise' as const, 'ask-disconnect' as const),
    bankLoginId,
  }),
  fc.record({
    type: fc.constantFrom(
      'other-method' as const,
      'agree-consent' as const,
      'decline-consent' as const,
      'authorise' as const,
      'renew-tan' as const,
      'go-to-bank' as const,
      'confirm-disconnect' as const,
      'add-bank' as const,
      'done' as const,
      'back' as const,
      'cancel' as const,
      'retry' as const,
      'stay' as const,
    ),
  }),
);

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ type: fc.constantFrom('start' as const, 'bank-changed' as const, 'time' as const) }),
  fc.record({ type: fc.constant('session' as const), session }),
  fc.record({
    type: fc.constant('banks' as const),
    query: fc.constantFrom('', 'fino'),
    banks: fc.subarray([...banks]),
  }),
  fc.record({ type: fc.constant('logins' as const), logins }),
  fc.record({ type: fc.constant('disconnected' as const), bankLoginId }),
  fc.record({ type: fc.constant('payment' as const), payment }),
  back.map((returned) => ({ type: 'bank-returned' as const, ...returned })),
);

/** Mostly what keeps the flow going; seldom what ends it. */
const event: fc.Arbitrary<FlowEvent> = fc.oneof(
  { weight: 12, arbitrary: step.map((next) => ({ type: 'step' as const, step: next })) },
  { weight: 12, arbitrary: intent },
  { weight: 6, arbitrary: fact },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ type: 'exit' as const }, { type: 'unreachable' as const }),
  },
);

const setup: fc.Arbitrary<Setup> = fc
  .record({
    multiple: fc.boolean(),
    addBankLogin: fc.boolean(),
    redirectURL: fc.constantFrom(undefined, 'https://shop.example/back?a=1'),
    resume: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom('connect' as const, 'renew' as const, 'pay' as const),
          bankCode: fc.constantFrom('90000001', '90000002'),
          back,
        }),
      },
    ),
  })
  .map(({ redirectURL, resume, ...rest }) => ({
    ...rest,
    ...(redirectURL && { redirectURL }),
    ...(resume && { resume }),
  }));

const accountOne: Account = {
  accountId: 'account-1',
  accountNumber: '0000000001',
  balance: 1,
  bankCode: '90000001',
  bankName: 'fino SCA Bank',
  bic: 'FINODE01XXX',
  currency: 'EUR',
  iban: 'DE25900000010000000001',
  icon: 'data:,',
  name: 'Girokonto',
  owner: 'Erika Mustermann',
  type: 'GIRO',
};

const loginOne: BankLogin = {
  bankLoginId: 'login-1',
  bank: redirectBank,
  accounts: [],
  status: 'SCA_REQUIRED',
  lastSynchronization: 0,
  recurring: true,
};

const paymentOne: Payment = {
  moneyTransferId: 'order-1',
  status: 'OPEN',
  bankLoginId: 'login-1',
  bank: redirectBank,
  account: accountOne,
  executionDate: '2026-01-05',
  transfers: [],
  singleBooking: true,
};

/** What the bank's side says has become of it. */
const decided: readonly FlowEvent[] = paymentStatuses.map((status) => ({
  type: 'payment',
  payment: { ...paymentOne, status },
}));

const challengeBy = (approach: Challenge['approach'], round: number): BankAnswer => ({
  step: 'challenge',
  attemptId: 'attempt-1',
  challenge: {
    approach,
    method: approach === 'embedded' ? 'smsTAN' : 'pushTAN',
    methods: ['smsTAN', 'pushTAN'],
    round,
    rounds: 2,
    triesLeft: 3,
    expiresAt: 500_000,
  },
});

/** What may follow when a bank was asked something. */
const answers: readonly FlowEvent[] = (
  [
    challengeBy('embedded', 1),
    challengeBy('embedded', 2),
    challengeBy('decoupled', 1),
    { step: 'method', attemptId: 'attempt-1', methods: ['smsTAN', 'pushTAN'] },
    {
      step: 'medium',
      attemptId: 'attempt-1',
      method: 'smsTAN',
      media: [{ mediumId: 'medium-1', phone: '42' }],
      methods: ['smsTAN'],
    },
    { step: 'redirect', attemptId: 'attempt-1', url: 'https://bank.example/' },
    { step: 'consent', attemptId: 'attempt-1' },
    { step: 'accounts', attemptId: 'attempt-1', accounts: [accountOne] },
    { step: 'duplicate', bankLoginId: 'login-1' },
    { step: 'connected', login: loginOne },
    { step: 'synchronised', login: loginOne, renewed: true },
    { step: 'payment', payment: { ...paymentOne, status: 'PENDING' } },
    { step: 'payment', payment: { ...paymentOne, status: 'NOT_SUCCESSFUL' } },
    { step: 'silence', attemptId: 'attempt-1', givesUpAt: 20_000 },
    { step: 'refused', code: 'BANK_ERROR', requestId: 'REQ-1' },
  ] satisfies BankAnswer[]
).map((answer) => ({ type: 'step', step: answer }));

/** What moves a flow on from where it is, so that walks get far. */
function likely(state: FlowState): readonly FlowEvent[] {
  switch (state.at) {
    case 'search':
      return banks.map((one) => ({ type: 'select-bank', bank: one }));
    case 'account-type':
      return [{ type: 'choose-account-type', accountType: 'GIRO' }];
    case 'credentials':
      return state.busy ? answers : [{ type: 'submit-login', userName: 'user', pin }];
    case 'method':
      return state.busy ? answers : [{ type: 'choose-method', method: 'smsTAN' }];
    case 'medium':
      return state.busy ? answers : [{ type: 'choose-medium', mediumId: 'medium-1' }];
    case 'consent':
      return state.busy ? answers : [{ type: 'agree-consent' }, { type: 'decline-consent' }];
    case 'tan':
      return state.busy ? answers : [{ type: 'submit-tan', tan }, { type: 'other-method' }];
    case 'decoupled':
    case 'syncing':
      return answers;
    case 'redirect-info':
      return state.way ? [{ type: 'go-to-bank' }] : answers;
    case 'at-bank':
      return state.outcome ? answers : [{ type: 'bank-returned', outcome: 'cancelled' }];
    case 'accounts':
      return state.busy ? answers : [{ type: 'confirm-accounts' }];
    case 'boot':
      return [{ type: 'payment', payment: paymentOne }];
    case 'payment':
      return state.busy
        ? answers
        : [{ type: 'authorise' }, { type: 'authorise' }, { type: 'authorise' }, { type: 'cancel' }];
    case 'discarding':
      return decided;
    case 'overview':
      return state.logins
        ? [
            { type: 'synchronise', bankLoginId: 'login-1' },
            { type: 'ask-disconnect', bankLoginId: 'login-1' },
            { type: 'add-bank' },
            { type: 'done' },
          ]
        : [{ type: 'logins', logins: [loginOne] }];
    default:
      return [{ type: 'retry' }, { type: 'back' }, { type: 'confirm-disconnect' }];
  }
}

/** A move: which of the likely events happens, or one that comes out of the blue. */
type Move = readonly [likely: number, stray: FlowEvent | undefined];

/** The flow at each moment of a walk, and what was posted meanwhile. */
function walk(start: Setup, moves: readonly Move[]) {
  let flow = newFlow(start);
  return moves.map(([choice, stray], index) => {
    const before = flow;
    const near = likely(flow.state);
    const next = stray ?? near[choice % near.length] ?? { type: 'stay' };
    const { flow: after, effects } = transition(flow, next, {
      now: index * 1_000,
      requestId: `REQ-${index}`,
    });
    flow = after;
    return { before, after, effects };
  });
}

const begin = (kind: SessionKind): Move[] => [
  [0, { type: 'start' }],
  [
    0,
    {
      type: 'session',
      session: { kind, sessionId: 'session', userIdentifier: 'user', expiresAt: 900_000 },
    },
  ],
];

const walksOf = (...kinds: readonly [SessionKind, ...SessionKind[]]) =>
  fc.tuple(
    setup,
    fc
      .tuple(
        fc.constantFrom(...kinds),
        fc.array(fc.tuple(fc.nat(100), fc.option(event, { nil: undefined, freq: 2 })), {
          maxLength: 40,
          size: 'max',
        }),
      )
      .map(([kind, moves]) => [...begin(kind), ...moves]),
  );

const walks = walksOf('connect', 'management', 'payment');

/** What stands at the end of a flow that is left, or cannot go on. */
const endsSomehow = (types: readonly string[]): boolean =>
  types.includes('EXIT') || types.includes('ERROR');

/** What cannot be, whatever happens. */
function impossible(state: FlowState): string | undefined {
  switch (state.at) {
    case 'accounts': {
      const known = state.accounts.map(({ accountId }) => accountId);
      return state.selected.every((id) => known.includes(id))
        ? undefined
        : 'an unknown account is ticked';
    }
    case 'tan':
      return state.challenge.approach === 'embedded'
        ? undefined
        : 'a TAN for a decoupled challenge';
    case 'decoupled':
      return state.challenge.approach === 'decoupled'
        ? undefined
        : 'no TAN for an embedded challenge';
    case 'credentials':
      if (state.error && state.silence) return 'an error while the bank does not answer';
      return state.silence && !state.busy ? 'silence with nothing asked' : undefined;
    case 'disconnect':
    case 'syncing':
      return state.logins.includes(state.login) ? undefined : 'a login that is not listed';
    case 'account-type':
      return state.bank.accountTypes ? undefined : 'a choice without anything to choose from';
    default:
      return undefined;
  }
}

describe('transition', () => {
  it('can be led to every state by these walks, so that the properties mean something', () => {
    const sampled = fc.sample(walks, { numRuns: 200, seed: 1 });
    const reached = sampled.flatMap(([start, moves]) =>
      walk(start, moves).map(({ after }) => after.state.at),
    );
    expect([...new Set(reached)].sort()).to.deep.equal([
      'account-type',
      'accounts',
      'at-bank',
      'boot',
      'conflict',
      'consent',
      'credentials',
      'decoupled',
      'discarding',
      'disconnect',
      'done',
      'exited',
      'fatal',
      'leaving',
      'medium',
      'method',
      'overview',
      'paid',
      'payment',
      'redirect-info',
      'retry',
      'search',
      'syncing',
      'tan',
    ] satisfies StateName[]);
  });

  it('never throws, and never reaches a state that cannot be', () => {
    fc.assert(
      fc.property(walks, ([start, moves]) => {
        for (const { after } of walk(start, moves)) {
          expect(impossible(after.state)).to.equal(undefined);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('posts documented types alone, with exactly the announced keys', () => {
    fc.assert(
      fc.property(walks, ([start, moves]) => {
        for (const { effects } of walk(start, moves)) {
          for (const effect of effects) {
            if (effect.do !== 'post') continue;
            const { message } = effect;
            expect(messageSchemas[message.type].safeParse(message).success).to.equal(true);
            expect(compareEvents([{ type: message.type }], [message])).to.deep.equal([]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives a PIN and a TAN to the bank side, and stores and posts neither', () => {
    fc.assert(
      fc.property(walks, ([start, moves]) => {
        for (const { after, effects } of walk(start, moves)) {
          const others = effects.filter((effect) => effect.do !== 'ask');
          const text = JSON.stringify([after, others]);
          expect(text.includes(pin) || text.includes(tan)).to.equal(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('posts how each challenge and each redirect that started ended, before the next begins', () => {
    fc.assert(
      fc.property(walks, ([start, moves]) => {
        // A page that comes back from the bank's page began its redirect before this walk.
        const { resume, ...fresh } = start;
        let open: string | undefined;
        for (const { after, effects } of walk(fresh, moves)) {
          for (const effect of effects) {
            if (effect.do !== 'post' || effect.message.type !== 'state') continue;
            const { kind, status } = effect.message.payload;
            if (kind === 'payment') continue;
            if (status !== 'started') expect(kind).to.equal(open);
            if (status === 'started' && open === 'redirect')
              expect.fail('a redirect was left open');
            open = status === 'started' ? kind : undefined;
          }
          const { at } = after.state;
          const settled: readonly StateName[] = [
            'search',
            'overview',
            'accounts',
            'payment',
            'discarding',
            'paid',
            'exited',
          ];
          if (settled.includes(at)) {
            expect(open).to.equal(undefined);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('posts of a payment that it has begun, then once what became of it, and ends with that', () => {
    fc.assert(
      fc.property(walksOf('payment'), ([start, moves]) => {
        const { resume, ...fresh } = start;
        const posted = walk(fresh, moves).flatMap(({ effects }) =>
          effects.flatMap((effect) => (effect.do === 'post' ? [effect.message] : [])),
        );
        const statuses = posted.flatMap(({ type, payload }) =>
          type === 'state' && payload.kind === 'payment' ? [payload.status] : [],
        );
        const [begun, end, ...more] = statuses;
        expect([undefined, 'started']).to.include(begun);
        expect(more).to.deep.equal([]);
        const types = posted.map(({ type }) => type);
        const isPaid = end === 'PENDING' || end === 'SUCCESSFUL';
        expect(types.includes('SUCCESS')).to.equal(isPaid);
        if (end === 'NOT_SUCCESSFUL') expect(types).to.include('ERROR');
        if (end === 'DISCARDED') expect(types).to.satisfy(endsSomehow);
      }),
      { numRuns: 200 },
    );
  });

  it('never turns a session into one of another kind', () => {
    const kinds = ['connect', 'management', 'payment'] as const;
    for (const kind of kinds) {
      const session = { kind, sessionId: 's', userIdentifier: 'u', expiresAt: 900_000 };
      const flow: Flow = { ...newFlow({}), session };
      for (const other of kinds.filter((one) => one !== kind)) {
        const event: FlowEvent = { type: 'session', session: { ...session, kind: other } };
        const { flow: after, effects } = transition(flow, event, { now: 0, requestId: 'REQ' });
        expect(after).to.equal(flow);
        expect(effects).to.deep.equal([]);
      }
    }
  });

  it('refuses in each state of a payment what does not belong there', () => {
    const at = (state: FlowState): Flow => ({
      ...newFlow({}),
      session: { kind: 'payment', sessionId: 's', userIdentifier: 'u', expiresAt: 900_000 },
      state,
    });
    const review: FlowState = { at: 'payment', payment: paymentOne, busy: false };
    const misfits: readonly [FlowState, readonly FlowEvent[]][] = [
      // An answer that nobody waits for, and what the review is no place for.
      [
        review,
        [...answers, ...decided, { type: 'done' }, { type: 'retry' }, { type: 'go-to-bank' }],
      ],
      [
        { ...review, busy: true },
        [
          { type: 'authorise' },
          ...(
            [
              { step: 'consent', attemptId: 'attempt-1' },
              { step: 'accounts', attemptId: 'attempt-1', accounts: [accountOne] },
              { step: 'duplicate', bankLoginId: 'login-1' },
              { step: 'connected', login: loginOne },
              { step: 'synchronised', login: loginOne, renewed: true },
            ] satisfies BankAnswer[]
          ).map((answer): FlowEvent => ({ type: 'step', step: answer })),
        ],
      ],
      // The bank’s side alone says what becomes of it.
      [
        { at: 'discarding', step: 'tan' },
        [
          ...answers,
          ...(['exit', 'cancel', 'back', 'authorise', 'done', 'retry'] as const).map((type) => ({
            type,
          })),
          { type: 'bank-returned', outcome: 'agreed', userName: '' },
        ],
      ],
      [
        { at: 'paid', payment: paymentOne },
        [
          ...answers,
          ...decided,
          ...(['cancel', 'back', 'authorise', 'retry', 'stay', 'time'] as const).map((type) => ({
            type,
          })),
        ],
      ],
      [
        { at: 'fatal', code: 'BANK_ERROR', requestId: 'REQ-1', isPayment: true },
        [...answers, ...decided, { type: 'retry' }, { type: 'back' }, { type: 'done' }],
      ],
    ];
    for (const [state, events] of misfits) {
      for (const misfit of events) {
        const before = at(state);
        const { flow, effects } = transition(before, misfit, { now: 1, requestId: 'REQ-1' });
        expect(effects, `${state.at}: ${JSON.stringify(misfit)}`).to.deep.equal([]);
        expect(flow.state, `${state.at}: ${JSON.stringify(misfit)}`).to.deep.equal(state);
      }
    }
  });

  it('gives back the very same flow, and wants nothing, where an event means nothing', () => {
    const ended: Flow = {
      ...newFlow({ multiple: false, addBankLogin: false }),
      state: { at: 'exited' },
    };
    fc.assert(
      fc.property(event, (next) => {
        const { flow, effects } = transition(ended, next, { now: 0, requestId: 'REQ-1' });
        expect(flow).to.equal(ended);
        expect(effects).to.deep.equal([]);
      }),
    );
    fc.assert(
      fc.property(walks, ([start, moves]) => {
        for (const { before, after, effects } of walk(start, moves)) {
          if (before === after) expect(effects).to.deep.equal([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is pure: the same flow and event give the same again, and change nothing', () => {
    fc.assert(
      fc.property(walks, ([start, moves]) => {
        expect(walk(start, moves)).to.deep.equal(walk(start, moves));
      }),
      { numRuns: 20 },
    );
  });
});
