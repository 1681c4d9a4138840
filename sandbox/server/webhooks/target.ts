/**
 * Where a webhook may lead: to this machine, unless the user of the command allows more; never to the
 * sandbox itself; and to this machine for those alone who could reach it without the sandbox.
 */
import { BlockList, isIP } from 'node:net';
import { hostname as machineName, networkInterfaces } from 'node:os';
import { unmapped } from '../control-peers.js';

/** What a port is used for that fetch refuses to call. Source: Fetch standard, "Port blocking". */
const blockedPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
  103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
  512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
  995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10080,
]);

export interface TargetRules {
  /** Webhooks may lead to other machines. */
  readonly mayLeaveMachine: boolean;
  /** Where the sandbox listens, as far as it does. */
  readonly ownPort: number | undefined;
}

/**
 * Why a webhook must not lead there; nothing where it may.
 *
 * @param isRemote whether a caller on another machine asked for it
 */
export function refusalOf(
  address: string,
  isRemote: boolean,
  { mayLeaveMachine, ownPort }: TargetRules,
): string | undefined {
  const url = new URL(address);
  const port = portOf(url);
  if (url.username || url.password) return 'must not hold a user name or password';
  if (blockedPorts.has(port)) return 'names a port that no webhook can be sent to';
  const isHere = isThisMachine(url.hostname);
  if (isHere && port === ownPort) return 'must not lead to the sandbox itself';
  if (isHere && isRemote) {
    return 'a caller on another machine cannot let webhooks lead to this one, unless --allow-control names its network';
  }
  if (!mayLeaveMachine && !isLoopback(url.hostname)) {
    return 'webhooks lead to this machine only, unless the sandbox runs with --allow-remote-webhooks';
  }
  return undefined;
}

const portOf = ({ port, protocol }: URL): number =>
  Number(port || (protocol === 'https:' ? 443 : 80));

/** This machine, whatever a name server says. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** This machine, by any of its names and addresses that it knows itself. */
export function isThisMachine(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  const address = unmapped(name);
  const family = isIP(address);
  if (!family) return /^(.+\.)?localhost$/.test(name) || name === machineName().toLowerCase();
  const own = new BlockList();
  own.addSubnet('127.0.0.0', 8);
  own.addSubnet('0.0.0.0', 8);
  own.addSubnet('::', 127, 'ipv6');
  for (const card of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
    own.addAddress(card.address, card.family === 'IPv4' ? 'ipv4' : 'ipv6');
  }
  return own.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
