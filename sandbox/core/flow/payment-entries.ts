/** How the screens of a payment are entered, and where it ends. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { Payment } from '../contract/bank-side.js';
import type { PaymentState } from '../contract/sandbox-message.js';
import type { FlowContext, Transition } from './flow-context.js';
import { about, ask, fail, post, transitionTo } from './flow-context.js';
import type { Effect, FlowState, StateName } from './flow-state.js';
import { goBack, returnURL } from './way-back.js';

export const paymentState = (status: PaymentState['status']): Effect =>
  post({ type: 'state', payload: { kind: 'payment', status } });

/** The user is between the review of a payment and its end. */
export const isPaying = (state: FlowState): boolean =>
  state.at === 'payment' ||
  state.at === 'discarding' ||
  ('purpose' in state && state.purpose.kind === 'pay');

export const enterReview = (payment: Payment): Transition =>
  transitionTo({ at: 'payment', payment, busy: false });

/**
 * The user leaves. Whether that came in time the bank side says: what is authorised stays so.
 *
 * @param step where the user left
 */
export const enterDiscarding = (step: StateName): Transition =>
  transitionTo({ at: 'discarding', step }, ask({ call: 'discard', with: [] }));

/** What has become of an order that the bank side has decided on. */
export function enterDecided(payment: Payment, context: FlowContext): Transition {
  const { status } = payment;
  switch (status) {
    case 'PENDING':
    case 'SUCCESSFUL':
      return transitionTo(
        { at: 'paid', payment },
        paymentState(status),
        post({
          type: 'SUCCESS',
          payload: {
            bankLoginId: payment.bankLoginId,
            ...about({ kind: 'pay', payment }, context),
          },
        }),
        ...goBack(returnURL(context), 'paid'),
      );
    case 'NOT_SUCCESSFUL':
      return enterNotPaid(payment, 'BANK_ERROR', context);
    case 'OPEN':
    case 'DISCARDED':
      // Its time was over before it was authorised.
      return enterNotPaid(payment, 'UNKNOWN', context, 'DISCARDED');
  }
}

/** The payment has failed, and the flow with it. */
export function enterNotPaid(
  payment: Payment,
  code: UbaBankErrorCode,
  context: FlowContext,
  status: PaymentState['status'] = 'NOT_SUCCESSFUL',
): Transition {
  const { requestId } = context;
  return transitionTo(
    { at: 'fatal', code, requestId, isPayment: true },
    paymentState(status),
    fail('ERROR', { kind: 'pay', payment }, { code }, context),
    ...goBack(returnURL(context, 'failed'), 'failed'),
  );
}
