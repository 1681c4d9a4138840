/** For tests of pages that embed UBA: what a person does, the events to expect, the words on screen. */
export { compareEvents, type PostedEvent } from '../core/scenarios/compare-events.js';
export {
  scenarios,
  type ExpectedEvent,
  type Scenario,
  type ScenarioAction,
  type ScenarioStart,
} from '../core/scenarios/scenarios.js';
export { bankTable } from '../page/texts/bank-page.js';
export { chooseLanguage, wordsIn, type Lang } from '../page/texts/index.js';
export { panelTable } from '../page/texts/panel.js';
