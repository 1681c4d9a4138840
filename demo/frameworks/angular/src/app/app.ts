import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { FinoUbaEventMap, UbaOptions } from '@finodigital/uba-widget';
import '@finodigital/uba-widget';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <fino-uba
      [sessionId]="options.sessionId"
      [userIdentifier]="options.userIdentifier"
      [origin]="options.origin"
      (bank-connect)="onConnect($event)"
    ></fino-uba>
  `,
})
export class App {
  readonly options: UbaOptions = {
    sessionId: 'demo',
    userIdentifier: 'demo',
    origin: 'http://127.0.0.1:5174',
  };

  onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
    console.log('Connected:', detail.payload.accountIds);
  }
}
