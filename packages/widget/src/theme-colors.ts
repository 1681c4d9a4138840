/** The colours of a theme for the widget's own views. */
import type { UbaTheme } from '@finodigital/uba-protocol';
import type { ViewStyle } from './views.js';

/** The least contrast of text. Source: WCAG 2.2, 1.4.3. */
const leastContrast = 4.5;

/** Background and text of a theme, where it gives both and one can be read on the other. */
export function themeColors(theme: UbaTheme | undefined): ViewStyle['colors'] {
  if (!theme?.backgroundColor || !theme.textColor) return undefined;
  const [background, text] = [sixDigits(theme.backgroundColor), sixDigits(theme.textColor)];
  const lights = [luminance(background) + 0.05, luminance(text) + 0.05];
  const contrast = Math.max(...lights) / Math.min(...lights);
  return contrast < leastContrast ? undefined : { background, text };
}

/** A colour of 3 or 6 digits, with or without `#`, as `#rrggbb`. */
function sixDigits(color: string): string {
  const digits = color.replace('#', '');
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** Source: WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  return [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
    const share = parseInt(color.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
    return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  }, 0);
}
