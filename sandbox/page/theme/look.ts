/** Which scheme and which colours hold: the address, then the tenant, then the defaults. */
import type { UbaColorScheme, UbaTheme } from '@finodigital/uba-protocol';
import type { Scheme } from './palette.js';

/** What an integrator may set. Source: finoOS documentation, "Theming". */
export interface Look {
  readonly colorScheme?: UbaColorScheme | undefined;
  readonly theme?: UbaTheme | undefined;
}

/** The mock's tenants with a look of their own. Ours. */
const tenants = new Map<string, Look>([
  ['demo-dark', { colorScheme: 'dark' }],
  ['demo-system', { colorScheme: 'system' }],
  ['demo-ocean', { theme: { primaryColor: '#1A73E8', secondaryColor: '#34A853' } }],
]);

/** The tenant's look; an unknown tenant has none. */
export function tenantLook(tenant: string | undefined): Look {
  return tenants.get(tenant ?? '') ?? {};
}

/** `over` laid on `under`: the scheme as a whole, the theme colour by colour. */
export function layer(under: Look, over: Look): Look {
  return {
    colorScheme: over.colorScheme ?? under.colorScheme,
    theme: { ...under.theme, ...over.theme },
  };
}

/** The scheme to show; light where nobody says. */
export function schemeOf({ colorScheme }: Look, deviceIsDark: boolean): Scheme {
  if (colorScheme === 'system') return deviceIsDark ? 'dark' : 'light';
  return colorScheme ?? 'light';
}
