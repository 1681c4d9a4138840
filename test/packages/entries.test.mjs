/** All that the packages export, by entry: a new name in one of them is a decision, made here. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/**
 * The public entries: what a program can import at run time, and the types beside it.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, Names>>>>}
 * @typedef {{ readonly values: string, readonly types: string }} Names
 */
const entries = {
  'packages/protocol': {
    '.': {
      values: `decodeOption errorCodes isMessageType messageTypes optionNames optionTable origins
        readOptions themeDefaults`,
      types: `OptionEffect OptionKind OptionProblem OptionRow ReadOptions UbaBank UbaBankErrorCode UbaColor
        UbaColorScheme UbaFeature UbaLoading UbaMessage UbaMessageType UbaOptionName UbaOptions UbaPayload
        UbaTheme`,
    },
    './schemas': {
      values: 'errorCodeSchema messageSchema messageSchemas resizeSchema',
      types: '',
    },
  },
  'packages/host': {
    '.': {
      values: 'UbaError buildUbaUrl connectUbaFrame parseRedirectCallback',
      types: `UbaAnyMessage UbaBankErrorCode UbaErrorCode UbaFrameConnection UbaHandler
        UbaHandlerOptions UbaMessage UbaMessageType UbaOptions UbaPayload UbaReady
        UbaRedirectCallback`,
    },
  },
  'packages/widget': {
    '.': {
      values: `FinoUba UbaError UbaWidgetController createUbaWidget errorCodes origins
        parseRedirectCallback version`,
      types: `FinoUbaEventMap FinoUbaProps UbaAnyMessage UbaBankErrorCode UbaColorScheme UbaErrorCode
        UbaEventOf UbaEventType UbaHandler UbaHandlerOptions UbaLoading UbaMessage UbaMessageEventMap
        UbaMessageType UbaOptions UbaOwnEventMap UbaPayload UbaReady UbaRedirectCallback
        UbaRejection UbaStatus UbaTheme`,
    },
    './element': { values: 'FinoUba', types: '' },
    './loader': { values: 'loadUbaWidget', types: 'UbaLoaderError UbaLoaderOptions' },
    './react': { values: '', types: '' },
    './vue': { values: '', types: '' },
    './svelte': { values: '', types: '' },
  },
  'packages/react': {
    '.': {
      values: 'FinoUba',
      types: `FinoUbaElement FinoUbaEventMap FinoUbaProps UbaError UbaHandlers UbaOptions UbaStatus`,
    },
  },
  sandbox: {
    '.': { values: 'startSandbox', types: 'RunningSandbox SandboxOptions' },
    './testing': {
      values: 'Person compareEvents leadOf scenarioOf scenarios wordsFor',
      types: `BankWindow Control ExpectedEvent Lang Place PostedEvent Role Scenario ScenarioAction
        ScenarioStart Tab Wanted Words`,
    },
  },
};

/** For our own packages alone: without a promise, and so without a list. */
const internal = './internal';

const packages = Object.entries(entries).map(([folder, listed]) => {
  const { name, exports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  /** @type {(entry: string, condition: 'types' | 'default') => string} */
  const fileOf = (entry, condition) => resolve(folder, exports[entry][condition]);
  return { name, exports, listed, fileOf };
});

const declarations = ts.createProgram(
  packages.flatMap(({ listed, fileOf }) =>
    Object.keys(listed).map((entry) => fileOf(entry, 'types')),
  ),
  {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    // Names are all that is asked for, so that the language's own types need not be read.
    noLib: true,
    types: [],
  },
);

for (const { name, exports, listed, fileOf } of packages) {
  describe(`the entries of ${name}`, () => {
    it('are listed here', () => {
      const found = Object.keys(exports).filter(
        (entry) => entry !== internal && !entry.endsWith('.json'),
      );
      assert.deepEqual(found, Object.keys(listed));
    });

    for (const [entry, { values, types }] of Object.entries(listed)) {
      it(`${entry} exports these names and no others`, async () => {
        const module = await import(pathToFileURL(fileOf(entry, 'default')).href);
        assert.deepEqual(Object.keys(module).sort(), words(values), 'at run time');
        const declared = declaredIn(fileOf(entry, 'types'));
        assert.deepEqual(declared, [...words(values), ...words(types)].sort(), 'as declared');
      });
    }
  });
}

/** @param {string} text */
function words(text) {
  return text.split(/\s+/).filter(Boolean).sort();
}

/**
 * The names that a declaration file exports, types included.
 *
 * @param {string} file
 */
function declaredIn(file) {
  const source = declarations.getSourceFile(file);
  assert.ok(source, `${file} has not been built`);
  const checker = declarations.getTypeChecker();
  const module = checker.getSymbolAtLocation(source);
  assert.ok(module, `${file} is no module`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => symbol.name)
    .sort();
}
