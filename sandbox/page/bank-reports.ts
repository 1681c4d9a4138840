/** What the bank's own page reports by way of the server, at both ends. */
import { isObject } from '@finodigital/uba-protocol/internal';
import { bankReportPath, type BankReport } from '../core/contract/bank-report.js';

/** On the sandbox's page. */
export class BankReports {
  /** The newest report of a window; nothing where there is none. @throws Error where nobody answers */
  async read(id: string): Promise<BankReport | undefined> {
    const response = await fetch(bankReportPath(id), { cache: 'no-store' });
    if (!response.ok) throw new Error(`The sandbox answered with ${response.status}.`);
    const report: unknown = await response.json();
    return isObject(report) ? (report as unknown as BankReport) : undefined;
  }
}

/** Nobody can guess it, so nobody else can report. (`randomUUID` is there on secure pages alone.) */
export const newReportId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** On the bank's page. Never rejects: nothing is left to do where the server is gone. */
export async function sendReport(id: string, report: BankReport): Promise<void> {
  await fetch(bankReportPath(id), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(report),
    keepalive: true,
  }).catch(() => undefined);
}

/** On the bank's page, when it goes away and waits for no answer. */
export function sendLastReport(id: string, report: BankReport): void {
  const body = new Blob([JSON.stringify(report)], { type: 'application/json' });
  navigator.sendBeacon(bankReportPath(id), body);
}
