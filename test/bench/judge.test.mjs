/** How the bench judges what it measured. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runnerImport } from 'vite';

/** @type {{ module: typeof import('./judge.js') }} */
const {
  module: { judge, judgeAll },
} = await runnerImport('./test/bench/judge.ts', { configFile: false });

/** As many values as rounds, evenly spread about a middle. */
const spread = (/** @type {number} */ middle, /** @type {number} */ width, rounds = 60) =>
  Array.from({ length: rounds }, (_, i) => middle + width * (i / (rounds - 1) - 0.5) * 2);

describe('a row of the bench', () => {
  it('holds where its interval is narrow and not over the limit', () => {
    assert.deepEqual(judge(spread(1.1, 0.1), 1.2), { verdict: 'holds' });
  });

  it('holds where its middle is over the limit and the lower end of the interval is not', () => {
    assert.deepEqual(judge(spread(1.22, 0.2), 1.2), { verdict: 'holds' });
  });

  it('fails where even the lower end is over the limit, however wide the interval', () => {
    assert.deepEqual(judge(spread(1.3, 0.1), 1.2), { verdict: 'fails' });
    assert.deepEqual(judge(spread(3, 1), 1.2), { verdict: 'fails' });
  });

  it('asks for more rounds where the interval is wider than 0.08 to each side', () => {
    const verdict = judge(spread(1.1, 0.64), 1.2);
    assert.equal(verdict.verdict, 'unsure');
    // About a quarter of 60 values, evenly spread over 1.28, are in the interval: twice too wide.
    assert.ok('rounds' in verdict && verdict.rounds > 180 && verdict.rounds < 300);
    assert.deepEqual(judge(spread(1.1, 0.64, verdict.rounds * 1.1), 1.2), { verdict: 'holds' });
  });

  it('asks for more rounds where they are too few for an interval', () => {
    assert.deepEqual(judge([2, 2], 1.2), { verdict: 'unsure', rounds: 6 });
  });

  it('fails where a value is missing', () => {
    assert.deepEqual(judge([1, 1, 1, NaN, 1, 1, 1], 1.2), { verdict: 'fails' });
  });
});

describe('the table of the bench', () => {
  const sample = (/** @type {number} */ factor, page = factor) => ({
    request: 10 * factor,
    ready: 20 * factor,
    mount: 5 * factor,
    pace: 30 * factor,
    message: { browser: 60 * factor, page: 20 * page },
    crowd: 1,
  });
  const rounds = (/** @type {ReturnType<typeof sample>} */ one) => Array(6).fill(one);
  const nothing = { frames: 0, nodes: 0, listeners: 0, bytes: 0 };

  /** @param {{ widget: ReturnType<typeof sample>, left?: typeof nothing }} found */
  const verdicts = ({ widget, left = nothing }) =>
    judgeAll({
      samples: {
        'by hand': rounds(sample(1)),
        'by hand, again': rounds(sample(1)),
        'by hand, two events': rounds(sample(1.1, 1.5)),
        widget: rounds(widget),
        penpal: rounds(sample(2)),
        'Mastercard SDK': rounds(sample(1)),
      },
      leaks: new Map([['widget', { ready: nothing, 'before ready': left }]]),
    }).map(({ title, verdict }) => `${verdict}: ${title}`);

  it('is judged row by row', () => {
    assert.deepEqual(verdicts({ widget: sample(1.12) }), [
      'fails: mount → request',
      'fails: mount → ready',
      'fails: CPU per mount (page)',
      'holds: time per message, streaming',
      'holds: CPU per message (whole browser)',
      'holds: CPU per message (page), beside two events',
      'holds: the same with 100 frames, in proportion to 1',
      'holds: left behind, destroyed when ready',
      'holds: left behind, destroyed before ready',
    ]);
  });

  it('holds the page’s main thread against a listener that fires the same two events', () => {
    const title = 'CPU per message (page), beside two events';
    assert.ok(verdicts({ widget: sample(1, 1.7) }).includes(`holds: ${title}`));
    assert.ok(verdicts({ widget: sample(1, 1.9) }).includes(`fails: ${title}`));
  });

  it('fails where anything is left behind', () => {
    const title = 'left behind, destroyed before ready';
    for (const left of [{ frames: 1 }, { nodes: 1 }, { listeners: 1 }, { bytes: 65 }]) {
      const found = verdicts({ widget: sample(1), left: { ...nothing, ...left } });
      assert.ok(found.includes(`fails: ${title}`), JSON.stringify(left));
    }
  });
});
