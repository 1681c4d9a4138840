/** What the API answers, as far as the page shows it. All of it stands in the API's description. */

export interface Session {
  readonly sessionId: string;
  /** UBA's address of the session. */
  readonly redirectURL: string;
}

export interface LoginStatus {
  readonly bankLoginId: string;
  readonly status: 'OK' | 'SCA_REQUIRED' | 'SYNC_FAILED';
  readonly active: boolean;
  readonly lastSynchronization: string;
}

export interface Security {
  readonly name?: string;
  readonly isin?: string;
  readonly quantity?: number;
  readonly amount?: number;
  readonly currency?: string;
}

export interface Account {
  readonly accountId: string;
  readonly balance: number;
  readonly currency: string;
  readonly bankName: string;
  readonly owner: string;
  readonly type: string;
  readonly name?: string;
  readonly iban?: string;
  readonly securities?: readonly Security[];
  /** Absent where the account was uploaded. */
  readonly bankLoginId?: string;
}

export interface Transaction {
  readonly transactionId: string;
  readonly amount: number;
  readonly currency: string;
  /** Unix time, in seconds. */
  readonly bookingDate: number;
  readonly purpose: string;
  readonly paymentPartner: { readonly name: string };
}

export interface MoneyTransfer {
  readonly moneyTransferId: string;
  readonly status: 'OPEN' | 'PENDING' | 'SUCCESSFUL' | 'NOT_SUCCESSFUL' | 'DISCARDED';
  readonly executionDate: string;
  readonly transfers: readonly {
    readonly amount: number;
    readonly currency: string;
    readonly creditor: { readonly name: string };
  }[];
}

export interface Category {
  readonly accountId: string;
  readonly transactionId: string;
  readonly localizedTag?: string;
}

export interface Delivery {
  readonly deliveryId: string;
  readonly status: 'pending' | 'delivered' | 'given-up';
  readonly body: {
    readonly event: string;
    readonly tenantID: string;
    readonly correlationTimestamp: string;
  };
}
