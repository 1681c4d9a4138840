/**
 * Who may import whom: the rooms of the house as a table, turned into lint rules.
 * A room's own neighbours (`./…`) are named like everything else; tests may import more.
 */

const protocol = '@finodigital/uba-protocol(/schemas)?';
const host = '@finodigital/uba-host';
const widget = '@finodigital/uba-widget(/element\\.js)?';
const lit = '(lit|@lit/reactive-element)(/.+)?';
const context = '@lit/context';
const own = '\\./.+';
const node = 'node:.+';
const apiNeighbours = [
  own,
  '\\.\\./(?!src/)[\\w-].*',
  '(\\.\\./)+src/bank/.+',
  '(\\.\\./)+src/flow/(bank-side|clock|sandbox-controls)\\.js',
  protocol,
  'zod/mini',
  'hono(/.+)?',
];

/**
 * A room: its files, and what they may import, as regular expressions of whole import paths.
 *
 * @type {readonly { room: string, may: readonly string[] }[]}
 */
export const rooms = [
  { room: 'packages/protocol/src/**', may: [own, 'zod/mini'] },
  { room: 'packages/host/src/**', may: [own, protocol] },
  { room: 'packages/widget/src/**', may: [own, protocol, host, lit] },
  { room: 'packages/react/src/**', may: [own, widget, 'react', '@lit/react'] },
  { room: 'sandbox/src/flow/**', may: [own, protocol] },
  {
    room: 'sandbox/src/bank/**',
    may: [own, '\\.\\./flow/(bank-side|clock|sandbox-controls)\\.js', protocol, 'zod/mini'],
  },
  { room: 'sandbox/api/**', may: apiNeighbours },
  // Of the API, only these know that there is a server. The last rule of a file wins.
  { room: 'sandbox/api/{server,data-file}.ts', may: [...apiNeighbours, node, '@hono/node-server'] },
  { room: 'sandbox/cli.ts', may: ['\\./api/.+', node] },
  {
    room: 'sandbox/src/screens/**',
    may: [
      '(\\./|\\.\\./)shell/.+',
      '\\.\\./(context|texts)\\.js',
      '\\.\\./flow/(bank-side|flow-state)\\.js',
      lit,
      context,
    ],
  },
  {
    room: 'sandbox/src/shell/**',
    may: [
      own,
      '\\.\\./(context|texts)\\.js',
      '\\.\\./flow/(bank-side|clock|flow-state|deadlines)\\.js',
      lit,
      context,
      'uqr',
    ],
  },
  { room: 'sandbox/src/theme/**', may: [own, protocol] },
  {
    room: 'sandbox/src/panel/**',
    may: [
      own,
      '\\.\\./(event-log|texts)\\.js',
      '\\.\\./flow/(sandbox-controls|scenarios)\\.js',
      '\\.\\./shell/.+',
      protocol,
      lit,
    ],
  },
  {
    room: 'demo/src/**',
    may: [
      '\\.{1,2}/.+',
      protocol,
      host,
      widget,
      '@finodigital/uba-sandbox/(scenarios|compare-events|(panel-|bank-)?texts)',
      lit,
      context,
      '@tanstack/lit-virtual',
    ],
  },
];

/** Only these files talk to another window. */
export const mouths = [
  'packages/host/src/frame-host.ts',
  'sandbox/src/protocol-emitter.ts',
  'sandbox/src/bank-window.ts',
];

const tests = ['**/*.test.ts'];

export const boundaries = [
  ...rooms.map(({ room, may }) => ({
    files: [room],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!(${may.join('|')})$)`,
              message: `${room} may import only what scripts/boundaries.mjs lists for it.`,
            },
          ],
        },
      ],
    },
  })),
  {
    files: ['packages/*/src/**', 'sandbox/src/**', 'demo/src/**'],
    ignores: [...mouths, ...tests],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression:matches([callee.name='addEventListener'], [callee.property.name='addEventListener'])[arguments.0.value='message']",
          message:
            "'message' listeners stand in the files that scripts/boundaries.mjs calls mouths.",
        },
        {
          selector: "CallExpression[callee.property.name='postMessage'][arguments.length>1]",
          message: 'Windows are posted to by the files that scripts/boundaries.mjs calls mouths.',
        },
      ],
    },
  },
];
