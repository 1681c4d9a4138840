/**
 * What must and what must not compile of the component: 30 and 20. `npm run test:frameworks` asks the
 * types of React 16 to 19. See protocol.ts.
 */
/* eslint-disable @typescript-eslint/no-unsafe-return -- what does not compile has no type */
import { createElement, createRef, useRef } from 'react';
import {
  FinoUba,
  type FinoUbaElement,
  type FinoUbaEventMap,
  type FinoUbaProps,
  type UbaHandlers,
  type UbaOptions,
} from '@finodigital/uba-react';

const options: UbaOptions = { sessionId: 's', userIdentifier: 'u' };
const onConnect = ({ detail }: FinoUbaEventMap['bank-connect']) => detail.payload.accountIds.length;
const onExit: FinoUbaProps['onExit'] = ({ detail }) => detail.payload?.reason;
const handlers: UbaHandlers = { onReady: ({ detail }) => detail.payload?.version };
const ref = createRef<FinoUbaElement>();

export const compiles = [
  <FinoUba />,
  <FinoUba sessionId="s" userIdentifier="u" />,
  <FinoUba {...options} />,
  <FinoUba {...options} tenant={undefined} />,
  <FinoUba colorScheme="system" hideHeader autoHeight={false} />,
  <FinoUba theme={{ primaryColor: '#123456' }} />,
  <FinoUba origin="https://uba.test.fino.run" readyTimeout={0} lang="de" />,
  <FinoUba onBankConnect={onConnect} onExit={onExit} {...handlers} />,
  <FinoUba onReady={({ detail }) => detail.payload?.version satisfies string | null | undefined} />,
  <FinoUba onBankSelect={({ detail }) => detail.payload.bank.shortName} />,
  <FinoUba onBankDisconnect={({ detail }) => detail.payload.bankLoginId satisfies string} />,
  <FinoUba onHandleRedirect={({ type }) => type} onState={() => undefined} />,
  <FinoUba onRedirect={({ detail }) => new URL(detail.payload.url)} />,
  <FinoUba onBankLoginError={({ detail }) => detail.payload?.code === 'INVALID_PIN'} />,
  <FinoUba onBankAccountSelectToggle={({ detail }) => detail.user} />,
  <FinoUba onTanChallengeSubmit={undefined} onSuccess={() => undefined} />,
  <FinoUba onFlowError={({ detail }) => detail.type satisfies 'ERROR'} />,
  <FinoUba onError={({ detail }) => detail.code === 'LOAD_TIMEOUT'} />,
  <FinoUba onStatus={({ detail }) => detail.status === 'ready'} />,
  <FinoUba onMessage={({ detail }) => detail.known && detail.type === 'bank-connect'} />,
  <FinoUba onRejected={({ detail }) => detail.reason === 'origin'} />,
  <FinoUba onOpenTab={(event) => event.preventDefault()} />,
  <FinoUba className="wide" style={{ height: 400 }} id="bank" hidden />,
  <FinoUba aria-label="Bank" aria-busy={false} data-step={2} key="bank" />,
  <FinoUba ref={ref} />,
  <FinoUba ref={(element) => element?.reload()} />,
  <FinoUba>
    <p slot="loading">A moment …</p>
    <p slot="error">Call us</p>
  </FinoUba>,
  createElement(FinoUba, { ...options, 'data-step': 2, onBankConnect: onConnect }),
  ref.current?.status === 'ready',
  () => useRef<FinoUbaElement>(null).current?.postMessage({ type: 'theme' }),
];

export const doesNotCompile = [
  // @ts-expect-error a misspelt option
  <FinoUba sessionID="s" />,
  // @ts-expect-error an option's attribute
  <FinoUba redirectUrl="https://shop.example" />,
  // @ts-expect-error an id is text
  <FinoUba sessionId={4711} />,
  // @ts-expect-error no such scheme
  <FinoUba colorScheme="pink" />,
  // @ts-expect-error a flag is no text
  <FinoUba hideHeader="true" />,
  // @ts-expect-error no such colour
  <FinoUba theme={{ primary: '#123456' }} />,
  // @ts-expect-error milliseconds are a number
  <FinoUba readyTimeout="5000" />,
  // @ts-expect-error a misspelt event
  <FinoUba onBankConect={() => undefined} />,
  // @ts-expect-error the event's own name
  <FinoUba onEXIT={() => undefined} />,
  // @ts-expect-error the name of the widget's event
  <FinoUba onUbaStatus={() => undefined} />,
  // @ts-expect-error this event carries no accounts
  <FinoUba onBankDisconnect={({ detail }) => detail.payload.accountIds} />,
  // @ts-expect-error a granular payload may be absent
  <FinoUba onExit={({ detail }) => detail.payload.reason} />,
  // @ts-expect-error no code of the widget's
  <FinoUba onError={({ detail }) => detail.code === 'INVALID_PIN'} />,
  // @ts-expect-error no such status
  <FinoUba onStatus={({ detail }) => detail.status === 'done'} />,
  // @ts-expect-error a handler of another event
  <FinoUba onBankSelect={onConnect} />,
  // @ts-expect-error a handler is a function
  <FinoUba onReady="ready" />,
  // @ts-expect-error what a frame swallows
  <FinoUba onClick={() => undefined} />,
  // @ts-expect-error another element
  <FinoUba ref={createRef<HTMLIFrameElement>()} />,
  // @ts-expect-error HTML of others
  <FinoUba dangerouslySetInnerHTML={{ __html: '' }} />,
  // @ts-expect-error a misspelt option, without JSX
  createElement(FinoUba, { userIdentifer: 'u' }),
];
