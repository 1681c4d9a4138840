/**
 * Looks for the project's private words in all tracked files and in what the sandbox's command says of
 * itself. Needs `npm run build:packages`. The description of the API, which needs the built page, is
 * looked through by test/api/description.test.mjs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { privateWords, privateWordsIn } from './private-words.mjs';

const leftOut = ['package-lock.json', 'scripts/private-words.mjs'];

const run = (/** @type {string} */ command, /** @type {readonly string[]} */ ...args) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });

/** @type {readonly (readonly [where: string, text: string])[]} */
const texts = [
  ...run('git', 'ls-files', '-z')
    .split('\0')
    .filter((file) => file && !leftOut.includes(file) && existsSync(file))
    .map((file) => /** @type {const} */ ([file, readFileSync(file, 'utf8')]))
    // Pictures are no texts.
    .filter(([, text]) => !text.includes('\0')),
  ['uba-sandbox --help', run(process.execPath, 'sandbox/dist/server/cli.js', '--help')],
];

const found = texts.flatMap(([where, text]) =>
  [...privateWordsIn(where), ...privateWordsIn(text)].map(
    ({ word, line }) => `${where}:${line} ${word} → ${privateWords[word] ?? ''}`,
  ),
);
for (const problem of found) console.error(problem);
console.log(`${texts.length} texts, ${found.length} private words`);
process.exitCode = found.length ? 1 : 0;
