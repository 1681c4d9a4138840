import type { UbaOptions } from '@finodigital/uba-protocol';

/**
 * Who asks for the data, as it can be shown: the service, else the tenant, each on one line and without
 * what would turn the text around it. A name without a letter or a figure is none.
 */
export const requesterOf = ({
  service = '',
  tenant = '',
}: Pick<UbaOptions, 'service' | 'tenant'>): string | undefined =>
  [service, tenant]
    .map((name) =>
      name
        .replace(/\p{Bidi_Control}/gu, '')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .find((name) => /[\p{L}\p{N}]/u.test(name));
