/**
 * Orders to pay, as they are made and as they are read.
 * Source of the names: finoOS documentation, "Payment Initiation Service"; bounds are ours, or SEPA's.
 */
import * as z from 'zod';
import { isIban } from '../core/bank/iban.js';
import { paymentStatuses } from '../core/contract/payments.js';
import { name, text, userPath } from './fields.js';
import { session } from './models.js';
import { isPaymentUrl, paymentUrlRule } from './redirect-url.js';

const mostTransfers = 50;

export const moneyTransfersPath = userPath.extend({
  bankLoginId: name('The id of the bank login whose account is debited.'),
});

export const moneyTransferPath = moneyTransfersPath.extend({
  moneyTransferId: name('The id of the money transfer.'),
});

const iban = z
  .string()
  .refine(isIban, 'must be an IBAN without spaces whose check digits are right')
  .meta({ description: 'Without spaces.', examples: ['DE89370400440532013000'] });

const executionDate = z.iso
  .date('must be a date such as 2026-01-31')
  .meta({ description: 'When the money is to be moved, in UTC.' });

const singleBooking = z
  .boolean()
  .meta({ description: 'Whether several transfers are booked as one.' });

const purpose = text('What for.', 140);

const party = (description: string) =>
  z.strictObject({ name: text('Of the account.', 70), iban }).meta({ description });

const moneyTransferInfo = z.strictObject({
  amount: z
    .number()
    .gt(0, 'must be above 0')
    .max(1e9)
    .refine((euros) => Number.isInteger(Math.round(euros * 1e6) / 1e4), 'must be whole cents')
    .meta({ description: 'How much.' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capital letters, as of ISO 4217')
    .default('EUR')
    .meta({ description: 'ISO 4217; the demo banks refuse all but EUR.' }),
  creditor: party('Who is paid.'),
  purpose,
});

const place = (description: string) =>
  z
    .string()
    .max(2000)
    .refine(isPaymentUrl, paymentUrlRule)
    .optional()
    .meta({ description: `${description} https, or http on this machine.` });

export const newMoneyTransfer = z
  .strictObject({
    accountId: name('The account that is debited: one of the bank login, of type GIRO.'),
    executionDate: executionDate.optional().meta({
      description: 'When the money is to be moved; not in the past. Default: today, in UTC.',
    }),
    exitUrl: place('Where the user goes who leaves.'),
    fallbackUrl: place('Where the user goes after a failure.'),
    moneyTransferInfos: z.array(moneyTransferInfo).min(1).max(mostTransfers),
    redirectUrl: place('Where the user goes once the bank has taken the order.'),
    singleBooking: singleBooking.default(true),
  })
  .meta({ id: 'NewMoneyTransfer' });

/** What the documentation lets a currency be that is not supported. */
const supportedCurrencies = ['EUR', 'USD', 'GBP', 'CHF'] as const;
const currencies = [...supportedCurrencies, 'OTHER'] as const;

/** As it is shown. */
export const currencyOf = (currency: string): (typeof currencies)[number] =>
  supportedCurrencies.find((known) => known === currency) ?? 'OTHER';

const transferFields = {
  amount: z.number().meta({ description: 'How much.' }),
  currency: z.enum(currencies),
  creditor: party('Who is paid.'),
  debtor: party('Who pays.'),
  purpose,
};

const moneyTransferFields = {
  moneyTransferId: name('The id of the money transfer.'),
  status: z
    .enum(paymentStatuses)
    .meta({ description: 'As far as the bank login lets it be known.' }),
  accountId: name('The account that is debited.'),
  executionDate,
  singleBooking,
  transfers: z
    .array(z.strictObject(transferFields))
    .meta({ description: 'The name of the list is ours.' }),
};

export const moneyTransfer = z.strictObject(moneyTransferFields).meta({ id: 'MoneyTransfer' });

export const moneyTransferSession = z
  .strictObject({ ...moneyTransferFields, ...session.shape })
  .meta({ id: 'MoneyTransferSession' });
