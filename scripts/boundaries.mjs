/**
 * Who may import whom: the layers of the code as a table, turned into lint rules.
 * A layer's own neighbours (`./…`) are named like everything else; tests may import more.
 */

const protocolName = '@finodigital/uba-protocol';
const protocol = `${protocolName}(/schemas|/internal)?`;
const host = '@finodigital/uba-host(/internal)?';
const widget = '@finodigital/uba-widget(/element)?';
const lit = '(lit|@lit/reactive-element)(/.+)?';
const context = '@lit/context';
const own = '\\./.+';
const up = '(\\.\\./)+';
const contract = `${up}(core/)?contract/.+`;
const flowTypes = `${up}core/flow/flow-state\\.js`;
const texts = `${up}texts/.+`;
const shell = `${up}shell/.+`;
const node = 'node:.+';

const server = [
  own,
  // Its own folders, and its own files from one of them.
  '\\.\\./(?!core/|page/)[\\w-]+(/[\\w-]+)?\\.js',
  `${up}core/(bank|contract|scenarios)/.+`,
  protocol,
  'zod',
  'hono(/.+)?',
  '@cantoo/pdf-lib',
];

/** What the demo may: its own, and the packages by their public names, as a user would. */
const demo = [
  '\\.{1,2}/.+',
  protocolName,
  '@finodigital/uba-host',
  widget,
  '@finodigital/uba-sandbox/testing',
  lit,
  context,
  '@tanstack/lit-virtual',
  'fflate',
];

/**
 * A layer: its files, and what they may import, as regular expressions of whole import paths.
 *
 * @type {readonly { layer: string, may: readonly string[] }[]}
 */
const layers = [
  { layer: 'packages/protocol/src/**', may: [own, 'zod/mini'] },
  { layer: 'packages/host/src/**', may: [own, protocol] },
  { layer: 'packages/widget/src/**', may: [own, protocol, host, lit] },
  { layer: 'packages/react/src/**', may: [own, protocol, host, widget, 'react'] },
  { layer: 'sandbox/core/contract/**', may: [own, protocol] },
  { layer: 'sandbox/core/flow/**', may: [own, contract, protocol] },
  { layer: 'sandbox/core/bank/**', may: [own, contract, protocol, 'zod/mini'] },
  { layer: 'sandbox/core/scenarios/**', may: [own, `${up}(flow|contract)/.+`, protocol] },
  {
    layer: 'sandbox/page/*.ts',
    may: [own, `${up}core/.+`, protocol, lit, context],
  },
  {
    layer: 'sandbox/page/screens/**',
    may: [`${up}context\\.js`, contract, flowTypes, texts, shell, lit, context],
  },
  {
    layer: 'sandbox/page/shell/**',
    may: [
      own,
      `${up}context\\.js`,
      contract,
      flowTypes,
      `${up}core/flow/deadlines\\.js`,
      texts,
      lit,
      context,
      'uqr',
    ],
  },
  { layer: 'sandbox/page/theme/**', may: [own, protocol, 'culori/fn'] },
  { layer: 'sandbox/page/texts/**', may: [own, contract, flowTypes, protocol] },
  {
    layer: 'sandbox/page/panel/**',
    may: [
      own,
      `${up}posted-log\\.js`,
      contract,
      `${up}core/scenarios/scenarios\\.js`,
      texts,
      shell,
      protocol,
      lit,
    ],
  },
  {
    layer: 'sandbox/page/bank-page/**',
    may: [
      own,
      `${up}bank-window\\.js`,
      contract,
      `${up}core/bank/banks\\.js`,
      texts,
      shell,
      `${up}theme/.+`,
      protocol,
      lit,
    ],
  },
  { layer: 'sandbox/server/**', may: server },
  // Of the server, only these know that there is Node. The last rule of a file wins.
  {
    layer:
      'sandbox/server/{cli,server,beside-vite,data-file,file-lock,replace-file,control-peers}.ts',
    may: [...server, node, '@hono/node-server'],
  },
  { layer: 'sandbox/server/webhooks/{send,target}.ts', may: [...server, node] },
  {
    // For browsers as well: nothing of the server.
    layer: 'sandbox/testing/**',
    may: [own, `${up}core/scenarios/.+`, `${up}core/contract/durations\\.js`, `${up}page/texts/.+`],
  },
  { layer: 'demo/src/**', may: demo },
  // The log tells what of an event is documented, as the sandbox's panel does.
  { layer: 'demo/src/log/**', may: [...demo, `${protocolName}/internal`] },
];

/** Only these files talk to another window. */
const messagingModules = [
  'packages/host/src/frame-host.ts',
  'sandbox/page/protocol-emitter.ts',
  'sandbox/page/bank-window.ts',
];

const messaging = [
  {
    selector:
      "CallExpression:matches([callee.name='addEventListener'], [callee.property.name='addEventListener'])[arguments.0.value='message']",
    message:
      "'message' listeners stand in the messaging modules that scripts/boundaries.mjs lists.",
  },
  {
    selector: "CallExpression[callee.property.name='postMessage'][arguments.length>1]",
    message: 'Windows are posted to by the messaging modules that scripts/boundaries.mjs lists.',
  },
];

/** What ships runs in pages that may have put anything into `Object.prototype`. */
const ownKeys = [
  {
    selector: "BinaryExpression[operator='in']",
    message: 'It finds inherited keys: use Object.hasOwn, or a discriminant.',
  },
  {
    selector:
      ":not(AssignmentExpression) > MemberExpression[computed=true]:not([property.type='Literal'])",
    message: 'It finds inherited keys: use own().',
  },
];

const tests = ['**/*.test.ts'];

export const boundaries = [
  ...layers.map(({ layer, may }) => ({
    files: [layer],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!(${may.join('|')})$)`,
              message: `${layer} may import only what scripts/boundaries.mjs lists for it.`,
            },
          ],
        },
      ],
    },
  })),
  restricted(['sandbox/{core,page,server}/**', 'demo/src/**'], messagingModules, messaging),
  restricted(['packages/*/src/**'], [], ownKeys),
  restricted(['packages/*/src/**'], messagingModules, [...ownKeys, ...messaging]),
];

/**
 * @param {string[]} files
 * @param {string[]} exceptions besides tests
 * @param {{ selector: string, message: string }[]} syntax
 */
function restricted(files, exceptions, syntax) {
  const ignores = [...exceptions, ...tests];
  return { files, ignores, rules: { 'no-restricted-syntax': ['error', ...syntax] } };
}
