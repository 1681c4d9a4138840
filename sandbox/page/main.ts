/** The composition root of the sandbox's page: reads the URL and connects the modules. */
import { type UbaOptions } from '@finodigital/uba-protocol';
import { decodeOptions } from '@finodigital/uba-protocol/internal';
import { BankReports } from './bank-reports.js';
import { BankWindow, takeReturn } from './bank-window.js';
import { tabStorage } from './tab-storage.js';
import type { HttpBank } from './http-bank.js';
import { openSandboxBank } from '../core/bank/sandbox-bank.js';
import { isOwnId, type Visit } from '../core/bank/session.js';
import type { StateStorage } from '../core/bank/store.js';
import { readFeatures } from '../core/contract/read-features.js';
import type { Welcome } from '../core/contract/welcome.js';
import { readWelcome } from './read-welcome.js';
import { PostedLog } from './posted-log.js';
import { FlowRunner } from '../core/flow/flow-runner.js';
import { isDead } from '../core/flow/deadlines.js';
import { bankOf, type Flow } from '../core/flow/flow-state.js';
import type { Scenario } from '../core/scenarios/scenarios.js';
import { ProtocolEmitter } from './protocol-emitter.js';
import './panel/panel-toggle.js';
import './sandbox-app.js';
import { requesterOf } from './requester.js';
import { chooseLanguage } from './texts/index.js';
import { layer, tenantAppearance, type Appearance } from './theme/appearance.js';
import { appearanceApplier } from './theme/apply-appearance.js';

/** How long the bank takes to answer unless a seed asks for a repeatable run, in ms. */
const usualLatency = 250;

const resume = takeReturn();
const params = new URLSearchParams(location.search);
const scenario = await scenarioOf(params.get('scenario'));
for (const [name, value] of Object.entries(scenario?.start.params ?? {})) {
  if (!params.has(name)) params.set(name, value);
}
const { options } = decodeOptions(params);
const isOn = (name: string) => params.get(name) === 'true';
const seed = params.get('seed') ?? undefined;

const language = chooseLanguage([options.lang ?? '', ...navigator.languages]);
document.documentElement.lang = language.lang;
document.body.dataset.print = language.t.common.print;

const apply = appearanceApplier(document.documentElement);
const applyToTenant = (appearance: Appearance) =>
  apply(layer(tenantAppearance(options.tenant), appearance));
applyToTenant(options);

const visit = visitOf(options, scenario);
const welcome = readWelcome(document.querySelector<HTMLMetaElement>('[name=sandbox-server]'));
const served = welcome && isForServer(visit) ? await openServedBank(welcome) : undefined;
const storage = tabStorage(() => sessionStorage, seed);
const bank =
  served ??
  openSandboxBank({
    visit,
    ...(seed !== undefined && { seed }),
    storage,
    stored: await storedIn(storage),
    resumed: Boolean(resume),
    bankPage: bankPageOf(scenario?.prefill.userName),
    latency: seed === undefined ? usualLatency : 0,
  });
const log = new PostedLog();
const features = params.has('features')
  ? readFeatures(params.getAll('features').join()).named
  : (welcome?.features ?? []);
const emitter = new ProtocolEmitter(features, applyToTenant);
const bankWindow = new BankWindow(
  (back) => runner.send({ type: 'bank-returned', ...back }),
  (isSeen) => runner.send({ type: 'bank-window', isSeen }),
  welcome && new BankReports(),
);

const runner = new FlowRunner(
  {
    ...(options.redirectURL !== undefined && { redirectURL: options.redirectURL }),
    ...(welcome?.redirectURL !== undefined && { usualRedirectURL: welcome.redirectURL }),
    ...(visit.kind === 'given' && visit.sessionId && { visit }),
    features,
    multiple: isOn('multiple'),
    addBankLogin: isOn('addBankLogin'),
    ...(resume && { resume }),
  },
  {
    bankSide: bank.bankSide,
    clock: bank.clock,
    requestId: bank.requestId,
    subscribe: bank.subscribe,
    report: reportError,
    post: (message) => {
      emitter.post(message, userOf(runner.flow));
      log.add({ at: bank.clock.now(), message });
      served?.recordPosted(message);
    },
    openBank: (url) => {
      // No click, no window; and what is played says itself what happens there.
      if (!scenario?.isWatched) bankWindow.open(url);
    },
    openBankInside: (url) => {
      const { state } = runner.flow;
      if (state.at !== 'at-bank') return;
      const { kind } = state.purpose;
      bankWindow.openInside(url, { kind, bankCode: bankOf(state.purpose).bankCode });
    },
    closeBank: () => bankWindow.close(),
    // In a frame the embedding page navigates; the event `redirect` named the URL.
    leave: (url) => {
      if (window === window.top) location.assign(url);
    },
  },
);

