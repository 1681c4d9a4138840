/** A bank that takes a while to answer. */
import type { BankSide } from '../contract/bank-side.js';

/** The bank side, answering at once. */
export type ImmediateBankSide = {
  [Name in keyof BankSide]: (
    ...args: Parameters<BankSide[Name]>
  ) => Awaited<ReturnType<BankSide[Name]>>;
};

/** @param latency how long each answer takes, in ms of real time; read anew for each call */
export function withLatency(bank: ImmediateBankSide, latency: () => number): BankSide {
  return new Proxy(bank, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        await pause(latency());
        return Reflect.apply(method, target, args);
      };
    },
  }) as unknown as BankSide;
}

const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
