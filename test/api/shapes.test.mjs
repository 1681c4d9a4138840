/**
 * Requests made to be slow or deep, in shapes of every kind and just as large as they may be, to the
 * command with a heap of 100 MB. None takes long, what is larger is refused, and the memory stays as
 * it is. SHAPES says how many.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { until } from '../fixtures/until.mjs';

const numRuns = Number(process.env.SHAPES ?? 500);

/** The longest that an answer may take, in ms. */
const longest = 250;

const kB = 1024;

/**
 * What comes before, again and again, and after; `#` is another number each time.
 *
 * @typedef {fc.Arbitrary<readonly string[]>} Shapes
 */

/** @type {Shapes} */
const jsonShapes = fc.constantFrom(
  ['', '[', ''],
  ['', '[', ']'],
  ['', '{"a":', ''],
  ['', '{"a":', '}'],
  ['', '[{"":', ''],
  ['{"x":', '[[', ''],
  ['[', '0,', '0]'],
  ['[', '[],', '0]'],
  ['[', '{},', '0]'],
  ['[', '1e20,', '0]'],
  ['[', '"\\u0041",', '0]'],
  ['{', '"#":0,', '"z":0}'],
  ['{', '"__proto__":[],', '"z":0}'],
  ['{', '"a":{},', '"z":0}'],
  ['{"type":"', '\\"', '"}'],
  ['{"type":"', '\\', '"}'],
  ['"', '"', ''],
  ['{"url":"http://127.0.0.1/', '#/', '","events":["ubasync"]}'],
  ['{"url":"http://', 'a.', '","events":["ubasync"]}'],
  ['{"url":"http://127.0.0.1:4/","events":[', '"x",', '"ubasync"]}'],
  ['{"url":"http://127.0.0.1:4/","events":[', '"ubasync",', '"ubasync"]}'],
  ['{"expiresIn":"P', '1', 'D"}'],
  ['{"customUserID":"', 'a', '"}'],
  ['', ' ', '{}'],
  ['-', '9', ''],
  ['1e', '9', ''],
);
/** @type {Shapes} */
const messageShapes = fc.constantFrom(
  ['[', '[', ''],
  ['[{"type":"x","payload":[', '[],', '0]}]'],
  ['[{"type":"x","payload":[', '1e20,', '0]}]'],
  ['[{"type":"x","payload":{', '"#":0,', '"z":0}}]'],
  ['[{"type":"x","payload":"', 'ä', '"}]'],
  ['[{"type":"x","payload":', '[', ''],
  ['[{"type":"', 'x', '","payload":0}]'],
  ['[{"bankCode":"90000001","userName":"', '+', '","pin":"1"}]'],
  ['["', ' a', '"]'],
  ['["x",[', '"x",', '"x"]]'],
  ['["x",{"outcome":"agreed","userName":"', 'x', '"}]'],
  ['{"outcome":"agreed","userName":"', 'x', '"}'],
);
const credentials = 'client_id=a&client_secret=b&grant_type=client_credentials';
/** @type {Shapes} */
const formShapes = fc.constantFrom(
  ['', '#=&', ''],
  ['', 'a=&', ''],
  ['', '&', ''],
  ['', '=', ''],
  ['', '%', ''],
  ['', '%41', ''],
  ['', '+', ''],
  [`${credentials}&scope=`, 'banking+', ''],
  [`${credentials}&scope=`, '+', ''],
  [`${credentials}&`, '#&', ''],
);
/** Shapes that nobody thought of. @type {Shapes} */
const anyShape = fc.tuple(
  fc.string({ maxLength: 20 }),
  fc.string({ minLength: 1, maxLength: 6 }),
  fc.string({ maxLength: 20 }),
);

const bankCalls = ['posted', 'logIn', 'findBanks', 'connect', 'startRedirect', 'advance', 'x'];

