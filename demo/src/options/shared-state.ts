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

const privateOptions: readonly UbaOptionName[] = ['sessionId', 'userIdentifier', 'connectUrl'];
const shared = optionNames.filter((name) => !privateOptions.includes(name));

/** The options that an address holds; what breaks its rule is left out. */
export function readSharedOptions(params: URLSearchParams): UbaOptions {
  const raw = shared.flatMap((name): [string, unknown][] => {
    const text = params.get(name);
    return text === null ? [] : [[name, decodeOption(name, text)]];
  });
  return readOptions(Object.fromEntries(raw)).options;
}

/**
 * Parameters for those options that differ from `defaults`.
 * Nothing but options of the table, and nothing that tells of a session, gets in.
 */
export function writeSharedOptions(options: UbaOptions, defaults: UbaOptions): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of shared) {
    const { kind }: OptionRow<unknown> = optionTable[name];
    const value = options[name];
    if (value === undefined || value === defaults[name]) continue;
    params.set(name, (kind.encode ?? String)(value));
  }
  return params;
}
