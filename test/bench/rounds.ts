/**
 * What the bench measures, and how: every contestant in every round, in the same browser, in any
 * order. Garbage is collected when the browser likes to: by force it would go with compiled code and
 * all that the engine has learned about it, and each mount would be paid for as a page's first.
 */
import { chromium, type CDPSession, type Frame, type Page } from '@playwright/test';
import { chromiumArgs, findBrowser } from '../../scripts/find-browser.mjs';
import type { ContestantName, End, FrameAddress } from './contestants.js';
import { openSites, type Sites } from './sites.js';
import { median } from './statistics.js';

/** By hand comes twice: what the two differ by is noise. */
export const names = [
  'by hand',
  'by hand, again',
  'by hand, two events',
  'widget',
  'penpal',
  'Mastercard SDK',
] as const satisfies ContestantName[];

/** What one round says about a contestant. */
export interface Sample {
  /** From the call to the server's log, in ms. */
  readonly request: number;
  /** From the call to the handler, in ms. */
  readonly ready: number;
  /** CPU time of the page's main thread from the call until ready, in ms. */
  readonly mount: number;
  /** From one message to the next while they stream, in µs. */
  readonly pace: number;
  /** CPU time for one message, in µs. */
  readonly message: MessageTime;
  /** That of the page with 100 frames on it, in proportion to 1; NaN where that is not measured. */
  readonly crowd: number;
}

/** CPU time, in µs. */
export interface MessageTime {
  /** Of all the browser's processes, from the frame that posts to the page's handler. */
  readonly browser: number;
  /** The part of the page's main thread. */
  readonly page: number;
}

/** What a destroyed frame leaves behind, on average. */
export interface Leak {
  readonly frames: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly bytes: number;
}

export interface Results {
  /** Name and version. */
  readonly browser: string;
  readonly rounds: number;
  readonly samples: Record<ContestantName, readonly Sample[]>;
  readonly leaks: ReadonlyMap<ContestantName, Readonly<Record<End, Leak>>>;
}

const messages = 3000;
const crowd = 100;
/** A hundred frames take most of a round's time: only those that a limit is about. */
const crowded = ['by hand', 'widget'] as const satisfies ContestantName[];
/** How often the speaker is heard by itself and among all: what counts is the median. */
const hearings = 3;
const leaking = [
  'by hand',
  'widget',
  'penpal',
  'Mastercard SDK',
] as const satisfies ContestantName[];
/** How many frames go between two looks at what is left, and how many looks are compared. */
const destroyed = 40;
const looks = 4;
const warmUp = 3;
/** Thousands of frames later a browser is slower, and at last falls. */
const roundsPerBrowser = 15;

/** Runs the rounds, after a few in each browser that do not count, then looks for leaks. */
export async function measure(rounds: number): Promise<Results> {
  const samples = recordOf((): Sample[] => []);
  let browser = '';
  for (let done = 0; done < rounds; done += roundsPerBrowser) {
    const last = Math.min(roundsPerBrowser, rounds - done);
    browser = await inBrowser([], async (stage) => {
      for (let round = -warmUp; round < last; round += 1) {
        const crowds = recordOf(() => NaN);
        for (const name of shuffled(crowded)) crowds[name] = await inACrowd(stage, name);
        for (const name of shuffled(names)) {
          const sample = { ...(await alone(stage, name)), crowd: crowds[name] };
          if (round >= 0) samples[name].push(sample);
        }
      }
      return `Chromium ${stage.page.context().browser()?.version() ?? ''}`;
    });
  }
  const leaks = new Map<ContestantName, Record<End, Leak>>();
  for (const name of leaking) {
    leaks.set(name, {
      ready: await leak(name, 'ready'),
      'before ready': await leak(name, 'before ready'),
    });
  }
  return { browser, rounds, samples, leaks };
}

/** Destroys frames, once they are ready or before, and looks at once at what is left of them. */
async function leak(name: ContestantName, end: End): Promise<Leak> {
  // What the engine learns about code takes memory too; without it, what is left is the frames'.
  return inBrowser(['--js-flags=--jitless --no-flush-bytecode'], async (stage) => {
    const seen: Leak[] = [];
    for (let look = 0; look < looks; look += 1) {
      const frames = newFrames(stage, destroyed);
      await stage.page.evaluate(
        ([who, what, when]) => window.bench.mountAndDestroy(who, what, when),
        [name, frames, end] as const,
      );
      seen.push(await whatIsThere(stage));
    }
    // The median, as the browser now and then takes a page of memory more, or gives one back.
    const each = (key: keyof Leak) =>
      median(seen.slice(1).map((after, i) => after[key] - (seen[i]?.[key] ?? NaN))) / destroyed;
    return {
      frames: each('frames'),
      nodes: each('nodes'),
      listeners: each('listeners'),
      bytes: each('bytes'),
    };
  });
}

interface Stage {
  readonly sites: Sites;
  readonly page: Page;
  readonly devTools: CDPSession;
  readonly browserTools: CDPSession;
  /** The frame that passes orders on to the others. */
  readonly orders: Frame;
  sessions: number;
}

async function inBrowser<T>(
  args: readonly string[],
  use: (stage: Stage) => Promise<T>,
): Promise<T> {
  const sites = await openSites();
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium'),
    chromiumSandbox: false,
    args: [...chromiumArgs, ...args],
  });
  try {
    const page = await browser.newPage();
    await page.goto(sites.page.origin);
    await page.waitForFunction(() => 'bench' in window);
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Performance.enable');
    const orders = page.frame({ url: `${sites.frames.origin}/orders` });
    if (!orders) throw new Error('The page has no frame for orders.');
    const browserTools = await browser.newBrowserCDPSession();
    return await use({ sites, page, devTools, browserTools, orders, sessions: 0 });
  } finally {
    await browser.close();
    await sites.close();
  }
}

