import { expect } from 'chai';
import { contrast, shortfalls, sixDigits } from './contrast.js';

describe('contrast', () => {
  it('is 21 between black and white, 1 between equals, in either order', () => {
    expect(contrast('#000', 'FFFFFF')).to.equal(21);
    expect(contrast('#fff', '#000000')).to.equal(21);
    expect(contrast('#abc', '#aabbcc')).to.equal(1);
  });

  it('agrees with the figures that are known for the documented colours', () => {
    expect(contrast('#F7C708', '#F8F9FA')).to.be.closeTo(1.52, 0.01);
    expect(contrast('#ffffff', '#F7C708')).to.be.closeTo(1.6, 0.01);
    expect(contrast('#ffffff', '#288CD1')).to.be.closeTo(3.64, 0.01);
    expect(contrast('#363636', '#F7C708')).to.be.closeTo(7.55, 0.01);
  });
});

describe('sixDigits', () => {
  it('knows every way to write a colour', () => {
    for (const color of ['abc', '#ABC', 'aabbcc', '#AaBbCc']) {
      expect(sixDigits(color)).to.equal('#aabbcc');
    }
  });
});

describe('shortfalls', () => {
  it('says nothing of colours that the theme leaves alone', () => {
    expect(shortfalls({})).to.deep.equal([]);
    expect(shortfalls({ infoColor: '#fff' })).to.deep.equal([]);
  });

  it('names the pair, what it has and what it needs', () => {
    const [found] = shortfalls({ textColor: '#999' });
    expect(found).to.include({ color: 'textColor', on: 'backgroundColor', least: 4.5 });
    expect(found?.ratio).to.be.closeTo(2.7, 0.05);
  });

  it('looks at every colour that meets a new background', () => {
    const colors = shortfalls({ backgroundColor: '#222' }).map(({ color }) => color);
    expect(colors).to.include('textColor');
  });
});
