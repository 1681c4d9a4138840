/** Plants imports that break a boundary, and one that does not, and lints them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

// Boundaries are rules on syntax; the planted files exist in no TypeScript project.
const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => /^no-restricted-(imports|syntax)$/.test(ruleId),
});

/**
 * @param {string} filePath
 * @param {string} code
 */
async function lint(filePath, code) {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

/** @type {readonly (readonly [file: string, code: string])[]} */
const broken = [
  ['packages/protocol/src/planted.ts', "import 'lit';"],
  ['packages/protocol/src/planted.ts', "import { z } from 'zod';"],
  ['packages/host/src/planted.ts', "import 'lit';"],
  ['packages/host/src/planted.ts', "import { FinoUba } from '@finodigital/uba-widget';"],
  ['packages/host/src/planted.ts', "export { FinoUba } from '../../widget/src/fino-uba.js';"],
  ['packages/widget/src/planted.ts', "import { LitElement } from 'react';"],
  ['packages/widget/src/planted.ts', "import '@finodigital/uba-sandbox';"],
  ['packages/widget/src/planted.ts', "import '@finodigital/uba-react';"],
  ['packages/react/src/planted.ts', "import 'lit';"],
  ['packages/react/src/planted.ts', "import 'react-dom';"],
  ['sandbox/core/flow/planted.ts', "import { LitElement } from 'lit';"],
  ['sandbox/core/flow/planted.ts', "import '../bank/banks.js';"],
  ['sandbox/core/bank/planted.ts', "import '../flow/transition.js';"],
  ['sandbox/core/bank/planted.ts', "import 'lit';"],
  ['sandbox/server/planted.ts', "import { serve } from '@hono/node-server';"],
  ['sandbox/server/planted.ts', "import { readFile } from 'node:fs';"],
  ['sandbox/server/planted.ts', "import '../core/flow/transition.js';"],
  ['sandbox/server/planted.ts', "import * as z from 'zod/mini';"],
  ['sandbox/server/endpoints/planted.ts', "import '../../page/screens/search.js';"],
  ['sandbox/core/bank/planted.ts', "import { Hono } from 'hono';"],
  ['sandbox/page/screens/planted.ts', "import './search-screen.js';"],
  ['sandbox/page/screens/planted.ts', "import '../bank/banks.js';"],
  ['demo/src/planted.ts', "import { fits } from '@finodigital/uba-protocol/src/shape.js';"],
  ['demo/src/planted.ts', "import 'react';"],
];

/** @type {readonly (readonly [file: string, code: string])[]} */
const kept = [
  ['packages/protocol/src/planted.ts', "import * as z from 'zod/mini';"],
  ['packages/host/src/planted.ts', "import { fits } from '@finodigital/uba-protocol';"],
  ['packages/widget/src/planted.ts', "import { css } from 'lit';"],
  ['packages/react/src/planted.ts', "import React from 'react';"],
  ['sandbox/core/flow/planted.ts', "import type { Flow } from './flow-state.js';"],
  ['sandbox/core/bank/planted.ts', "import type { BankSide } from '../contract/bank-side.js';"],
  ['sandbox/server/planted.ts', "import { Hono } from 'hono';"],
  ['sandbox/server/planted.ts', "import * as z from 'zod';"],
  ['sandbox/server/endpoints/planted.ts', "import type { User } from '../user.js';"],
  [
    'sandbox/server/endpoints/planted.ts',
    "import type { BankAnswer } from '../../core/contract/bank-side.js';",
  ],
  ['sandbox/page/screens/planted.ts', "import { consume } from '@lit/context';"],
  ['demo/src/planted.ts', "import { createUbaWidget } from '@finodigital/uba-widget';"],
];

describe('the boundaries of the layers', () => {
  for (const [file, code] of broken) {
    it(`refuse ${code} in ${file}`, async () => {
      assert.deepEqual(await lint(file, code), ['no-restricted-imports']);
    });
  }
  for (const [file, code] of kept) {
    it(`allow ${code} in ${file}`, async () => {
      assert.deepEqual(await lint(file, code), []);
    });
  }
  it('let only the messaging modules listen for messages and post to windows', async () => {
    const code = "addEventListener('message', f); window.addEventListener('message', f);";
    assert.deepEqual(await lint('packages/widget/src/planted.ts', code), [
      'no-restricted-syntax',
      'no-restricted-syntax',
    ]);
    assert.deepEqual(await lint('demo/src/planted.ts', "w.postMessage({}, '*');"), [
      'no-restricted-syntax',
    ]);
    assert.deepEqual(await lint('packages/host/src/frame-host.ts', code), []);
  });
});
