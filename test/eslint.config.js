import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'

const noMarkupFromText = [
  {
    selector: 'MemberExpression[property.name=/^(inner|outer)HTML$/]',
    message: 'Text from a file is never markup: use textContent or a component.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Text from a file is never markup: use textContent or a component.',
  },
]

const noClockNoChance = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Pass it in.',
  },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Pass it in.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass it in.' },
]

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'test/fixtures/'] },
  js.configs.recommended,
  ts.configs.recommended,
  ts.configs.stylistic,
  svelte.configs.recommended,
  {
    files: ['**/*.{ts,svelte}'],
    languageOptions: {
      parserOptions: {
        tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)),
        projectService: { allowDefaultProject: ['vite.config.ts'] },
        parser: ts.parser,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      // Hot loops over rows go by index.
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // State that is replaced as a whole holds plain maps and sets.
      'svelte/prefer-svelte-reactivity': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    rules: {
      // The compiler knows every name of each thread better.
      'no-undef': 'off',
      'max-lines': ['error', 250],
      'max-params': ['error', 4],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...noMarkupFromText],
      'no-restricted-imports': [
        'error',
        { name: '@lucide/svelte', message: 'Import the icon: @lucide/svelte/icons/NAME.' },
      ],
      '@typescript-eslint/no-empty-function': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**', 'workers/**'],
    rules: { 'max-lines-per-function': ['error', 40], 'no-console': 'error' },
  },
  {
    // One sentence for each code: a table in the shape of a switch.
    files: ['src/ui/words/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['src/core/**'],
    rules: { 'no-restricted-syntax': ['error', ...noMarkupFromText, ...noClockNoChance] },
  },
)
