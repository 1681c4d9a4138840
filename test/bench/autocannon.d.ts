/** The part of autocannon that the load test uses; it brings no types of its own. */
declare module 'autocannon' {
  interface Result {
    readonly duration: number;
    readonly requests: { readonly average: number; readonly total: number };
    /** In ms. */
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }

  export default function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    /** Requests a second, over all connections. */
    readonly overallRate: number;
    /** In seconds. */
    readonly duration: number;
    readonly requests: readonly {
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
    }[];
  }): Promise<Result>;
}
