import { expect } from '@open-wc/testing';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { readSharedOptions, writeSharedOptions } from './shared-state.js';

const defaults: UbaOptions = { origin: 'https://uba.fino.run' };

describe('the shared state', () => {
  it('comes back from the address as it went in', () => {
    const options: UbaOptions = {
      tenant: 'a&b=c',
      hideHeader: true,
      colorScheme: 'dark',
      theme: { primaryColor: '#123456' },
      lang: 'de-AT',
      origin: 'https://uba.test.fino.run',
      readyTimeout: 0,
    };
    const params = new URLSearchParams(writeSharedOptions(options, defaults).toString());
    expect(JSON.stringify(readSharedOptions(params))).to.equal(JSON.stringify(options));
  });

  it('holds nothing that is as it is by default', () => {
    expect(writeSharedOptions(defaults, defaults).toString()).to.equal('');
  });

  it('tells of a default that was taken back', () => {
    const params = writeSharedOptions({}, defaults);
    expect(params.toString()).to.equal('origin=');
    expect(readSharedOptions(params)).to.deep.equal({ origin: undefined });
  });

  it('never holds a session or a user, and takes none from an address', () => {
    const secret: UbaOptions = {
      sessionId: 'secret',
      userIdentifier: 'secret',
      connectURL: 'https://uba.fino.run/auth?sessionId=secret',
    };
    expect(writeSharedOptions(secret, {}).toString()).to.equal('');
    const params = new URLSearchParams({ sessionId: 'x', userIdentifier: 'x' });
    expect(readSharedOptions(params)).to.deep.equal({});
  });

  it('leaves out what breaks its rule', () => {
    const params = new URLSearchParams({ theme: '{', origin: 'javascript:1', lang: 'en' });
    expect(readSharedOptions(params)).to.deep.equal({ lang: 'en' });
  });
});
