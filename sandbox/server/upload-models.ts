/**
 * Accounts and what is booked on them, as they are uploaded and as they are read.
 * Source: finoOS documentation, "Meaning and importance of data fields"; bounds are ours.
 */
import * as z from 'zod';
import { ibanForm } from '../core/bank/iban.js';
import { accountTypes } from '../core/contract/bank-side.js';
import { flag, listQuery, name, text, userPath } from './fields.js';

const amount = (description: string) => z.number().min(-1e12).max(1e12).meta({ description });
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be three capital letters, as of ISO 4217')
  .meta({ description: 'ISO 4217.', examples: ['EUR'] });
const iban = z
  .string()
  .regex(ibanForm, 'must be an IBAN without spaces')
  .meta({ description: 'Without spaces.', examples: ['DE89370400440532013000'] });
const unixTime = (description: string) =>
  z
    .int()
    .min(0)
    .max(Date.UTC(9999, 11, 31) / 1000)
    .meta({ description: `${description} Unix time, in seconds.` });
const accountId = name('The id of the account.');
const transactionId = name('Unique on the account.');

/** Uploads may be larger than other bodies. */
export const largestUpload = 1024;

/* What is uploaded */

const partnerFields = {
  name: text('Who pays or is paid.'),
  iban: iban.exactOptional(),
  bic: text('BIC.', 11).exactOptional(),
  creditorId: text('Of a SEPA direct debit.', 35).exactOptional(),
};

const transactionFields = {
  amount: amount('Outgoing money with a minus.'),
  bookingDate: unixTime('When it was booked.'),
  purpose: text('What for.', 1000),
  paymentPartner: z.strictObject(partnerFields),
  valueDate: unixTime('When the funds are available.').exactOptional(),
  bookingText: text('How it was booked.').exactOptional(),
  differentCreditor: text('Who is paid in the end.').exactOptional(),
  differentDebitor: text('Who pays in the end.').exactOptional(),
  eref: text('End-to-end reference.').exactOptional(),
  mref: text('Mandate reference of a SEPA direct debit.').exactOptional(),
  merchantCategoryCode: z
    .string()
    .regex(/^\d{4}$/, 'must be four digits')
    .meta({ description: 'ISO 18245.' })
    .exactOptional(),
  sepaPurposeCode: z
    .string()
    .regex(/^[A-Z0-9]{4}$/, 'must be four capital letters or digits')
    .meta({ description: 'ISO 20022.' })
    .exactOptional(),
  transactionCode: z.int().min(0).max(999).exactOptional(),
};

const newTransaction = z
  .strictObject({
    transactionId: transactionId.exactOptional(),
    currency: currency.default('EUR'),
    ...transactionFields,
  })
  .meta({ id: 'NewTransaction' });

export const transaction = z
  .strictObject({ transactionId, currency, ...transactionFields })
  .meta({ id: 'Transaction' });

/** All are optional: securities are only shown. */
const security = z
  .strictObject({
    name: text('Its name.'),
    isin: text('ISIN.', 12),
    wkn: text('WKN.', 12),
    currency,
    quantity: amount('How many are held.'),
    amount: amount('What they are worth.'),
    amountOriginalCurrency: amount('The same in the currency that they were bought in.'),
    price: amount('Of one.'),
    purchasePrice: amount('Of one, when it was bought.'),
  })
  .partial()
  .meta({ id: 'Security' });

const balance = amount('What is on it.');
const owner = text('Who owns it.');
const type = z.enum(accountTypes);

/** The documentation gives no fields of a standing order, so they are kept as they come. */
const standingOrders = z.array(z.record(z.string().max(60), z.unknown())).max(1000);

const optionalFields = {
  accountNumber: text('The domestic account number.', 40).exactOptional(),
  bankCode: text('The code of the bank.', 20).exactOptional(),
  bic: text('BIC.', 11).exactOptional(),
  icon: text("The bank's mark, as a URL.", 2000).exactOptional(),
  name: text('What the account is called.').exactOptional(),
  overdraft: z
    .strictObject({
      amount: amount('As agreed with the bank.').exactOptional(),
      available: z.boolean().exactOptional(),
    })
    .exactOptional(),
  supportedPayments: z.array(text('A kind of payment.', 60)).max(50).exactOptional(),
  standingOrders: standingOrders.exactOptional(),
};

const securities = z.array(security).max(1000);

/** How many accounts a call may name, and how many transactions an account may bring. */
const most = { accounts: 100, transactions: 10_000 };

const accountFields = {
  balance,
  bankName: text('The name of the bank.'),
  iban,
  owner,
  ...optionalFields,
};

interface Checked {
  readonly type: string;
  readonly securities?: unknown;
  readonly transactions?: unknown;
}

