'use client';

import { FinoUba, type FinoUbaEventMap, type UbaOptions } from '@finodigital/uba-react';

// No server can pass a function to a browser: so the handlers stand in a client component.
function onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
  console.log('Connected:', detail.payload.accountIds);
}

export default function ConnectBank(options: UbaOptions) {
  return <FinoUba {...options} onBankConnect={onConnect} />;
}
