/** For Vue 3: `@finodigital/uba-widget/vue` registers `<fino-uba>` and tells templates what it takes. */
import type {
  FinoUba,
  UbaMessageEventMap,
  UbaOptions,
  UbaOwnEventMap,
} from '@finodigital/uba-widget';
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';

type Events = UbaMessageEventMap & UbaOwnEventMap;

// Without an export of its own a file of declarations exports them all.
export {};

declare module 'vue' {
  interface GlobalComponents {
    'fino-uba': new () => FinoUba & {
      /** @deprecated For the compiler of templates alone. */
      $props: HTMLAttributes & UbaOptions & PublicProps;
      /** @deprecated For the compiler of templates alone. */
      $emit: EmitFn<{ [T in keyof Events]: (event: Events[T]) => void }>;
    };
  }
}
