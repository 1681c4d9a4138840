import { expect } from 'chai';
import { presets } from './presets.js';
import { correctionsOf } from './used-colors.js';

describe('correctionsOf', () => {
  it('names what is asked for and what is used in its place, in each scheme', () => {
    const [light, ...rest] = correctionsOf({ linkColor: '#fe0' });
    expect(light).to.include({ color: 'linkColor', scheme: 'light', asked: '#FFEE00' });
    expect(light?.used)
      .to.match(/^#[\dA-F]{6}$/)
      .and.not.equal('#FFEE00');
    // On the dark background yellow can be read.
    expect(rest).to.deep.equal([]);
  });

  it('has nothing to say of colours that can be read, and of those that are left out', () => {
    expect(correctionsOf({})).to.deep.equal([]);
    expect(correctionsOf({ textColor: '#000000' }, ['light'])).to.deep.equal([]);
    expect(correctionsOf({ accentColor: '#ffffff' })).to.deep.equal([]);
  });

  it('finds that a preset’s text is used as asked in its own scheme', () => {
    for (const { colorScheme, theme = {} } of presets) {
      if (colorScheme !== 'light') continue;
      const corrected = correctionsOf(theme, ['light']).map(({ color }) => color);
      expect(corrected).to.not.include.members(['textColor']);
    }
  });
});
