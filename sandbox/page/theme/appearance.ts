/** The scheme and the colours that apply: those of the URL, then the tenant's, then the defaults. */
import type { UbaColorScheme, UbaTheme } from '@finodigital/uba-protocol';
import type { Scheme } from './palette.js';

/** What an integrator may set. Source: finoOS documentation, "Theming". */
export interface Appearance {
  readonly colorScheme?: UbaColorScheme | undefined;
  readonly theme?: UbaTheme | undefined;
}

/** The mock's tenants with an appearance of their own. Ours. */
const tenants = new Map<string, Appearance>([
  ['demo-dark', { colorScheme: 'dark' }],
  ['demo-system', { colorScheme: 'system' }],
  ['demo-ocean', { theme: { primaryColor: '#1A73E8', secondaryColor: '#34A853' } }],
]);

/** The tenant's appearance; an unknown tenant has none. */
export function tenantAppearance(tenant: string | undefined): Appearance {
  return tenants.get(tenant ?? '') ?? {};
}

/** `over` laid on `under`: the scheme as a whole, the theme colour by colour. */
export function layer(under: Appearance, over: Appearance): Appearance {
  return {
    colorScheme: over.colorScheme ?? under.colorScheme,
    theme: { ...under.theme, ...over.theme },
  };
}

/** The scheme to show; light where none is set. */
export function schemeOf({ colorScheme }: Appearance, deviceIsDark: boolean): Scheme {
  if (colorScheme === 'system') return deviceIsDark ? 'dark' : 'light';
  return colorScheme ?? 'light';
}
