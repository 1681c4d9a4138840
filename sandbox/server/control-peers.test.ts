import { expect } from 'chai';
import { controlPeers } from './control-peers.js';

describe('controlPeers', () => {
  const allowed = (networks: readonly string[], peers: readonly (string | undefined)[]) =>
    peers.filter(controlPeers(networks));

  it('are the loopback addresses, in each of their spellings, where nothing is allowed', () => {
    const loopback = ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'];
    const others = [
      '172.17.0.1',
      '0.0.0.0',
      '128.0.0.1',
      '::',
      '::2',
      'fe80::1%eth0',
      '',
      undefined,
    ];
    expect(allowed([], [...loopback, ...others])).to.deep.equal(loopback);
  });

  it('are those of an IPv4 network, mapped ones among them', () => {
    const inside = ['172.17.0.1', '172.17.255.254', '::ffff:172.17.0.1', '::ffff:ac11:2', '::1'];
    const outside = ['172.18.0.1', '::ffff:172.18.0.1', '::ac11:2'];
    expect(allowed(['172.17.0.0/16'], [...inside, ...outside])).to.deep.equal(inside);
    // The network of an address of it is the same one, and so is its mapped spelling.
    expect(allowed(['172.17.4.2/16'], [...inside, ...outside])).to.deep.equal(inside);
    expect(allowed(['::ffff:172.17.0.0/112'], [...inside, ...outside])).to.deep.equal(inside);
  });

  it('are those of an IPv6 network, zones passed over', () => {
    const inside = ['fd00::1', 'fe80::1%eth0', 'fe80::2'];
    const outside = ['fc00::1', '2001:db8::1', '10.0.0.1'];
    const networks = ['fd00::/8', 'fe80::/10'];
    expect(allowed(networks, [...inside, ...outside])).to.deep.equal(inside);
  });

  for (const text of [
    '',
    '172.17.0.0',
    '172.17.0.0/',
    '172.17.0.0/33',
    '172.17.0.0/-1',
    '172.17.0.0/1.5',
    ' 172.17.0.0/16',
    '172.17/16',
    '0172.17.0.0/16',
    'fd00::/129',
    'fe80::1%eth0/64',
    '::ffff:172.17.0.0/95',
    'localhost/8',
    '*',
  ]) {
    it(`refuse ${JSON.stringify(text)}`, () => {
      expect(() => controlPeers([text])).to.throw(RangeError, /^must be an address and its bits/);
    });
  }
});
