import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { boundaries } from './scripts/boundaries.mjs';

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    'test-results/',
    'demo/frameworks/',
    // They add to the frameworks' own types, which are not installed here: npm run test:frameworks.
    'packages/widget/types/',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  lit.configs['flat/recommended'],
  wc.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.config.js', '*.config.mjs'] } },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // It would trade `as Shape` for `!`, which says less.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `void promise` and returning void from an arrow are plain where nothing waits.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      // Chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          // Its types say that `equal` returns a promise; it does not.
          allowForKnownSafeCalls: [
            { from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' },
          ],
        },
      ],
    },
  },
  {
    files: ['scripts/**', '*.config.*', 'test/**', 'sandbox/server/cli.ts'],
    languageOptions: { globals: globals.node },
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          // The runner itself waits for what these return.
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'suite', 'test'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    // JSON and the platform hand out `any` here; JSDoc casts say what it is, and cannot be seen by lint.
    files: ['**/*.mjs'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
    ),
  },
  { files: ['*.config.js', '*.config.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  // Its test makes the types that it is written against, and checks it by them.
  { files: ['test/typed-client/**'], extends: [tseslint.configs.disableTypeChecked] },
  // An example in plain JavaScript, shown in the README as it is.
  {
    files: ['demo/back-end/**'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  ...boundaries,
);
