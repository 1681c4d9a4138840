import { createUbaWidget } from '@finodigital/uba-widget';

const widget = createUbaWidget({
  sessionId: 'demo',
  userIdentifier: 'demo',
  origin: 'http://127.0.0.1:5174',
});

widget.on('bank-connect', ({ payload }) => {
  console.log('Connected:', payload.accountIds);
});

document.body.append(widget.element);
