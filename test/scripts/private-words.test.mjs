import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { privateWords, privateWordsIn } from '../../scripts/private-words.mjs';

const words = Object.keys(privateWords);
const [phrase = ''] = words.filter((word) => word.includes(' '));

describe('the check of private words', () => {
  it('finds each of them, with its line', () => {
    for (const word of words) {
      assert.deepEqual(privateWordsIn(`One line,\nthen ${word}(): more`), [{ word, line: 2 }]);
    }
  });

  it('finds them as private members and in quotes', () => {
    for (const word of words) {
      assert.equal(privateWordsIn(`this.#${word} = "${word}", '${word}', \`${word}\`;`).length, 4);
    }
  });

  it('passes over longer names that hold one', () => {
    for (const word of words) {
      assert.deepEqual(privateWordsIn(`a${word} ${word}s2 _${word} $${word} ${word}_`), []);
    }
  });

  it('finds a phrase that goes over two lines, of prose or of a comment', () => {
    for (const gap of ['\n', '\n   * ', '\n  // ', '\n# ']) {
      const [first = '', ...rest] = phrase.split(' ');
      assert.deepEqual(privateWordsIn(first + gap + rest.join(' ')), [{ word: phrase, line: 1 }]);
    }
  });

  it('tells capitals apart', () => {
    for (const word of words) {
      const other = word.toUpperCase();
      if (!words.includes(other)) assert.deepEqual(privateWordsIn(other), []);
    }
  });
});
