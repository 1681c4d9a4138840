/**
 * The configuration in the page's address, so that a link shares it. Whatever tells of a session
 * or a user stays out.
 */
import {
  decodeOption,
  optionNames,
  optionTable,
  readOptions,
  type OptionRow,
  type UbaOptionName,
  type UbaOptions,
} from '@finodigital/uba-protocol';

const privateOptions: readonly UbaOptionName[] = ['sessionId', 'userIdentifier', 'connectURL'];
const shared = optionNames.filter((name) => !privateOptions.includes(name));

/**
 * The options that an address holds; what breaks its rule is left out. An empty parameter takes
 * back a default: that option is there, and undefined.
 */
export function readSharedOptions(params: URLSearchParams): UbaOptions {
  const given = shared.filter((name) => params.has(name));
  const raw = given.map((name) => {
    const text = params.get(name);
    return [name, text ? decodeOption(name, text) : undefined] as const;
  });
  const takenBack = raw.filter(([, value]) => value === undefined);
  return { ...Object.fromEntries(takenBack), ...readOptions(Object.fromEntries(raw)).options };
}

/**
 * Parameters for those options that differ from `defaults`; empty where one was taken back.
 * Nothing but options of the table, and nothing that tells of a session, gets in.
 */
export function writeSharedOptions(options: UbaOptions, defaults: UbaOptions): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of shared) {
    const { kind }: OptionRow<unknown> = optionTable[name];
    const value = options[name];
    if (value === defaults[name]) continue;
    params.set(name, value === undefined ? '' : kind.encode(value));
  }
  return params;
}
