import type { UbaColorScheme, UbaTheme } from '@finodigital/uba-protocol';
import { wordsOf } from '../texts/language.js';
import { presetTexts } from '../texts/theming.js';

/** A look to begin with. */
export interface Preset {
  readonly name: string;
  readonly words: string;
  readonly colorScheme?: UbaColorScheme;
  readonly theme?: UbaTheme;
}

const t = wordsOf(presetTexts);

export const presets: readonly Preset[] = [
  { name: 'fino', words: t.fino },
  { name: t.darkName, words: t.dark, colorScheme: 'dark' },
  {
    name: t.contrastName,
    words: t.contrast,
    colorScheme: 'light',
    theme: {
      primaryColor: '#000000',
      secondaryColor: '#00307A',
      backgroundColor: '#FFFFFF',
      accentColor: '#00307A',
      textColor: '#000000',
      linkColor: '#00307A',
      infoColor: '#00307A',
      successColor: '#0A4D23',
      warningColor: '#5C3B00',
      dangerColor: '#8A0020',
    },
  },
  {
    name: t.brandName,
    words: t.brand,
    colorScheme: 'light',
    theme: {
      primaryColor: '#0B6B4F',
      secondaryColor: '#1E4E8C',
      backgroundColor: '#F4FAF6',
      accentColor: '#B4530A',
      textColor: '#17302A',
      linkColor: '#0B6B4F',
      dangerColor: '#A61B3C',
    },
  },
];
