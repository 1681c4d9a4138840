/** The scenarios in groups, read off what they are, and the search among them. */
import type { Scenario } from '@finodigital/uba-sandbox/testing';
import { instructionsFor } from './instructions.js';

export const scenarioGroups = ['connect', 'bank', 'fails', 'manage', 'pay'] as const;
export type ScenarioGroup = (typeof scenarioGroups)[number];

/** The group of a scenario: by its session, then by where it leads. */
export function groupOf({ start, does, events }: Scenario): ScenarioGroup {
  if (start.sessionId.startsWith('sbx-pay')) return 'pay';
  if (start.sessionId.startsWith('sbx-manage')) return 'manage';
  if (does.some(({ act }) => act === 'go-to-bank')) return 'bank';
  return events.some(({ type }) => type === 'SUCCESS') ? 'connect' : 'fails';
}

/**
 * Whether a scenario fits all words of a search: its number, its title in either language, what is to
 * be done, its events, or the codes in them.
 */
export function fits(scenario: Scenario, search: string): boolean {
  const { id, title, events } = scenario;
  const haystack = [
    id,
    title.de,
    title.en,
    ...instructionsFor(scenario).map(({ words }) => words),
    ...events.map((event) => JSON.stringify(event)),
  ]
    .join('\n')
    .toLowerCase();
  const words = search.toLowerCase().split(/\s+/);
  return words.every((word) => haystack.includes(word));
}
