/** Which part of an event the documentation gives, and which is our design. */
import { type UbaMessageType } from '@finodigital/uba-protocol';
import { isObject, messageShapes } from '@finodigital/uba-protocol/internal';

/** Whether the documentation names that key of an event's payload. */
export function isDocumented(type: UbaMessageType, key: string): boolean {
  const shape = messageShapes[type];
  const payload: unknown = 'payload' in shape ? shape.payload : shape['payload?'];
  return isObject(payload) && (Object.hasOwn(payload, key) || Object.hasOwn(payload, `${key}?`));
}
