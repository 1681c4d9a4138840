import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect } from 'chai';
import { flawsOfWords } from '../../../test/fixtures/flaws-of-words.js';
import { languages, pages, rootOf, type Lang } from '../../pages.mjs';
import type { TextTable } from './language.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const demo = fileURLToPath(new URL('../../', import.meta.url));

/** Every table, by the file that it is in and its name. */
async function tables(): Promise<readonly (readonly [string, TextTable])[]> {
  const files = readdirSync(here).filter((file) => /^(?!language|texts\.test).+\.ts$/.test(file));
  const all = await Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(join(here, file)).href)) as Record<
        string,
        TextTable
      >;
      return Object.entries(module).map(([name, table]) => [`${file} ${name}`, table] as const);
    }),
  );
  return all.flat();
}

/** A text as it comes out: of a function, for one and for several. */
function saidBy(text: TextTable[string]['en']): readonly string[] {
  if (typeof text === 'string') return [text];
  const say = text as (...given: unknown[]) => string;
  return [1, 2].map((count) => say(count, count, count));
}

const pageOf = (lang: Lang, folder: string) =>
  readFileSync(join(demo, rootOf(lang), folder, 'index.html'), 'utf8');

describe('the texts', () => {
  it('are there in German and English, each with something to say', async () => {
    const all = await tables();
    expect(all.length).to.be.greaterThan(10);
    for (const [name, table] of all) {
      for (const [key, words] of Object.entries(table)) {
        expect(Object.keys(words).sort(), `${name} ${key}`).to.deep.equal(['de', 'en']);
        for (const lang of languages) {
          for (const said of saidBy(words[lang]))
            expect(said.trim(), `${name} ${key}`).to.not.equal('');
        }
      }
    }
  });

  for (const [flaw, pattern] of Object.entries(flawsOfWords)) {
    it(`have nowhere ${flaw}`, async () => {
      for (const [name, table] of await tables()) {
        for (const [key, words] of Object.entries(table)) {
          for (const lang of languages) {
            for (const said of saidBy(words[lang]))
              expect(said, `${name} ${key}`).to.not.match(pattern);
          }
        }
      }
    });
  }
});

describe('the pages', () => {
  const structure = (html: string) =>
    [...html.matchAll(/<(\/?[a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)/g)].map(
      ([, tag, attributes = '']) => {
        const kept = [...attributes.matchAll(/\b(id|class|href|rel)="([^"]*)"/g)];
        return [tag, ...kept.map(([whole]) => whole)].join(' ');
      },
    );

  for (const { folder } of pages) {
    it(`${folder || 'the first'}: German and English are built alike, in their own words`, () => {
      const [english, german] = [pageOf('en', folder), pageOf('de', folder)];
      expect(structure(german)).to.deep.equal(structure(english));
      expect(english).to.include('<html lang="en">');
      expect(german).to.include('<html lang="de">');
      const title = (html: string) => /<title>(.+)<\/title>/.exec(html)?.[1];
      expect(title(german)).to.not.equal(title(english));
      for (const html of [english, german]) {
        const said = html.replaceAll(/<pre[^]*?<\/pre>|<[^>]*>/g, '');
        expect(said).to.not.match(/["']/);
      }
    });
  }
});