const targets = fc.oneof(
  fc.record({
    path: fc.constantFrom('/api/auth'),
    limit: fc.constant(16),
    type: fc.constant('application/x-www-form-urlencoded'),
    shape: fc.oneof({ weight: 4, arbitrary: formShapes }, { weight: 1, arbitrary: anyShape }),
  }),
  fc.record({
    path: fc.constantFrom(
      '/api/users',
      '/api/webhooks',
      '/api/users/anna/banking/connect',
      '/_sandbox/clock',
      '/_sandbox/phone',
    ),
    limit: fc.constant(64),
    type: fc.constant('application/json'),
    shape: fc.oneof({ weight: 4, arbitrary: jsonShapes }, { weight: 1, arbitrary: anyShape }),
  }),
  fc.record({
    path: fc.constantFrom(
      ...bankCalls.map((call) => `/_bank/${call}`),
      `/_bank-window/${'0'.repeat(32)}`,
    ),
    limit: fc.constant(16),
    type: fc.constant('application/json'),
    shape: fc.oneof(
      { weight: 4, arbitrary: messageShapes },
      { weight: 1, arbitrary: jsonShapes },
      { weight: 1, arbitrary: anyShape },
    ),
  }),
);

/** What a header or a query can be made of. */
const units = fc.constantFrom(
  '',
  ' ',
  'a&',
  '&',
  '=',
  '%41',
  '%',
  'a=b&',
  'a.',
  ',',
  ';',
  'Bearer ',
);

const requests = fc.record({
  target: targets,
  size: fc.constantFrom('small', 'largest', 'largest', 'larger'),
  isChunked: fc.boolean(),
  query: units,
  header: fc.record({
    name: fc.constantFrom(
      'Content-Type',
      'Authorization',
      'TenantID',
      'X-Note',
      'X-Sandbox-Session',
    ),
    unit: units,
  }),
  length: fc.constantFrom(0, 0, 100, 6000),
});

/** @param {readonly string[]} shape @param {number} size in bytes */
function filled([lead = '', unit = '', end = ''], size) {
  const room = size - Buffer.byteLength(lead + end);
  if (!unit.includes('#')) return lead + unit.repeat(room / Buffer.byteLength(unit)) + end;
  let middle = '';
  for (let count = 0; ; count += 1) {
    const next = unit.replace('#', count.toString(36));
    if (middle.length + next.length > room) return lead + middle + end;
    middle += next;
  }
}

/** @param {string} text @param {number} size */
const padded = (text, size) => text + ' '.repeat(Math.max(0, size - Buffer.byteLength(text)));

