import type { UbaFeature } from '@finodigital/uba-protocol';

/** What the server tells the page that it serves. */
export interface Welcome {
  /** Sandbox time, ms since 1970. */
  readonly now: number;
  /** Whether time passes by itself. */
  readonly ticks: boolean;
  /** Seeds the ids that the page makes. */
  readonly seed: string;
  /** Whether the page may show the sandbox's test controls. */
  readonly panel: boolean;
  /** What the page announces where its address says nothing about it. */
  readonly features: readonly UbaFeature[];
  /** Where the user goes back to where neither the page nor the session says. */
  readonly redirectURL?: string;
}
