export default [
  {
    name: 'the widget, all included (packages/widget/dist/cdn/uba-widget.js)',
    path: 'packages/widget/dist/cdn/uba-widget.js',
    limit: '12700 B',
    disablePlugins: ['@size-limit/esbuild'],
    brotli: true,
  },
  {
    name: 'the host alone, without the protocol it shares with the widget',
    path: 'packages/host/dist/index.js',
    ignore: ['@finodigital/uba-protocol'],
    limit: '3600 B',
    brotli: true,
  },
  {
    name: 'the component alone, without React and the packages it shares with the widget',
    path: 'packages/react/dist/index.js',
    ignore: ['react', ...['host', 'protocol', 'widget'].map((name) => `@finodigital/uba-${name}`)],
    // As bundlers take it: otherwise it would weigh what makes CommonJS of the imports.
    modifyEsbuildConfig: (/** @type {object} */ config) => ({ ...config, format: 'esm' }),
    limit: '700 B',
    brotli: true,
  },
];