/** One frame: mounted, heard, destroyed. */
async function alone(stage: Stage, name: ContestantName): Promise<Omit<Sample, 'crowd'>> {
  const [frame] = newFrames(stage, 1);
  await idle(stage);
  // What it costs to be asked is not the contestant's to pay.
  const [asking] = await cpuOf(stage, () => stage.page.evaluate(() => Promise.resolve()));
  const [mounting, { mountedAt, readyAt }] = await cpuOf(stage, () => mount(stage, name, [frame]));
  const requestedAt = stage.sites.requestedAt.get(frame.sessionId) ?? NaN;
  const pace = await paceOfMessages(stage, frame);
  const message = await cpuOfMessage(stage, frame);
  await destroyAll(stage);
  return {
    request: requestedAt - mountedAt,
    ready: readyAt - mountedAt,
    mount: mounting - asking,
    pace,
    message,
  };
}

/** One frame is heard by itself, then among a hundred. */
async function inACrowd(stage: Stage, name: ContestantName): Promise<number> {
  const [speaker, ...others] = newFrames(stage, crowd);
  await mount(stage, name, [speaker]);
  const byItself = await pageTimeOfMessage(stage, speaker);
  await mount(stage, name, others);
  await idle(stage);
  const amongAll = await pageTimeOfMessage(stage, speaker);
  await destroyAll(stage);
  return amongAll / byItself;
}

async function pageTimeOfMessage(stage: Stage, frame: FrameAddress): Promise<number> {
  const times: number[] = [];
  while (times.length < hearings) times.push((await cpuOfMessage(stage, frame)).page);
  return median(times);
}

/** The frame posts as fast as it can, while the page hears what there is. */
async function paceOfMessages({ page, orders }: Stage, { sessionId }: FrameAddress) {
  await page.evaluate((count) => window.bench.expect(count), messages);
  await orders.evaluate(passOn, { sessionId, count: messages });
  return ((await page.evaluate(() => window.bench.arrived)) * 1000) / (messages - 1);
}

/**
 * The page is held up until all messages have been posted and then works them off in one go:
 * how often it would wake up in between is chance.
 */
async function cpuOfMessage(stage: Stage, { sessionId }: FrameAddress): Promise<MessageTime> {
  const { page, orders, sites } = stage;
  await page.evaluate((count) => window.bench.expect(count), messages);
  const before = await browserTime(stage);
  const [ms] = await cpuOf(stage, async () => {
    const held = sites.hold();
    const waiting = page.evaluate(() => window.bench.wait());
    // Where something else breaks first, that is what to tell.
    waiting.catch(() => undefined);
    const release = await held;
    await orders.evaluate(passOn, { sessionId, count: messages });
    release();
    await waiting;
    await page.evaluate(() => window.bench.arrived);
  });
  const each = (time: number) => (time * 1000) / messages;
  return { browser: each((await browserTime(stage)) - before), page: each(ms) };
}

/** Runs in the frame for orders; resolves when the order has been carried out. */
function passOn(order: { sessionId: string; count: number }): Promise<void> {
  const channel = new BroadcastChannel('orders');
  channel.postMessage(order);
  return new Promise((resolve) => {
    channel.onmessage = () => {
      channel.close();
      resolve();
    };
  });
}

/** The CPU time that the page's main thread spends on an action, in ms, and what came of it. */
async function cpuOf<T>(stage: Stage, action: () => Promise<T>): Promise<[number, T]> {
  const before = await metric(stage, 'ThreadTime');
  const result = await action();
  return [((await metric(stage, 'ThreadTime')) - before) * 1000, result];
}

/** The CPU time of all the browser's processes so far, in ms. */
async function browserTime({ browserTools }: Stage): Promise<number> {
  const { processInfo } = await browserTools.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

async function metric({ devTools }: Stage, name: string): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? NaN;
}

function newFrames(stage: Stage, count: number): [FrameAddress, ...FrameAddress[]] {
  const { origin } = stage.sites.frames;
  const one = () => ({ origin, sessionId: `session-${(stage.sessions += 1)}` });
  return [one(), ...Array.from({ length: count - 1 }, one)];
}

const recordOf = <T>(make: () => T) =>
  Object.fromEntries(names.map((name) => [name, make()])) as Record<ContestantName, T>;

const mount = ({ page }: Stage, name: ContestantName, frames: readonly FrameAddress[]) =>
  page.evaluate(([who, what]) => window.bench.mount(who, what), [name, frames] as const);

/** Resolves when the page and the frames' process have nothing left to do. */
async function idle({ page, orders }: Stage): Promise<void> {
  // To take down a hundred frames keeps it busy for a while: this comes after all there is to do.
  await orders.evaluate(() => scheduler.postTask(() => undefined, { priority: 'background' }));
  await page.evaluate(() => window.bench.idle());
}

const destroyAll = ({ page }: Stage) => page.evaluate(() => window.bench.destroyAll());

const collectGarbage = ({ devTools }: Stage) => devTools.send('HeapProfiler.collectGarbage');

async function whatIsThere(stage: Stage): Promise<Leak> {
  // What the first pass frees may have held more.
  for (let pass = 0; pass < 3; pass += 1) await collectGarbage(stage);
  const heap = await stage.devTools.send('Runtime.getHeapUsage');
  return {
    frames: await metric(stage, 'Frames'),
    nodes: await metric(stage, 'Nodes'),
    listeners: await metric(stage, 'JSEventListeners'),
    bytes: heap.usedSize + heap.embedderHeapUsedSize,
  };
}

/** In an order of its own each time, so that nobody always comes after the same one. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
