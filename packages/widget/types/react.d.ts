/** For React 19: `@finodigital/uba-widget/react` registers `<fino-uba>` and tells JSX what it takes. */
import type { FinoUba, FinoUbaProps } from '@finodigital/uba-widget';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'fino-uba': DetailedHTMLProps<HTMLAttributes<FinoUba>, FinoUba> & FinoUbaProps;
    }
  }
}
