import { expect } from '@open-wc/testing';
import { banks } from '../core/bank/banks.js';

describe('the banks', () => {
  it('have icons that a page can show', async () => {
    for (const { icon } of banks) {
      const image = new Image();
      image.src = icon;
      await image.decode();
      expect(image.naturalWidth).to.be.above(0);
    }
  });
});