describe(`${numRuns} requests made to be slow or deep`, () => {
  it(`are answered within ${longest} ms, and leave nothing behind`, async (t) => {
    const cli = 'sandbox/dist/server/cli.js';
    const child = spawn(process.execPath, [
      '--max-old-space-size=100',
      cli,
      '--port',
      '0',
      '--quiet',
    ]);
    const exit = once(child, 'exit');
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
    }
    t.after(async () => {
      child.kill();
      await exit;
    });
    const [, origin = ''] = await until('the command says where it is', () => {
      assert.equal(child.exitCode, null, said);
      return /(http:\/\/\S+)\/sandbox\n/.exec(said);
    });
    // One connection and one request at a time, so that each takes what it takes by itself.
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    t.after(() => agent.destroy());

    /**
     * @param {string} path @param {string} body
     * @param {{ headers?: Record<string, string>, isChunked?: boolean }} [more]
     */
    const post = async (path, body, { headers = {}, isChunked = false } = {}) => {
      const start = performance.now();
      const request = httpRequest(origin + path, { method: 'POST', agent, headers });
      if (isChunked) request.flushHeaders();
      request.end(body);
      const [response] = await once(request, 'response');
      let text = '';
      response.on('data', (/** @type {Buffer} */ chunk) => (text += chunk.toString()));
      await once(response, 'end');
      const time = performance.now() - start;
      return { status: /** @type {number} */ (response.statusCode), text, time };
    };
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const json = { 'Content-Type': 'application/json' };
    /** The request beside which the others are seen. */
    const plain = () => post('/api/auth', credentials, { headers: form });
    const token = async () => `Bearer ${JSON.parse((await plain()).text).access_token}`;
    const openSession = async () =>
      JSON.parse((await post('/_bank/openSession', '[]', { headers: json })).text).sessionId;
    /** In MB; nothing where the system does not say. */
    const memory = () => {
      const file = `/proc/${child.pid}/status`;
      const [, size = '0'] = existsSync(file)
        ? (/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? [])
        : [];
      return Math.round(Number(size) / kB);
    };

    /** How long the command has worked, in ms: other programs do not count, as by the clock. */
    const worked = () => {
      const file = `/proc/${child.pid}/stat`;
      if (!existsSync(file)) return performance.now();
      const [, fields = ''] = /\) (.+)/.exec(readFileSync(file, 'utf8')) ?? [];
      const [user = '0', system = '0'] = fields.split(' ').slice(11);
      return (Number(user) + Number(system)) * 10;
    };

    /** @type {Record<string, string>} */
    let known = {};
    let count = 0;
    /** @type {number[]} */
    const plainTimes = [];
    /** @type {number[]} */
    const memories = [];
    /** @type {Map<number, number>} */
    const statuses = new Map();
    let slowest = { time: 0, work: 0, what: '' };
    await fc.assert(
      fc.asyncProperty(requests, async ({ target, size, isChunked, query, header, length }) => {
        if (count % 500 === 0) {
          known = { Authorization: await token(), 'X-Sandbox-Session': await openSession() };
        }
        if (count % Math.ceil(numRuns / 10) === 0) memories.push(memory());
        if (count % 10 === 0) plainTimes.push((await plain()).time);
        count += 1;
        const { path, limit, type, shape } = target;
        const isLarger = size === 'larger';
        const most = size === 'small' ? 500 : limit * kB;
        const full = filled(shape, most);
        const body = isLarger ? padded(full, most + 1) : full;
        const search = query.repeat(length / Math.max(1, query.length));
        const value = header.unit.repeat(length / Math.max(1, header.unit.length));
        const headers = {
          ...known,
          'Content-Type': type,
          ...(length > 0 && { [header.name]: (known[header.name] ?? 'x') + value }),
        };
        const before = worked();
        const { status, time } = await post(`${path}?${search}`, body, { headers, isChunked });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const what = `${path} ${shape.join(' … ')} ${size} ${status}`;
        const work = worked() - before;
        if (work > slowest.work) slowest = { time, work, what };
        assert.ok(status < 500, what);
        if (isLarger) assert.equal(status, 413, what);
        else assert.notEqual(status, 413, what);
      }),
      { numRuns, endOnFailure: true },
    );
    memories.push(memory());
    plainTimes.sort((a, b) => a - b);
    const slowestPlain = plainTimes.at(-1) ?? 0;
    console.log(
      `the slowest of ${count}: ${slowest.work.toFixed(0)} ms of work, ` +
        `${slowest.time.toFixed(0)} ms by the clock (${slowest.what}); ` +
        `a plain request: ${plainTimes[plainTimes.length >> 1]?.toFixed(1)} ms, ` +
        `${slowestPlain.toFixed(0)} ms at most; ` +
        `memory in MB: ${memories.join(', ')}; ` +
        [...statuses].map((one) => one.join(': ')).join(', '),
    );
    assert.ok(slowest.work < longest, slowest.what);
    assert.equal(child.exitCode, null, said);
    // All of each size were among them.
    for (const status of [200, 400, 413]) assert.ok(statuses.get(status), String(status));
    // At first an engine takes what it may have; that it ends there, only a long run shows. Beyond the
    // heap's limit the command would be gone.
    const half = numRuns < 10_000 ? Infinity : (memories[memories.length >> 1] ?? 0);
    assert.ok((memories.at(-1) ?? 0) <= half * 1.2, `memory in MB: ${memories.join(', ')}`);
  });
});
