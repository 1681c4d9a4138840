import { expect } from '@open-wc/testing';
import { origins, type UbaOptions } from '@finodigital/uba-protocol';
import { decodeOptions } from '@finodigital/uba-protocol/internal';
import fc from 'fast-check';
import { UbaError } from './uba-error.js';
import { buildUbaUrl, checkOptions, frameOrigin, hasSession } from './uba-url.js';

const session = { sessionId: 's', userIdentifier: 'u' };
const look: UbaOptions = { hideHeader: true, colorScheme: 'dark', lang: 'de' };

function errorOf(act: () => unknown): UbaError {
  try {
    act();
  } catch (error) {
    if (error instanceof UbaError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('buildUbaUrl', () => {
  it('puts the session into the address of /auth on the production origin', () => {
    expect(buildUbaUrl(session)).to.equal('https://uba.fino.run/auth?sessionId=s&userIdentifier=u');
  });

  it('writes every option that UBA knows', () => {
    const url = buildUbaUrl({
      ...session,
      ...look,
      origin: 'https://uba.test.fino.run/',
      service: 'myapp',
      tenant: 'mycompany',
      theme: { primaryColor: '#1A73E8' },
      redirectURL: 'https://shop.test/back?a=b&c=d',
      frameTitle: 'stays here',
      readyTimeout: 5,
      autoHeight: true,
    });
    expect(new URL(url).origin).to.equal(origins.test);
    expect(Object.fromEntries(new URL(url).searchParams)).to.deep.equal({
      ...session,
      service: 'myapp',
      tenant: 'mycompany',
      hideHeader: 'true',
      colorScheme: 'dark',
      theme: '{"primaryColor":"#1A73E8"}',
      redirectURL: 'https://shop.test/back?a=b&c=d',
      lang: 'de',
    });
  });

  it('fills in no redirectURL', () => {
    expect(buildUbaUrl(session)).not.to.include('redirectURL');
  });

  it('loads the sandbox with the look alone', () => {
    expect(buildUbaUrl({ sandboxMode: true, tenant: 't', ...look, origin: origins.test })).to.equal(
      'https://uba.test.fino.run/sandbox?hideHeader=true&colorScheme=dark&lang=de',
    );
  });

  it('keeps the address of a session, and replaces the look in it', () => {
    const connectURL = 'https://uba.fino.run/auth?sessionId=a%20b&colorScheme=light&x=1#y';
    expect(buildUbaUrl({ connectURL })).to.equal(connectURL);
    const url = new URL(buildUbaUrl({ connectURL, tenant: 't', ...look }));
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      sessionId: 'a b',
      colorScheme: 'dark',
      x: '1',
      hideHeader: 'true',
      lang: 'de',
    });
    expect(url.hash).to.equal('#y');
  });

  it('carries ids of any characters whole, and lets none of them add a parameter', () => {
    const id = fc.string({ unit: 'grapheme', minLength: 1 });
    const nasty = fc.constantFrom(
      'a&tenant=x',
      '#',
      '%',
      '%2526',
      '\r\n',
      '\0',
      '?',
      '/../',
      'ü+ ',
    );
    fc.assert(
      fc.property(fc.oneof(id, nasty), fc.oneof(id, nasty), (sessionId, userIdentifier) => {
        const url = new URL(buildUbaUrl({ sessionId, userIdentifier }));
        expect(decodeOptions(url.searchParams).options).to.deep.equal({
          sessionId,
          userIdentifier,
        });
        expect([...url.searchParams.keys()]).to.deep.equal(['sessionId', 'userIdentifier']);
        expect(url.origin + url.pathname + url.hash).to.equal('https://uba.fino.run/auth');
      }),
    );
  });

  it('needs a session', () => {
    const error = errorOf(() => buildUbaUrl({ tenant: 't' }));
    expect(error.code).to.equal('INVALID_CONFIG');
    expect(error.message).to.equal('sessionId is missing.');
  });
});

describe('checkOptions', () => {
  it('throws an INVALID_CONFIG that names the option and the rule, and never the value', () => {
    const bad = { ...session, origin: 'https://secret.test/path' };
    const error = errorOf(() => checkOptions(bad));
    expect(error).to.be.instanceOf(Error);
    expect(error.name).to.equal('UbaError');
    expect(error.code).to.equal('INVALID_CONFIG');
    expect(error.message).to.match(/^origin must be an https origin/);
    expect(error.message + String(error.stack)).not.to.include('secret');
  });

  it('gives a snapshot', () => {
    const theme = { primaryColor: '#fff' };
    const options = checkOptions({ ...session, theme });
    theme.primaryColor = '#000';
    expect(options.theme).to.deep.equal({ primaryColor: '#fff' });
  });

  it('puts the source above the base', () => {
    expect(checkOptions({ tenant: 'b' }, { ...session, tenant: 'a' })).to.deep.equal({
      ...session,
      tenant: 'b',
    });
  });
});

describe('hasSession', () => {
  it('says whether there is anything to load', () => {
    expect(hasSession({})).to.equal(false);
    expect(hasSession({ sandboxMode: false, tenant: 't' })).to.equal(false);
    expect(hasSession(session)).to.equal(true);
    expect(hasSession({ sandboxMode: true })).to.equal(true);
    expect(hasSession({ connectURL: 'https://uba.fino.run/auth' })).to.equal(true);
  });
});

describe('frameOrigin', () => {
  it('is the production origin unless another is given', () => {
    expect(frameOrigin({})).to.equal(origins.production);
    expect(frameOrigin({ origin: origins.test })).to.equal(origins.test);
  });
});
