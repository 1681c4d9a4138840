/** A payment: checking it, authorising it, leaving it. The challenge is that of every login. */
import { enterDecided, enterDiscarding, paymentState } from './payment-entries.js';
import { follow } from './follow.js';
import type { StateFunction } from './flow-context.js';
import { ask, post, transitionTo } from './flow-context.js';
import { goBack, returnURL } from './way-back.js';

export const payment: StateFunction<'payment'> = (state, event, context) => {
  const { payment, busy } = state;
  switch (event.type) {
    case 'authorise':
      return busy
        ? undefined
        : transitionTo({ ...state, busy: true }, ask({ call: 'authorise', with: [] }));
    case 'step':
      return busy ? follow({ kind: 'pay', payment }, event.step, context) : undefined;
    case 'back':
    case 'cancel':
      return enterDiscarding(state.at);
    default:
      return undefined;
  }
};

export const discarding: StateFunction<'discarding'> = ({ step }, event, context) => {
  if (event.type !== 'payment') return undefined;
  if (event.payment.status !== 'DISCARDED') return enterDecided(event.payment, context);
  const { requestId } = context;
  return transitionTo(
    { at: 'exited', isDiscarded: true },
    paymentState('DISCARDED'),
    post({ type: 'EXIT', payload: { step, requestId } }),
    ...goBack(returnURL(context, 'cancelled'), 'left'),
  );
};

export const paid: StateFunction<'paid'> = (state, event) =>
  event.type === 'done' && !state.isRead ? transitionTo({ ...state, isRead: true }) : undefined;
