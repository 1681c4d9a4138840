import { expect } from 'chai';
import { optionNames } from '@finodigital/uba-protocol';
import { controlFor } from './control.js';

describe('controlFor', () => {
  it('finds the control that suits each option of the table', () => {
    const controls = Object.fromEntries(optionNames.map((name) => [name, controlFor(name).as]));
    expect(controls).to.deep.equal({
      sessionId: 'text',
      userIdentifier: 'text',
      service: 'text',
      tenant: 'text',
      hideHeader: 'switch',
      colorScheme: 'select',
      theme: 'colors',
      redirectURL: 'url',
      lang: 'language',
      origin: 'url',
      connectURL: 'url',
      sandboxMode: 'switch',
      frameTitle: 'text',
      readyTimeout: 'number',
      autoHeight: 'switch',
      loading: 'select',
    });
  });

  it('offers the values that the table lists', () => {
    expect(controlFor('colorScheme')).to.deep.equal({
      as: 'select',
      values: ['light', 'dark', 'system'],
    });
  });
});
