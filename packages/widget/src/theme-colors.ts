/** The colours of a theme for the widget's own views. */
import type { UbaTheme } from '@finodigital/uba-protocol';
import type { ViewStyle } from './views.js';

/** The least contrast of text. Source: WCAG 2.2, 1.4.3. */
const leastContrast = 4.5;

/** Background and text of a theme, where it gives both and one can be read on the other. */
export function themeColors(theme: UbaTheme | undefined): ViewStyle['colors'] {
  const { backgroundColor, textColor } = theme ?? {};
  if (!backgroundColor || !textColor) return undefined;
  const [background, text] = [channelsOf(backgroundColor), channelsOf(textColor)];
  const [dark, light] = [luminance(background), luminance(text)].sort((a, b) => a - b);
  if (((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05) < leastContrast) return undefined;
  return { background: `rgb(${background.join()})`, text: `rgb(${text.join()})` };
}

/** Red, green and blue from 0 to 255, of 3 or 6 digits with or without `#`. */
function channelsOf(hex: string): number[] {
  const digits = hex.replace('#', '');
  const pairs = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => parseInt(pairs.slice(at, at + 2), 16));
}

/** Source: WCAG 2.2, relative luminance. */
function luminance(channels: readonly number[]): number {
  const weights = [0.2126, 0.7152, 0.0722];
  return channels.reduce((sum, channel, index) => {
    const share = channel / 255;
    const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    return sum + linear * (weights[index] ?? 0);
  }, 0);
}
