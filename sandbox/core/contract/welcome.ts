/** The first words of the server to the page that it serves. */
export interface Welcome {
  /** Sandbox time, ms since 1970. */
  readonly now: number;
  /** Whether time passes by itself. */
  readonly ticks: boolean;
  /** For ids that the page draws. */
  readonly seed: string;
  /** Whether the page may show the sandbox's test controls. */
  readonly panel: boolean;
}
