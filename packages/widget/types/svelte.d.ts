/** For Svelte 5: `@finodigital/uba-widget/svelte` registers `<fino-uba>` and tells markup what it takes. */
import type { FinoUba, FinoUbaProps } from '@finodigital/uba-widget';
import type { HTMLAttributes } from 'svelte/elements';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'fino-uba': HTMLAttributes<FinoUba> & FinoUbaProps;
  }
}
