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

  it('is null where another id is expected, none is there or two are', () => {
    const url = 'https://a.test/?sessionId=s&userIdentifier=u';
    const callback = { sessionId: 's', userIdentifier: 'u' };
    expect(parseRedirectCallback(url, callback)).to.deep.equal(callback);
    expect(parseRedirectCallback(url, { sessionId: 's' })).to.deep.equal(callback);
    expect(parseRedirectCallback(url, {})).to.deep.equal(callback);
    expect(parseRedirectCallback(url, { sessionId: 'other' })).to.equal(null);
    expect(parseRedirectCallback(url, { userIdentifier: null })).to.equal(null);
    expect(parseRedirectCallback(`${url}&sessionId=s`, { sessionId: 's' })).to.equal(null);
    expect(parseRedirectCallback('https://a.test/', { sessionId: 's' })).to.equal(null);
  });
});
