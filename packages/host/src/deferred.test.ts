import { expect } from '@open-wc/testing';
import { deferred } from './deferred.js';

describe('deferred', () => {
  it('is settled from outside', async () => {
    const good = deferred<number>();
    good.resolve(7);
    expect(await good.promise).to.equal(7);
    const bad = deferred<number>();
    bad.reject(new Error('no'));
    expect(await bad.promise.catch((error: unknown) => String(error))).to.equal('Error: no');
  });

  it('reports no unhandled rejection', async () => {
    const reports: unknown[] = [];
    const report = (event: PromiseRejectionEvent) => reports.push(event.reason);
    addEventListener('unhandledrejection', report);
    deferred().reject(new Error('nobody listens'));
    // Browsers report in a task of their own.
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    removeEventListener('unhandledrejection', report);
    expect(reports).to.deep.equal([]);
  });
});
