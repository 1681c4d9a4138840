import { expect } from 'chai';
import { themeDefaults, type UbaColor, type UbaTheme } from '@finodigital/uba-protocol';
import fc from 'fast-check';
import { contrast, legible, mix, normalise, type Hex } from './color.js';
import { layer, schemeOf, tenantAppearance } from './appearance.js';
import {
  controlContrast,
  derivePalette,
  textContrast,
  type Palette,
  type Scheme,
} from './palette.js';

const surfaces = ['bg', 'surface', 'tint'] as const;
const statuses = ['info', 'ok', 'warn', 'bad'] as const;

/** Every pair of colours that the screens put on one another, and the contrast it owes. */
const pairs: readonly (readonly [keyof Palette, keyof Palette, number])[] = [
  ...surfaces.flatMap((on) => [
    ['text', on, textContrast] as const,
    ['muted', on, textContrast] as const,
    ['link', on, textContrast] as const,
    ['control', on, controlContrast] as const,
    ['ring', on, controlContrast] as const,
    ['primary-strong', on, controlContrast] as const,
    ...statuses.map((status) => [status, on, textContrast] as const),
  ]),
  ...statuses.map((status) => [status, `${status}-bg`, textContrast] as const),
  ['line', 'bg', 1.2],
  ['graphic', 'bg', controlContrast],
  ['graphic', 'line', controlContrast],
  ['on-primary', 'primary', textContrast],
  ['on-primary', 'primary-hover', textContrast],
];

function expectLegible(palette: Palette) {
  for (const [a, b, ratio] of pairs) {
    expect(contrast(palette[a], palette[b]), `${a} on ${b}`).to.be.at.least(ratio);
  }
}

const all = (color: string): UbaTheme =>
  Object.fromEntries(Object.keys(themeDefaults).map((name) => [name, color]));

const schemes: readonly Scheme[] = ['light', 'dark'];

describe('derivePalette', () => {
  for (const scheme of schemes) {
    it(`is legible in the ${scheme} scheme`, () => expectLegible(derivePalette(scheme)));

    for (const color of ['#fff', '#000', '#747474', '#767676', '#F7C708', '#ff0000', '#00f']) {
      it(`is legible in the ${scheme} scheme when every colour is ${color}`, () =>
        expectLegible(derivePalette(scheme, all(color))));
    }
  }

  it('is legible for any theme', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, '0'));
    const names = Object.keys(themeDefaults) as UbaColor[];
    const theme = fc.record(
      Object.fromEntries(names.map((name) => [name, hex])) as Record<UbaColor, typeof hex>,
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...schemes), theme, (scheme, colors) =>
        expectLegible(derivePalette(scheme, colors)),
      ),
      { numRuns: 150 },
    );
  });

  it('reaches what AAA asks where more contrast is wanted, and leaves the edges to be seen', () => {
    for (const scheme of schemes) {
      for (const theme of [{}, { primaryColor: '#1A73E8' }, all('#fff'), all('#000')]) {
        const palette = derivePalette(scheme, theme, true);
        expectLegible(palette);
        for (const on of surfaces) {
          for (const text of ['text', 'muted', 'link', ...statuses] as const) {
            expect(contrast(palette[text], palette[on]), `${text} on ${on}`).to.be.at.least(7);
          }
          expect(contrast(palette.control, palette[on])).to.be.at.least(4.5);
        }
        expect(contrast(palette.line, palette.bg)).to.be.at.least(3);
        expect(contrast(palette['primary-edge'], palette.bg)).to.be.at.least(3);
      }
    }
  });

  it('keeps the documented colours where they are legible', () => {
    const { bg, primary, text } = derivePalette('light');
    expect([bg, primary, text]).to.deep.equal(['#f8f9fa', '#f7c708', '#363636']);
  });

  it('lets an override count in both schemes', () => {
    for (const scheme of schemes) {
      expect(derivePalette(scheme, { backgroundColor: '272727' }).bg).to.equal('#272727');
    }
  });

  it('lifts surfaces off a dark background', () => {
    const { bg, surface } = derivePalette('dark');
    expect(contrast(surface, '#000000')).to.be.above(contrast(bg, '#000000'));
  });

  it('prefers light text on a fill that carries it', () => {
    expect(derivePalette('light', { primaryColor: '#1A73E8' })['on-primary']).to.equal('#ffffff');
  });

  it('never has a focus ring in the primary colour', () => {
    const { ring, primary } = derivePalette('light', {
      primaryColor: '#1b5f92',
      secondaryColor: '#1b5f92',
    });
    expect(contrast(ring, primary)).to.be.above(1.1);
  });
});

describe('legible', () => {
  it('leaves a colour alone that is legible already', () => {
    expect(legible('#363636', ['#ffffff'], 4.5)).to.equal('#363636');
  });

  it('falls back to black or white where the hue cannot do it', () => {
    const backgrounds: Hex[] = ['#777777'];
    expect(contrast(legible('#777777', backgrounds, 4.5), '#777777')).to.be.at.least(4.3);
  });
});

describe('mix', () => {
  it('gives its ends back', () => {
    expect([mix('#f7c708', '#288cd1', 0), mix('#f7c708', '#288cd1', 1)]).to.deep.equal([
      '#f7c708',
      '#288cd1',
    ]);
  });
});

describe('normalise', () => {
  it('reads 3 and 6 digits, with and without #', () => {
    expect(['#FC0', 'fc0', '#FFCC00', 'ffcc00'].map(normalise)).to.deep.equal(
      Array.from({ length: 4 }, () => '#ffcc00'),
    );
  });
});

describe('the order of appearances', () => {
  it('is the URL, the tenant, then light', () => {
    expect(schemeOf(layer(tenantAppearance('demo-dark'), {}), false)).to.equal('dark');
    expect(schemeOf(layer(tenantAppearance('demo-dark'), { colorScheme: 'light' }), true)).to.equal(
      'light',
    );
    expect(schemeOf(layer(tenantAppearance('nobody'), {}), true)).to.equal('light');
    expect(schemeOf(layer(tenantAppearance('constructor'), {}), true)).to.equal('light');
  });

  it('follows the device where the scheme is system', () => {
    expect([true, false].map((dark) => schemeOf({ colorScheme: 'system' }, dark))).to.deep.equal([
      'dark',
      'light',
    ]);
  });

  it('lays the theme of the URL over the tenant’s, colour by colour', () => {
    const { theme } = layer(tenantAppearance('demo-ocean'), { theme: { primaryColor: '#abc' } });
    expect(theme).to.deep.equal({ primaryColor: '#abc', secondaryColor: '#34A853' });
  });
});