/** What belongs to a depot, and what to every other account. */
const fitsType = (
  { type: of, securities: papers, transactions: bookings }: Checked,
  { addIssue }: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void },
): void => {
  const say = (key: string, message: string) => addIssue({ code: 'custom', path: [key], message });
  if (of === 'DEPOT' && papers === undefined) say('securities', 'a DEPOT needs them');
  if (of !== 'DEPOT' && papers !== undefined) say('securities', 'only a DEPOT has them');
  if (of !== 'DEPOT' && bookings === undefined)
    say('transactions', 'every account but a DEPOT needs them; the list may be empty');
};

const newAccount = z
  .strictObject({
    accountId: accountId.exactOptional(),
    type: type.default('GIRO'),
    currency: currency.default('EUR'),
    ...accountFields,
    transactions: z.array(newTransaction).max(most.transactions).exactOptional(),
    securities: securities.exactOptional(),
  })
  .superRefine(fitsType)
  .meta({ id: 'NewAccount' });

const listOf = <T extends z.ZodType>(item: T, maximum: number) => z.array(item).min(1).max(maximum);

export const newAccounts = z
  .strictObject({ accounts: listOf(newAccount, most.accounts) })
  .meta({ id: 'NewAccounts' });

export const newTransactions = z
  .strictObject({ transactions: listOf(newTransaction, most.transactions) })
  .meta({ id: 'NewTransactions' });

/* What is changed: whatever is left out stays as it is */

const transactionChange = z
  .strictObject({
    ...z.strictObject({ currency, ...transactionFields }).partial().shape,
    paymentPartner: z
      .strictObject({ ...partnerFields, name: partnerFields.name.exactOptional() })
      .exactOptional(),
    transactionId,
  })
  .meta({ id: 'TransactionChange' });

const accountChange = z
  .strictObject({
    ...z.strictObject({ type, currency, ...accountFields, securities }).partial().shape,
    transactions: z.array(transactionChange).max(most.transactions).exactOptional(),
    accountId,
  })
  .meta({ id: 'AccountChange' });

export const accountChanges = z
  .strictObject({ accounts: listOf(accountChange, most.accounts) })
  .meta({ id: 'AccountChanges' });

export const transactionChanges = z
  .strictObject({ transactions: listOf(transactionChange, most.transactions) })
  .meta({ id: 'TransactionChanges' });

export const ids = z.strictObject({ ids: listOf(name('An id.'), 10_000) }).meta({ id: 'Ids' });

/* What is kept */

export const uploadedAccount = z
  .strictObject({
    accountId,
    type,
    currency,
    ...accountFields,
    transactions: z.array(transaction),
    securities: securities.exactOptional(),
  })
  .superRefine(fitsType);

/** The parts of bodies that the description names. */
export const parts = [
  newTransaction,
  transaction,
  security,
  newAccount,
  transactionChange,
  accountChange,
];

export type NewAccount = z.output<typeof newAccount>;
export type NewTransaction = z.output<typeof newTransaction>;
export type AccountChange = z.output<typeof accountChange>;
export type TransactionChange = z.output<typeof transactionChange>;
export type UploadedAccount = Readonly<z.output<typeof uploadedAccount>>;
export type UploadedTransaction = Readonly<z.output<typeof transaction>>;

/* What is read */

export const account = z
  .strictObject({
    accountId,
    ...accountFields,
    accountNumber: optionalFields.accountNumber,
    type,
    currency,
    iban: iban.exactOptional(),
    icon: z.string().meta({ description: "The bank's mark, as a URL." }).exactOptional(),
    securities: securities.exactOptional(),
    bankLoginId: name('Of an account that a bank gave: the bank login.').exactOptional(),
    transactions: z
      .array(transaction)
      .meta({ description: 'Where they are asked for, the newest first.' })
      .exactOptional(),
  })
  .meta({ id: 'Account' });

export const accounts = z.strictObject({ accounts: z.array(account) }).meta({ id: 'Accounts' });

export const transactions = z
  .strictObject({ transactions: z.array(transaction) })
  .meta({ id: 'Transactions' });

/* Where, and how much of it */

export const accountPath = z.object({ ...userPath.shape, accountId });

export const accountsQuery = z.object({
  transactions: flag('With what was booked on each. Default: false.'),
});

export const summaryQuery = z.object({
  language: z.enum(['de', 'en']).optional().meta({ description: 'Default: `de`. Ours.' }),
});

const date = (description: string) =>
  z.iso.date('must be a date such as 2026-01-31').meta({ description, examples: ['2026-01-31'] });

export const transactionsQuery = z
  .object({
    ...listQuery.shape,
    from: date('Booked on this day or later (UTC).').optional(),
    to: date('Booked on this day or before (UTC).').optional(),
  })
  .refine(({ from = '', to = '9' }) => from <= to, {
    path: ['to'],
    message: 'must not be before from',
  });
