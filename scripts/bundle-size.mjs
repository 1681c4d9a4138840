/** Prints what the browser bundle weighs, minified and compressed with brotli at its highest level. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const file = 'packages/widget/dist/cdn/uba-widget.js';
const code = readFileSync(file);
const compressed = brotliCompressSync(code, {
  params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
});
const number = new Intl.NumberFormat('en');
console.log(
  `${file}: ${number.format(code.length)} bytes minified, ${number.format(compressed.length)} bytes with brotli`,
);
