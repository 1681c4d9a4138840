/** Where a session may lead back to: the rule of the widget's option `redirectURL`. */
import { readOptions } from '@finodigital/uba-protocol';
import { isLoopback } from './webhooks/target.js';

export const redirectUrlRule =
  'must be an absolute https URL, or http for a host that cannot be public';

/** As the widget would pass it on; `undefined` where it breaks the rule. */
export const redirectUrlOf = (text: string): string | undefined =>
  readOptions({ redirectURL: text }).options.redirectURL;

export const isRedirectUrl = (text: string): boolean => redirectUrlOf(text) !== undefined;

/** Source: finoOS documentation, "Initiating Payments"; http is ours, for tests. */
export const paymentUrlRule = 'must be an absolute https URL, or http on this machine';

export function isPaymentUrl(text: string): boolean {
  if (!isRedirectUrl(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || isLoopback(hostname);
}
