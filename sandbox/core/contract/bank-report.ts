/** What the banks' own page reports by way of the server, and where. No part of fino's API. */
import type { BankReturn } from './bank-side.js';

/** `opened` until the user has answered or gone away. */
export type BankReport = BankReturn | { readonly outcome: 'opened' };

/** Where the reports of a window go to and come from; the id is 32 hexadecimal digits. */
export const bankReportPath = (id: string): string => `/_bank-window/${id}`;
