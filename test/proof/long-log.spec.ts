/**
 * Ten thousand events in the demo's log: what each costs the page, and how the list scrolls. Told as
 * the time a task takes, and judged by the time the processor spends on it, which a busy machine
 * does not lengthen.
 */
import { expect, test, type Browser, type Page } from '@playwright/test';

const count = 10_000;
/** What a browser calls a long task, in ms. */
const long = 50;

test(`none of ${count} events makes a task of over ${long} ms, and the list stays smooth`, async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await page.goto('/demo/widget/');
  const log = page.getByRole('group', { name: 'Events' });
  const rows = log.getByRole('listitem');
  await expect(rows.filter({ hasText: 'BANK_SEARCH_INIT' })).toBeVisible();

  const measured = [
    await tasksOf(`adding ${count}, each in a task of its own`, browser, page, () =>
      addEvents(page, count, 'at once'),
    ),
    await tasksOf('adding one a frame to them', browser, page, () =>
      addEvents(page, 120, 'one a frame'),
    ),
    await tasksOf('scrolling through them all', browser, page, () =>
      log.evaluate(async (scroller) => {
        const height = scroller.scrollHeight;
        for (let step = 0; step <= 200; step += 1) {
          scroller.scrollTop = (height * step) / 200;
          await new Promise(requestAnimationFrame);
        }
      }),
    ),
  ];
  console.table(measured);
  expect(await rows.count()).toBeLessThan(60);
  await expect(rows.last()).toHaveAttribute('aria-posinset', /^10\d{3}$/);
  for (const { what, 'most CPU, ms': most } of measured) expect(most, what).toBeLessThan(long);
});

/** Lets the widget tell of events that its frame might have posted. */
async function addEvents(page: Page, total: number, pace: 'at once' | 'one a frame') {
  await page.locator('fino-uba').evaluate(
    async (widget, given) => {
      const { port1, port2 } = new MessageChannel();
      const next = () => {
        if (given.pace === 'one a frame') requestAnimationFrame(() => port2.postMessage(0));
        else port2.postMessage(0);
      };
      await new Promise<void>((resolve) => {
        let index = 0;
        port1.onmessage = () => {
          const payload = { accounts: [{ name: 'Girokonto', balance: index }] };
          const detail = { type: 'bank-accounts', payload };
          widget.dispatchEvent(new CustomEvent('uba-message', { detail }));
          index += 1;
          if (index < given.total) next();
          else resolve();
        };
        next();
      });
      // The last one is painted with the next frame but one.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    },
    { total, pace },
  );
}

/** The part of a trace's event that is read here; times in µs. */
interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** The processor's time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The tasks of the page's and its frame's main threads while something happens. */
async function tasksOf(what: string, browser: Browser, page: Page, act: () => Promise<void>) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: Traced[];
  };
  const place = ({ pid, tid }: Traced) => `${pid}/${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(place),
  );
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(place(event)),
  );
  if (tasks.length === 0) throw new Error('The trace holds no tasks.');
  const wall = tasks.map(({ dur = 0 }) => dur / 1000);
  const cpu = tasks.map(({ tdur = 0 }) => tdur / 1000);
  return {
    what,
    tasks: tasks.length,
    'most CPU, ms': Number(Math.max(...cpu).toFixed(1)),
    'longest, ms': Number(Math.max(...wall).toFixed(1)),
    [`over ${long} ms`]: wall.filter((ms) => ms > long).length,
  };
}
