/** The composition root of the sandbox's page: reads the address and puts the parts together. */
import { type UbaOptions } from '@finodigital/uba-protocol';
import { decodeOptions } from '@finodigital/uba-protocol/internal';
import { BankWindow, takeReturn } from './bank-window.js';
import { tabStorage } from './tab-storage.js';
import type { HttpBank } from './http-bank.js';
import { openSandboxBank } from '../core/bank/sandbox-bank.js';
import type { Visit } from '../core/bank/session.js';
import type { Welcome } from '../core/contract/welcome.js';
import { readWelcome } from './read-welcome.js';
import { PostedLog } from './posted-log.js';
import { FlowRunner } from '../core/flow/flow-runner.js';
import { bankOf } from '../core/flow/flow-state.js';
import type { Scenario } from '../core/scenarios/scenarios.js';
import { ProtocolEmitter } from './protocol-emitter.js';
import './panel/panel-toggle.js';
import './sandbox-app.js';
import { chooseLanguage } from './texts/index.js';
import { lookApplier } from './theme/apply-look.js';
import { layer, tenantLook, type Look } from './theme/look.js';

/** How long the bank thinks where nobody asked for a run that is the same each time, in ms. */
const usualLatency = 250;

const resume = takeReturn();
const address = new URLSearchParams(location.search);
const scenario = await scenarioOf(address.get('scenario'));
for (const [name, value] of Object.entries(scenario?.start.params ?? {})) {
  if (!address.has(name)) address.set(name, value);
}
const { options } = decodeOptions(address);
const isOn = (name: string) => address.get(name) === 'true';
const seed = address.get('seed') ?? undefined;

const language = chooseLanguage([options.lang ?? '', ...navigator.languages]);
document.documentElement.lang = language.lang;

const show = lookApplier(document.documentElement);
const showOver = (look: Look) => show(layer(tenantLook(options.tenant), look));
showOver(options);

const visit = visitOf(options, scenario);
const welcome = readWelcome(document.querySelector<HTMLMetaElement>('[name=sandbox-server]'));
const served = welcome && isForServer(visit) ? await openServedBank(welcome) : undefined;
const bank =
  served ??
  openSandboxBank({
    visit,
    ...(seed !== undefined && { seed }),
    keep: tabStorage(() => sessionStorage, seed),
    resumed: Boolean(resume),
    bankPage: bankPageOf(scenario?.prefill.userName),
    latency: seed === undefined ? usualLatency : 0,
  });
const log = new PostedLog();
const emitter = new ProtocolEmitter(showOver);
const bankWindow = new BankWindow((back) => runner.send({ type: 'bank-returned', ...back }));

const runner = new FlowRunner(
  {
    ...(options.redirectURL !== undefined && { redirectURL: options.redirectURL }),
    multiple: isOn('multiple'),
    addBankLogin: isOn('addBankLogin'),
    ...(resume && { resume }),
  },
  {
    bankSide: bank.bankSide,
    clock: bank.clock,
    requestId: bank.requestId,
    changes: bank.changes,
    report: reportError,
    post: (message) => {
      emitter.post(message);
      log.add({ at: bank.clock.now(), message });
      served?.posted(message);
    },
    openBank: (url) => {
      const { state } = runner.flow;
      if (state.at !== 'at-bank') return;
      const { kind } = state.purpose;
      bankWindow.open(url, { kind, bankCode: bankOf(state.purpose).bankCode });
    },
    closeBank: () => bankWindow.close(),
    // In a frame it is for the embedding page to move on; the event `redirect` told it where to.
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
app.hideHeader = options.hideHeader ?? false;
if (scenario) app.prefill = scenario.prefill;
app.addEventListener('height', ({ height }) => emitter.resize(height));
runner.subscribe((flow) => {
  app.flow = flow;
  // The same flow again: its end is near, and the user is to be told.
  app.requestUpdate();
});
if (address.get('panel') !== 'off' && (welcome?.panel ?? true)) {
  const toggle = document.createElement('panel-toggle');
  toggle.slot = 'tools';
  toggle.parts = { controls: bank.controls, log, language, running: scenario?.id };
  app.append(toggle);
}
document.body.append(app);
if (scenario && !resume) void scenario.begin();
runner.start();

/** The banks' own page, in the same language. */
function bankPageOf(user?: string): string {
  const url = new URL('/bank/', location.href);
  url.searchParams.set('lang', language.lang);
  if (user) url.searchParams.set('user', user);
  return url.href;
}

/** The scenario that the address names, and how it begins; loaded only then. */
async function scenarioOf(id: string | null) {
  if (id === null) return undefined;
  const [{ scenarios }, { leadOf, prefillOf, ScenarioPlayer }] = await Promise.all([
    import('../core/scenarios/scenarios.js'),
    import('../core/scenarios/scenario-player.js'),
  ]);
  const found = scenarios.find((one) => one.id === id);
  return (
    found && {
      id,
      start: found.start,
      prefill: prefillOf(found),
      /** Goes to the first screen on which a person has something to enter. */
      begin: () => new ScenarioPlayer(runner, bank.controls).play(leadOf(found)),
    }
  );
}

/**
 * A scenario brings its session. Without one `/auth` runs the session it is given, and every other
 * address, `/sandbox` above all, makes its own.
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

/** Scenarios, seeds and the sessions of static hosting need no server. */
function isForServer(chosen: Visit): boolean {
  const isOurs = chosen.kind === 'given' && chosen.sessionId.startsWith('sbx-');
  return seed === undefined && !scenario && !isOurs;
}

/** The bank's side behind HTTP; it is loaded only where the page is served with it. */
async function openServedBank(server: Welcome): Promise<HttpBank> {
  const { HttpBank } = await import('./http-bank.js');
  return new HttpBank({
    visit,
    welcome: server,
    lang: language.lang,
    send: (path, init) => fetch(path, init),
  });
}
