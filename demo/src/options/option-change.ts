import type { UbaOptionName } from '@finodigital/uba-protocol';

/** Fires when the user changed an option; `value` is raw, for the protocol to judge. */
export class OptionChangeEvent extends Event {
  static readonly type = 'option-change';

  constructor(
    readonly option: UbaOptionName,
    readonly value: unknown,
  ) {
    super(OptionChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'option-change': OptionChangeEvent;
  }
}
