/** The way back to the page that a flow came from. */
import type { ReturnReason } from '../contract/sandbox-message.js';
import { post, type FlowContext } from './flow-context.js';
import { returnTarget, type Effect, type Setup } from './flow-state.js';

/**
 * Where the user goes back to, if anybody gave a URL.
 * Source of the two parameters: finoOS documentation, "Handling the Redirect Callback".
 *
 * @param outcome named in `uba-outcome`, which is ours, where nothing was completed
 */
export function returnURL(
  { setup, session }: FlowContext,
  outcome?: 'cancelled' | 'failed',
): string | undefined {
  const target = targetOf(setup, outcome);
  if (target === undefined) return undefined;
  const url = new URL(target);
  const ids = session && session.kind !== 'over' ? session : setup.visit;
  if (ids) {
    url.searchParams.set('userIdentifier', ids.userIdentifier);
    url.searchParams.set('sessionId', ids.sessionId);
  }
  if (outcome) url.searchParams.set('uba-outcome', outcome);
  return url.href;
}

/** A payment may have named other places for who left and for what failed. */
function targetOf(setup: Setup, outcome?: 'cancelled' | 'failed'): string | undefined {
  const { exitURL, fallbackURL } = setup;
  const named = { cancelled: exitURL, failed: fallbackURL };
  return (outcome && named[outcome]) ?? returnTarget(setup);
}

/** Announces that the user leaves for `url`, and goes there where this page may; if there is one. */
export const goBack = (url: string | undefined, reason: ReturnReason): readonly Effect[] =>
  url === undefined
    ? []
    : [post({ type: 'redirect', payload: { url, reason } }), { do: 'leave', url }];
