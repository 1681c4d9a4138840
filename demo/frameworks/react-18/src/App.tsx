// The same code in React 16.14 to 19; older ones need React imported as well.
import { FinoUba, type FinoUbaEventMap, type UbaOptions } from '@finodigital/uba-react';

const options: UbaOptions = {
  sessionId: 'demo',
  userIdentifier: 'demo',
  origin: 'http://127.0.0.1:5174',
};

function onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
  console.log('Connected:', detail.payload.accountIds);
}

export default function App() {
  return <FinoUba {...options} onBankConnect={onConnect} />;
}
