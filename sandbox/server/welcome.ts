/** What the page that is served with the API is told, and where it stands in the page. */
import type { Welcome } from '../core/contract/welcome.js';
import type { SandboxState } from './sandbox-state.js';

/** What the server was started with, as far as it concerns the page. */
export type PageOptions = Pick<Welcome, 'features'> & {
  readonly redirectURL?: string | undefined;
};

/** @param address the path and the query of the page, which seed its ids */
export const welcomeFor = (
  { clock, secrets }: Pick<SandboxState, 'clock' | 'secrets'>,
  { features, redirectURL }: PageOptions,
  address: string,
  isLocal: boolean,
): Welcome => ({
  now: clock.now(),
  ticks: clock.ticks,
  seed: secrets.of(address),
  panel: isLocal,
  features,
  ...(redirectURL !== undefined && { redirectURL }),
});

/** Where the page looks for it. */
const mark = '<meta name="sandbox-server" content="" />';

/** The page with its welcome in it. */
export function withWelcome(html: string, welcome: Welcome): string {
  const json = JSON.stringify(welcome).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  // A function, as `$` in the text would mean something.
  return html.replace(mark, () => mark.replace('""', () => `"${json}"`));
}
