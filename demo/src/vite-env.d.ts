/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The origin of the hosted sandbox, where the demo does not run on localhost. */
  readonly VITE_SANDBOX_ORIGIN?: string;
}
