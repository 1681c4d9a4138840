/** For tests of pages that embed UBA: the paths through it, a person who takes them, what differs. */
export { compareEvents, type PostedEvent } from '../core/scenarios/compare-events.js';
export {
  leadOf,
  scenarioOf,
  scenarios,
  type ExpectedEvent,
  type Scenario,
  type ScenarioAction,
  type ScenarioStart,
} from '../core/scenarios/scenarios.js';
export type { Lang } from '../page/texts/index.js';
export {
  Person,
  type BankWindow,
  type Control,
  type Place,
  type Role,
  type Tab,
  type Wanted,
} from './person.js';
export { wordsFor, type Words } from './words.js';