const app = document.createElement('sandbox-app');
app.flow = runner.flow;
app.dispatch = (intent) => runner.send(intent);
app.language = language;
app.clock = bank.clock;
app.requester = requesterOf(options);
app.hideHeader = options.hideHeader ?? false;
if (scenario) app.prefill = scenario.prefill;
app.addEventListener('height', ({ height }) => emitter.resize(height));
app.addEventListener('unreachable', () => runner.send({ type: 'unreachable' }));
runner.subscribe((flow) => {
  app.flow = flow;
  // However the flow left the bank, nobody waits for its answer any more.
  if (flow.state.at !== 'at-bank') bankWindow.close();
  if (isDead(flow.state)) served?.close();
  // The same flow again: its end is near, and the user is to be warned.
  app.requestUpdate();
});
if (params.get('panel') !== 'off' && (welcome?.panel ?? true)) {
  const toggle = document.createElement('panel-toggle');
  toggle.slot = 'tools';
  const { controls, clock } = bank;
  toggle.parts = { controls, clock, log, language, running: scenario?.id };
  app.append(toggle);
}
document.body.append(app);
if (scenario && !resume) void scenario.begin(runner, bank.controls);
runner.start();

/** The banks' own page, in the same language. */
function bankPageOf(user?: string): string {
  const url = new URL('/bank/', location.href);
  url.searchParams.set('lang', language.lang);
  if (user) url.searchParams.set('user', user);
  return url.href;
}

/** The scenario that the URL names. */
async function scenarioOf(id: string | null) {
  return id === null
    ? undefined
    : (await import('./played-scenario.js')).openScenario(id, params.get('play'));
}

/**
 * A scenario has a session of its own. Without one `/auth` runs the session that it is given, and
 * every other path, `/sandbox` above all, makes one.
 */
function visitOf(
  { sessionId = '', userIdentifier = '' }: UbaOptions,
  chosen?: Pick<Scenario, 'start'>,
): Visit {
  if (chosen) {
    const id = chosen.start.sessionId;
    return { kind: 'given', sessionId: id, userIdentifier: userIdentifier || id };
  }
  return location.pathname.startsWith('/auth')
    ? { kind: 'given', sessionId, userIdentifier }
    : { kind: 'own' };
}

/** Scenarios, seeds and the sessions that mean the same without a server need none. */
function isForServer(chosen: Visit): boolean {
  const isOurs = chosen.kind === 'given' && isOwnId(chosen.sessionId);
  return seed === undefined && !scenario && !isOurs;
}

/** Whom the messages of a session of the API are about; it posts `ready` before it is opened. */
function userOf({ session }: Flow): string | undefined {
  if (!served || visit.kind !== 'given') return undefined;
  return session && session.kind !== 'over' ? session.userIdentifier : visit.userIdentifier;
}

/** What an earlier page of this tab stored; the check of it is loaded only then. */
async function storedIn(tab: StateStorage | undefined) {
  const text = tab?.load();
  return text ? (await import('../core/bank/stored-state.js')).readState(text) : undefined;
}

/** The bank's side behind HTTP; it is loaded only where the page is served with it. */
async function openServedBank(server: Welcome): Promise<HttpBank> {
  const { HttpBank } = await import('./http-bank.js');
  return new HttpBank({
    visit,
    welcome: server,
    lang: language.lang,
    send: (path, init) => fetch(path, init),
    onSessionOver: () =>
      runner.send({ type: 'session', session: { kind: 'over', requestId: bank.requestId() } }),
  });
}
