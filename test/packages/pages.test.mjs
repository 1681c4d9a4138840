/**
 * A page that installs the packed packages: its component tests in simulated browsers, by Vitest and
 * by Jest, and its types under an older TypeScript. The test runners are this repository's; the packages are
 * those that users get. What the READMEs say of these tools' settings is what stands here.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { install, pack } from '../fixtures/pack.mjs';

const run = promisify(execFile);

/** What a page tests of its own use of the widget; the runner's functions are global. */
const componentTest = `
import { createUbaWidget } from '@finodigital/uba-widget';
import { connectUbaFrame } from '@finodigital/uba-host';

const origin = 'https://uba.fino.run';
const turn = () => new Promise((resolve) => setTimeout(resolve));
const thrown = [];
window.addEventListener('error', ({ message }) => thrown.push(message));

afterEach(() => {
  document.body.replaceChildren();
  expect(thrown).toEqual([]);
});

test('markup mounts and loads', async () => {
  document.body.innerHTML =
    '<fino-uba session-id="s" user-identifier="u" hide-header lang="de_DE" theme="{}"></fino-uba>';
  const element = document.querySelector('fino-uba');
  expect([element.sessionId, element.hideHeader, element.status]).toEqual(['s', true, 'idle']);
  await turn();
  expect(element.status).toBe('loading');
  const iframe = element.shadowRoot.querySelector('iframe');
  expect(iframe.title).toBe('Bank verbinden');
  expect(iframe.getAttribute('src')).toContain('/auth?sessionId=s&userIdentifier=u');
});

test('handlers hear the events that a test dispatches, until destroy', async () => {
  const widget = createUbaWidget();
  const heard = [];
  widget.on('uba-status', ({ payload }) => heard.push(payload.status));
  widget.on('bank-connect', ({ payload }) => heard.push(payload.accountIds));
  document.body.append(widget.element);
  await turn();
  expect(widget.status).toBe('idle');
  widget.setSession('s', 'u');
  widget.update({ colorScheme: 'system', autoHeight: true });
  widget.postMessage({ type: 'hello' });
  await turn();

  const detail = { type: 'bank-connect', payload: { accountIds: ['a'], bankLoginId: 'b' } };
  widget.element.dispatchEvent(new CustomEvent(detail.type, { detail }));
  const exit = widget.once('EXIT');
  widget.destroy();
  await expect(exit).rejects.toMatchObject({ code: 'DESTROYED' });
  expect(heard).toEqual(['loading', ['a'], 'destroyed']);
  expect(document.querySelector('fino-uba')).toBe(null);
});

test('the frame itself is heard where the simulated browser gives it a window', async () => {
  const widget = createUbaWidget({ sessionId: 's', userIdentifier: 'u' });
  const heard = [];
  widget.on('*', ({ type }) => heard.push(type));
  document.body.append(widget.element);
  await turn();
  const source = widget.element.shadowRoot.querySelector('iframe').contentWindow;
  const data = { type: 'ready', payload: { version: '1' } };
  window.dispatchEvent(new MessageEvent('message', { source, origin, data }));
  // jsdom has no window for a frame in a shadow root.
  expect(heard).toEqual(source ? ['ready'] : []);
  expect(widget.status).toBe(source ? 'ready' : 'loading');
});

test('a time-out shows the view with Retry, and taking the element out ends it', async () => {
  const options = { sessionId: 's', userIdentifier: 'u', readyTimeout: 1 };
  const { element } = createUbaWidget(options);
  const failure = new Promise((resolve) => element.addEventListener('uba-error', resolve));
  document.body.append(element);
  expect((await failure).detail.code).toBe('LOAD_TIMEOUT');
  element.shadowRoot.querySelector('[part=error] button').click();
  expect(element.status).toBe('loading');
  element.remove();
  expect(element.status).toBe('idle');
});

test('a page with an iframe of its own hears it', () => {
  const iframe = document.createElement('iframe');
  document.body.append(iframe);
  const uba = connectUbaFrame(iframe, { sessionId: 's', userIdentifier: 'u' });
  const heard = [];
  uba.on('EXIT', ({ type }) => heard.push(type));
  const source = iframe.contentWindow;
  window.dispatchEvent(new MessageEvent('message', { source, origin, data: { type: 'EXIT' } }));
  // happy-dom has no window for a frame that it may not load.
  expect(heard).toEqual(source ? ['EXIT'] : []);
  uba.disconnect();
});
`;

/** happy-dom would load the frame from the network. */
const happyDom = { settings: { disableIframePageLoading: true } };

const vitestConfig = { test: { globals: true, environmentOptions: { happyDOM: happyDom } } };

const jestConfig = {
  transform: {
    '\\.m?js$': ['babel-jest', { plugins: ['@babel/plugin-transform-modules-commonjs'] }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@finodigital|@lit|@lit-labs)/)'],
  testEnvironmentOptions: happyDom,
};

