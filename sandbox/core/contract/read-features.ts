/** Which features the sandbox announces in `ready`: none, as UBA, unless it is told to. */
import type { UbaFeature } from '@finodigital/uba-protocol';
import { features } from '@finodigital/uba-protocol/internal';

/**
 * The features that a text such as `theme,resize` names.
 *
 * @returns them, each once, and the names that are none
 */
export function readFeatures(text: string): {
  readonly named: readonly UbaFeature[];
  readonly unknown: readonly string[];
} {
  const names = text.split(',').map((name) => name.trim());
  return {
    named: features.filter((feature) => names.includes(feature)),
    unknown: names.filter((name) => name && !(features as readonly string[]).includes(name)),
  };
}

/** What is wrong with a list that holds an unknown name; the option's name goes before it. */
export const wrongFeatures = `must name nothing but ${features.join(' and ')}, with a comma between.`;
