import { expect } from '@open-wc/testing';
import { parseRedirectCallback } from './redirect-callback.js';

describe('parseRedirectCallback', () => {
  it('reads the two ids that UBA appends', () => {
    const callback = { userIdentifier: 'a1 &', sessionId: 'eyJ+' };
    const url = `https://myapp.test/callback?x=1&userIdentifier=a1+%26&sessionId=eyJ%2B#top`;
    expect(parseRedirectCallback(url)).to.deep.equal(callback);
    expect(parseRedirectCallback(new URL(url))).to.deep.equal(callback);
    expect(parseRedirectCallback('/callback?sessionId=s')).to.deep.equal({
      userIdentifier: null,
      sessionId: 's',
    });
  });

  it('finds nothing in a hash or in what is no address, and never throws', () => {
    const nothing = { userIdentifier: null, sessionId: null };
    for (const url of ['', 'http://', 'https://a.test/#?sessionId=s&userIdentifier=u', '\0']) {
      expect(parseRedirectCallback(url)).to.deep.equal(nothing);
    }
  });
});
