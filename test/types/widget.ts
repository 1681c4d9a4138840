/** What must and what must not compile of the widget. See protocol.ts. */
/* eslint-disable @typescript-eslint/no-unsafe-return -- what does not compile has no type */
import {
  createUbaWidget,
  errorCodes,
  parseRedirectCallback,
  type FinoUba,
  type UbaColorScheme,
} from '@finodigital/uba-widget';

declare const element: FinoUba;
const widget = createUbaWidget({ sessionId: 's', userIdentifier: 'u' });

// The payload follows the name of the event.
element.addEventListener('bank-connect', ({ detail }) => detail.payload.accountIds.length);
element.addEventListener('uba-status', ({ detail }) => detail.status === 'ready');
element.addEventListener('uba-rejected', ({ detail }) => detail.reason);
// @ts-expect-error this event carries no accounts
element.addEventListener('bank-disconnect', ({ detail }) => detail.payload.accountIds);
// @ts-expect-error no such status
element.addEventListener('uba-status', ({ detail }) => detail.status === 'done');
// @ts-expect-error a misspelt event is a plain one, without detail
element.addEventListener('bank-conect', ({ detail }) => detail);

widget.on('bank-connect', ({ payload }) => payload.bankLoginId);
widget.on('bank-connect', ({ payload }) => {
  const ids: string[] = payload.accountIds;
  return ids;
});
widget.on('*', ({ type }) => type);
widget.on('uba-error', ({ type, payload }) => [type satisfies 'uba-error', payload.code]);
widget.on('uba-status', ({ payload }) => payload.status === 'ready');
widget.on('uba-open-tab', ({ payload }) => payload satisfies null);
widget.on('EXIT', ({ payload }) => payload?.reason);
void widget.once('uba-error').then(({ payload }) => payload.code === 'LOAD_TIMEOUT');
// @ts-expect-error a misspelt event of our own
widget.on('uba-eror', () => undefined);
// @ts-expect-error a granular payload may be absent
widget.on('EXIT', ({ payload }) => payload.reason);
// @ts-expect-error no such code
widget.on('uba-error', ({ payload }) => payload.code === 'INVALID_PIN');
// @ts-expect-error a misspelt event
widget.on('bank-conect', () => undefined);
// @ts-expect-error this message carries no accounts
widget.on('bank-disconnect', ({ payload }) => payload.accountIds);
// @ts-expect-error no such scheme
widget.update({ colorScheme: 'sepia' });
element.setOptions({ colorScheme: 'dark', tenant: undefined });
// @ts-expect-error no such option
element.setOptions({ color: 'dark' });
// @ts-expect-error Lit's own method, for classes that extend the element
element.update(new Map());
// @ts-expect-error a session takes two ids
widget.setSession('s');
// @ts-expect-error which status it has is not for the page to say
element.status = 'ready';

export const colorScheme: UbaColorScheme = 'system';
// @ts-expect-error no such scheme
export const noScheme: UbaColorScheme = 'auto';
export const isBankCode: boolean = errorCodes.includes('INVALID_PIN');
export const callback: string | null = parseRedirectCallback('').sessionId;
// @ts-expect-error with an expected id it may be null
export const planted: string | null = parseRedirectCallback('', { sessionId: 's' }).sessionId;

export const tag: FinoUba | null = document.querySelector('fino-uba');
// @ts-expect-error another element has no session
export const other: FinoUba | null = document.querySelector('iframe');
