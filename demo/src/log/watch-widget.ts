import type { FinoUba } from '@finodigital/uba-widget';
import type { EventRecord } from './event-record.js';

/** Records all that a widget says, until `signal` aborts. */
export function watchWidget(widget: FinoUba, record: EventRecord, signal: AbortSignal): void {
  const origin = () => widget.origin ?? '';
  widget.addEventListener(
    'uba-status',
    ({ detail }) => record.add({ kind: 'status', type: detail.status, origin: location.origin }),
    { signal },
  );
  widget.addEventListener(
    'uba-message',
    ({ detail: { type, payload } }) =>
      record.add({ kind: 'message', type, payload, origin: origin() }),
    { signal },
  );
  widget.addEventListener(
    'uba-rejected',
    ({ detail }) =>
      record.add({
        kind: 'rejected',
        type: detail.reason,
        payload: 'type' in detail ? { type: detail.type } : undefined,
        origin: origin(),
      }),
    { signal },
  );
  widget.addEventListener(
    'uba-error',
    ({ detail: { code, message } }) =>
      record.add({ kind: 'error', type: code, payload: { message }, origin: location.origin }),
    { signal },
  );
}
