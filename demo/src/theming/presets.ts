import type { UbaColorScheme, UbaTheme } from '@finodigital/uba-protocol';

/** A look to begin with. */
export interface Preset {
  readonly name: string;
  readonly words: string;
  readonly colorScheme?: UbaColorScheme;
  readonly theme?: UbaTheme;
}

export const presets: readonly Preset[] = [
  { name: 'fino', words: 'The documented defaults' },
  { name: 'Dark', words: 'The dark scheme, fino’s yellow', colorScheme: 'dark' },
  {
    name: 'High contrast',
    words: 'At least 7:1 for every text',
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
    name: 'Your brand',
    words: 'A green bank, for example',
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
