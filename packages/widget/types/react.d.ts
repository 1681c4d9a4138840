/**
 * For React 19: `@finodigital/uba-widget/react` registers `<fino-uba>` and tells JSX what it takes.
 *
 * That is enough where React 19 renders in the browser: it sets properties of custom elements and listens
 * to their events. It is not enough in React 18 and older, which write every prop as an attribute, nor where
 * a server has rendered the page: React's hydration sets neither properties nor handlers on custom elements,
 * so that options and events are lost without a word. There, take `@finodigital/uba-react`.
 *
 * @example
 * <fino-uba {...options} onbank-connect={({ detail }) => save(detail.payload.accountIds)} />
 */
import type { FinoUba, FinoUbaProps } from '@finodigital/uba-widget';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'fino-uba': DetailedHTMLProps<HTMLAttributes<FinoUba>, FinoUba> & FinoUbaProps;
    }
  }
}
