/** A scenario that an address names, and how much of it the page plays; loaded only where one does. */
import { playedOf, prefillOf, ScenarioPlayer } from '../core/scenarios/scenario-player.js';
import { scenarios } from '../core/scenarios/scenarios.js';

/** How long each screen stays where a scenario is played for who watches, in ms. */
const watchedPace = 1200;

/** @param play as the address says, which nothing checks before the scenario begins */
export function openScenario(id: string, play: string | null) {
  const found = scenarios.find((one) => one.id === id);
  if (!found) return undefined;
  // All of it is for somebody to watch; some of it, for who wants to be at a screen.
  const isWatched = play === 'all';
  return {
    id,
    start: found.start,
    prefill: prefillOf(found),
    isWatched,
    /** Plays what the address asks for; rejects where it asks for what there is not. */
    begin: async (...player: ConstructorParameters<typeof ScenarioPlayer>) =>
      new ScenarioPlayer(...player).play(playedOf(found, play), isWatched ? shown : undefined),
  };
}

const shown = () => new Promise<void>((resolve) => setTimeout(resolve, watchedPace));
