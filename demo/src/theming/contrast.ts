/** Contrast of colours as WCAG 2.2 defines it, and where a theme falls short of it. */
import { themeDefaults, type UbaColor, type UbaTheme } from '@finodigital/uba-protocol';

/** A pair of colours that meet on UBA's screens. */
interface Pair {
  readonly color: UbaColor;
  readonly on: UbaColor;
  /** The least contrast: 4.5 for text, 3 for controls and graphics. */
  readonly least: number;
}

const pairs: readonly Pair[] = [
  { color: 'textColor', on: 'backgroundColor', least: 4.5 },
  { color: 'linkColor', on: 'backgroundColor', least: 4.5 },
  { color: 'dangerColor', on: 'backgroundColor', least: 4.5 },
  { color: 'primaryColor', on: 'backgroundColor', least: 3 },
  { color: 'secondaryColor', on: 'backgroundColor', least: 3 },
  { color: 'accentColor', on: 'backgroundColor', least: 3 },
];

/** A pair whose contrast is too low. */
export interface Shortfall extends Pair {
  readonly ratio: number;
}

/**
 * The pairs of a theme that fall short. Only what the theme itself sets is judged: where it leaves
 * a colour out, the documented default of the light scheme stands in.
 */
export function shortfalls(theme: UbaTheme): readonly Shortfall[] {
  return pairs
    .filter(({ color, on }) => theme[color] ?? theme[on])
    .map((pair) => ({
      ...pair,
      ratio: contrast(colorOf(theme, pair.color), colorOf(theme, pair.on)),
    }))
    .filter(({ ratio, least }) => ratio < least);
}

/** The colour that a theme shows: its own, else the documented default. Six digits with `#`. */
export function colorOf(theme: UbaTheme, color: UbaColor): string {
  return sixDigits(theme[color] ?? themeDefaults[color]);
}

/** A hex colour of 3 or 6 digits, `#` optional → six digits with `#`, in lower case. */
export function sixDigits(color: string): string {
  const digits = color.replace('#', '').toLowerCase();
  return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`;
}

/**
 * The contrast ratio of two hex colours, 1 to 21.
 * Source: WCAG 2.2, "contrast ratio" and "relative luminance".
 */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(color: string): number {
  const value = parseInt(sixDigits(color).slice(1), 16);
  const linear = (shift: number) => {
    const channel = ((value >> shift) & 255) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}
