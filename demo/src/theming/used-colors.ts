/** Which colours the sandbox shows where a theme asks for others that could not be read. */
import type { UbaColor, UbaTheme } from '@finodigital/uba-protocol';
import { derivePalette, type Palette, type Scheme } from '../../../sandbox/page/theme/palette.js';
import { sixDigits } from './contrast.js';

/** Where a colour of the theme shows as text or line; the others fill, and stay as they are asked for. */
const shownAs: { readonly [color in UbaColor]?: keyof Palette } = {
  secondaryColor: 'ring',
  backgroundColor: 'bg',
  textColor: 'text',
  linkColor: 'link',
  infoColor: 'info',
  successColor: 'ok',
  warningColor: 'warn',
  dangerColor: 'bad',
};

/** A colour that is not shown as it was asked for. */
export interface Correction {
  readonly color: UbaColor;
  readonly scheme: Scheme;
  /** Six digits with `#`, in capitals. */
  readonly asked: string;
  readonly used: string;
}

/** The corrections of a theme, in the order of its colours; none for what it leaves out. */
export function correctionsOf(
  theme: UbaTheme,
  schemes: readonly Scheme[] = ['light', 'dark'],
): readonly Correction[] {
  return (Object.keys(shownAs) as UbaColor[]).flatMap((color) => {
    const name = shownAs[color];
    const given = theme[color];
    if (!name || !given) return [];
    return schemes.flatMap((scheme) => {
      const asked = sixDigits(given).toUpperCase();
      const used = derivePalette(scheme, theme)[name].toUpperCase();
      return asked === used ? [] : [{ color, scheme, asked, used }];
    });
  });
}
