import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import './event-log.js';
import type { EventLog } from './event-log.js';
import { EventRecord } from './event-record.js';

const origin = 'https://uba.example';

async function logOf(record: EventRecord): Promise<EventLog> {
  return await fixture<EventLog>(html`<event-log .record=${record}></event-log>`);
}

const rows = (log: EventLog) => [...log.renderRoot.querySelectorAll<HTMLElement>('.row')];
const button = (log: EventLog, name: string) =>
  [...log.renderRoot.querySelectorAll<HTMLButtonElement>('.bar button')].find(
    ({ textContent }) => textContent.trim() === name,
  )!;

describe('<event-log>', () => {
  before(() => {
    // The virtualiser asks for it; a bundler answers, a test's page does not.
    Object.assign(window, { process: { env: { NODE_ENV: 'production' } } });
  });

  it('tells what was accepted from what was rejected', async () => {
    const record = new EventRecord();
    record.add({ kind: 'message', type: 'ready', origin, payload: { version: '1' } });
    record.add({ kind: 'rejected', type: 'origin', origin });
    const log = await logOf(record);
    await waitUntil(() => rows(log).length === 2);
    expect(rows(log)[0]?.innerText).to.include('accepted').and.to.include('ready');
    expect(rows(log)[1]?.innerText).to.include('rejected').and.to.include('origin');
  });

  it('unfolds origin and payload of an event', async () => {
    const record = new EventRecord();
    record.add({ kind: 'message', type: 'ready', origin, payload: { version: '1.2' } });
    const log = await logOf(record);
    await waitUntil(() => rows(log).length === 1);
    const head = rows(log)[0]?.querySelector('button');
    head?.click();
    await log.updateComplete;
    expect(head).to.have.attribute('aria-expanded', 'true');
    expect(rows(log)[0]?.innerText).to.include(origin).and.to.include('"1.2"');
  });

  it('holds what it shows while it is paused and catches up afterwards', async () => {
    const record = new EventRecord();
    record.add({ kind: 'message', type: 'ready', origin });
    const log = await logOf(record);
    await waitUntil(() => rows(log).length === 1);
    button(log, 'Pause').click();
    await log.updateComplete;
    record.add({ kind: 'message', type: 'EXIT', origin });
    await nextFrame();
    await nextFrame();
    expect(rows(log)).to.have.lengthOf(1);
    button(log, 'Resume').click();
    await waitUntil(() => rows(log).length === 2);
  });

  it('is empty after a clear', async () => {
    const record = new EventRecord();
    record.add({ kind: 'message', type: 'ready', origin });
    const log = await logOf(record);
    button(log, 'Clear').click();
    await waitUntil(() => rows(log).length === 0);
    expect(log.renderRoot.querySelector('.empty')).to.be.visible;
  });

  it('keeps only the rows in view and follows the newest of ten thousand events', async () => {
    const record = new EventRecord();
    const log = await logOf(record);
    for (let index = 1; index <= 10_000; index++) {
      record.add({ kind: 'message', type: `EVENT_${index}`, origin, payload: { index } });
    }
    await waitUntil(() => rows(log).at(-1)?.innerText.includes('EVENT_10000'));
    expect(rows(log).length).to.be.lessThan(60);
    await expect(log).to.be.accessible();
  });

  it('leaves whoever reads further up there, and follows again from the end', async () => {
    const record = new EventRecord();
    const add = (type: string) => record.add({ kind: 'message', type, origin });
    const log = await logOf(record);
    for (let index = 1; index <= 100; index++) add(`EVENT_${index}`);
    const newest = () => rows(log).at(-1)?.innerText ?? '';
    await waitUntil(() => newest().includes('EVENT_100'));
    const scroller = log.renderRoot.querySelector('.scroller')!;
    scroller.scrollTop = 0;
    await waitUntil(() => rows(log)[0]?.innerText.includes('EVENT_1'));
    add('AFTER_READING');
    await nextFrame();
    await nextFrame();
    expect(scroller.scrollTop).to.equal(0);
    scroller.scrollTop = scroller.scrollHeight;
    await waitUntil(() => newest().includes('AFTER_READING'));
    rows(log).at(-2)?.querySelector('button')?.click();
    await log.updateComplete;
    const before = scroller.scrollTop;
    add('AFTER_OPENING');
    await nextFrame();
    await nextFrame();
    expect(scroller.scrollTop).to.equal(before);
    scroller.scrollTop = scroller.scrollHeight;
    await waitUntil(() => newest().includes('AFTER_OPENING'));
    add('AT_THE_END');
    await waitUntil(() => newest().includes('AT_THE_END'));
  });

  it('follows anew once it was cleared, wherever it was read', async () => {
    const record = new EventRecord();
    const addMany = (name: string) => {
      for (let index = 1; index <= 100; index++) {
        record.add({ kind: 'message', type: `${name}_${index}`, origin });
      }
    };
    const log = await logOf(record);
    addMany('BEFORE');
    await waitUntil(() => rows(log).at(-1)?.innerText.includes('BEFORE_100'));
    log.renderRoot.querySelector('.scroller')!.scrollTop = 0;
    await waitUntil(() => rows(log)[0]?.innerText.includes('BEFORE_1'));
    button(log, 'Clear').click();
    await waitUntil(() => rows(log).length === 0);
    addMany('AFTER');
    await waitUntil(() => rows(log).at(-1)?.innerText.includes('AFTER_100'));
  });

  it('takes a fraction of a frame for one more event beside ten thousand', async () => {
    const record = new EventRecord();
    const log = await logOf(record);
    for (let index = 0; index < 10_000; index++) {
      record.add({ kind: 'message', type: 'state', origin, payload: { index } });
    }
    await nextFrame();
    await log.updateComplete;
    const costs: number[] = [];
    for (let round = 0; round < 21; round++) {
      const start = performance.now();
      record.add({ kind: 'message', type: 'state', origin, payload: { round } });
      log.requestUpdate();
      await log.updateComplete;
      costs.push(performance.now() - start);
    }
    expect(costs.sort((a, b) => a - b)[10]).to.be.lessThan(50);
  });
});