const page = `
import {
  createUbaWidget,
  errorCodes,
  parseRedirectCallback,
  type UbaColorScheme,
  type UbaOptions,
} from '@finodigital/uba-widget';
import { FinoUba } from '@finodigital/uba-widget/element';
import { loadUbaWidget } from '@finodigital/uba-widget/loader';
import { connectUbaFrame } from '@finodigital/uba-host';
import { messageTypes } from '@finodigital/uba-protocol';

const colorScheme: UbaColorScheme = 'system';
const options: UbaOptions = { sessionId: 's', userIdentifier: 'u', colorScheme };
const widget = createUbaWidget(options);
const ids: string[] = [];
widget.on('bank-connect', ({ payload }) => ids.push(...payload.accountIds));
widget.on('uba-error', ({ payload }) => ids.push(payload.code));
// @ts-expect-error -- a misspelt event
widget.on('bank-conect', () => undefined);
document.querySelector('fino-uba')?.addEventListener('bank-connect', ({ detail }) => {
  ids.push(detail.payload.bankLoginId);
});
export const frame = connectUbaFrame(document.createElement('iframe'), options);
export const session: string | null | undefined = parseRedirectCallback(location.href)?.sessionId;
export const rest = [errorCodes, messageTypes, FinoUba.version, loadUbaWidget];
`;

/** What resolves modules, and the kind of module that goes with it. */
const resolutions = { node: 'esnext', node16: 'node16', bundler: 'esnext' };

describe('a page with the packed packages', () => {
  /** @type {string} */
  let project;

  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'uba-page-'));
    const tarballs = await pack(['packages/protocol', 'packages/host', 'packages/widget'], project);
    await write('package.json', { type: 'module', private: true });
    await install(project, [...tarballs, 'typescript@5.4.5']);
    for (const tool of [
      'vitest',
      'jsdom',
      'happy-dom',
      'babel-jest',
      'jest-environment-jsdom',
      '@happy-dom/jest-environment',
      '@babel/plugin-transform-modules-commonjs',
    ]) {
      const link = join(project, 'node_modules', tool);
      await mkdir(dirname(link), { recursive: true });
      await symlink(resolve('node_modules', tool), link);
    }
  });

  after(() => rm(project, { recursive: true, force: true }));

  /**
   * @param {string} name
   * @param {string | object} content
   */
  const write = (name, content) =>
    writeFile(join(project, name), typeof content === 'string' ? content : JSON.stringify(content));

  /**
   * Runs a tool there.
   *
   * @param {string} script
   * @param {readonly string[]} args
   * @returns {Promise<string>} all that it has said
   */
  const tool = async (script, ...args) => {
    const command = [script, ...args];
    try {
      const { stdout, stderr } = await run(process.execPath, command, { cwd: project });
      return stdout + stderr;
    } catch (error) {
      const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
      throw new Error(`${script} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
    }
  };

  it('runs its component tests in jsdom and in happy-dom, by Vitest', async () => {
    for (const environment of ['jsdom', 'happy-dom']) {
      const header = `// @vitest-environment ${environment}\n`;
      await write(`${environment}.vitest.test.js`, header + componentTest);
    }
    await write('vitest.config.js', `export default ${JSON.stringify(vitestConfig)};`);
    const said = await tool('node_modules/vitest/vitest.mjs', 'run', '.vitest.', '--no-color');
    assert.match(said, /Tests +10 passed/);
  });

  it('runs them by Jest, with a transform for what is ESM alone', async () => {
    for (const environment of ['jsdom', '@happy-dom/jest-environment']) {
      const name = environment.replace(/\W/g, '');
      const header = `/** @jest-environment ${environment} */\n`;
      await write(`${name}.jest.test.js`, header + componentTest);
    }
    await write('jest.config.json', jestConfig);
    const said = await tool(
      resolve('node_modules/jest/bin/jest.js'),
      '--config=jest.config.json',
      '.jest.',
    );
    assert.match(said, /Tests: +10 passed/);
  });

  it('compiles under TypeScript 5.4 with moduleResolution node, node16 and bundler', async () => {
    await write('page.ts', page);
    for (const [moduleResolution, module] of Object.entries(resolutions)) {
      await write(`${moduleResolution}.json`, {
        compilerOptions: {
          module,
          moduleResolution,
          target: 'es2022',
          lib: ['es2022', 'dom', 'dom.iterable'],
          types: [],
          strict: true,
          skipLibCheck: false,
          outDir: `out/${moduleResolution}`,
        },
        files: ['page.ts'],
      });
    }
    // One process reads what all of them need once.
    const projects = Object.keys(resolutions).map((name) => `${name}.json`);
    await tool('node_modules/typescript/bin/tsc', '--build', ...projects);
  });
});
