// React 19 sets properties and listens to events of custom elements by itself.
import type { FinoUbaEventMap, UbaOptions } from '@finodigital/uba-widget';
import '@finodigital/uba-widget/react';

const options: UbaOptions = {
  sessionId: 'demo',
  userIdentifier: 'demo',
  origin: 'http://127.0.0.1:5174',
};

function onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
  console.log('Connected:', detail.payload.accountIds);
}

export default function App() {
  return <fino-uba {...options} onbank-connect={onConnect} />;
}
