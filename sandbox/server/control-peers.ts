/** Which machines may use the control API: this one, and those that the developer names. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

interface Subnet {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

const loopback = ['127.0.0.0/8', '::1/128'];

/**
 * Whether a peer's address may use the control API.
 *
 * @param allowed networks beyond loopback, such as `172.17.0.0/16` and `fd00::/8`
 * @throws RangeError where one of them is none
 */
export function controlPeers(allowed: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const text of [...loopback, ...allowed]) {
    const { address, bits, family } = readSubnet(text);
    list.addSubnet(address, bits, family);
  }
  return (address = '') => {
    const plain = unmapped(address.replace(/%.*$/, ''));
    return isIPv4(plain) ? list.check(plain) : isIPv6(plain) && list.check(plain, 'ipv6');
  };
}

function readSubnet(text: string): Subnet {
  const [, given = '', digits = ''] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text) ?? [];
  const address = unmapped(given);
  const isMapped = isIPv6(given) && isIPv4(address);
  const bits = Number(digits) - (isMapped ? 96 : 0);
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const isAddress = isIPv4(address) || isIPv6(address);
  if (!isAddress || bits < 0 || bits > (family === 'ipv4' ? 32 : 128)) {
    throw new RangeError('must be an address and its bits, such as 172.17.0.0/16 or fd00::/8.');
  }
  return { address, bits, family };
}

/** An IPv4 address that is written as an IPv6 one (`::ffff:172.17.0.1`) as what it is. */
export function unmapped(address: string): string {
  if (!isIPv6(address)) return address;
  // The one spelling that a URL gives to all of the same address.
  const { hostname } = new URL(`http://[${address}]`);
  const [, high, low] = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(hostname) ?? [];
  if (high === undefined || low === undefined) return address;
  return [high, low]
    .map((part) => parseInt(part, 16))
    .flatMap((part) => [part >> 8, part & 255])
    .join('.');
}
