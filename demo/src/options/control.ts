/** Which control an option gets, read off the protocol's options table by trying its checks. */
import { optionTable, type OptionRow, type UbaOptionName } from '@finodigital/uba-protocol';

export type Control =
  | { readonly as: 'switch' | 'number' | 'colors' | 'url' | 'language' | 'text' }
  | { readonly as: 'select'; readonly values: readonly string[] };

/** The control for an option. */
export function controlFor(name: UbaOptionName): Control {
  const { kind }: OptionRow<unknown> = optionTable[name];
  if (kind.values) return { as: 'select', values: kind.values.map(String) };
  const takes = (value: unknown) => kind.check(value, () => undefined) !== undefined;
  if (takes(true)) return { as: 'switch' };
  if (takes(1)) return { as: 'number' };
  if (takes({})) return { as: 'colors' };
  if (takes('de') && !takes('plain words')) return { as: 'language' };
  return { as: takes('https://example.com') && !takes('plain words') ? 'url' : 'text' };
}
