import { wordsIn } from '../texts/index.js';
import { paymentTable, type PaymentTexts } from '../texts/payment.js';
import type { StateName } from '../../core/flow/flow-state.js';
import { Screen } from './screen.js';

/** A screen that only a payment needs, with words of its own. */
export abstract class PaymentScreen<At extends StateName> extends Screen<At> {
  /** The words of payments, in the chosen language. */
  protected get p(): PaymentTexts {
    return wordsIn(paymentTable, this.language.lang);
  }
}
