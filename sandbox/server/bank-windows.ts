/**
 * What the banks' own pages report where no window knows the other: the page that embeds the sandbox
 * has cut it off from the windows that it opens (`Cross-Origin-Opener-Policy`).
 */
import * as z from 'zod';
import { dropOldest } from '../core/bank/drop-oldest.js';
import type { BankReport } from '../core/contract/bank-report.js';

const userName = z.string().max(200);

export const bankReport: z.ZodType<BankReport> = z.union([
  z.object({ outcome: z.literal('agreed'), userName }),
  z.object({ outcome: z.enum(['opened', 'cancelled', 'refused', 'closed']) }),
]);

/** How many windows are remembered. */
const length = 1000;

export class BankWindows {
  readonly #reports = new Map<string, BankReport>();

  /** What the user did stays, whatever comes after; a page that is loaded anew is open again. */
  report(id: string, report: BankReport): void {
    const before = this.#reports.get(id)?.outcome;
    if (before && before !== 'opened' && before !== 'closed') return;
    this.#reports.set(id, report);
    dropOldest(this.#reports, length);
  }

  /** The newest report of a window; nothing until there is one. */
  find(id: string): BankReport | undefined {
    return this.#reports.get(id);
  }

  clear(): void {
    this.#reports.clear();
  }
}
