import type { UbaOptions } from '@finodigital/uba-protocol';
import { asLine } from './shell/as-line.js';

/**
 * Who asks for the data, as it can be shown: the service, else the tenant, each on one line and without
 * what would turn the text around it. A name without a letter or a figure is none.
 */
export const requesterOf = ({
  service = '',
  tenant = '',
}: Pick<UbaOptions, 'service' | 'tenant'>): string | undefined =>
  [service, tenant].map(asLine).find((name) => /[\p{L}\p{N}]/u.test(name));
