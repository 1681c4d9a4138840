/** A bank that thinks before it answers. */
import type { BankSide } from '../contract/bank-side.js';

/** The bank side as one that answers at once. */
export type AtOnce = {
  [Name in keyof BankSide]: (
    ...args: Parameters<BankSide[Name]>
  ) => Awaited<ReturnType<BankSide[Name]>>;
};

/** @param latency how long it thinks, in ms of real time; asked anew for each call */
export function answerLater(bank: AtOnce, latency: () => number): BankSide {
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
