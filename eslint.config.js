import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const CYRILLIC = '[\\u0400-\\u04FF]'

/** People's texts live in locales folders, where both languages stand side by side. */
const noTextInCode = [
  'error',
  { selector: `Literal[value=/${CYRILLIC}/]`, message: 'Ukrainian text belongs into a locales folder.' },
  {
    selector: `TemplateElement[value.raw=/${CYRILLIC}/]`,
    message: 'Ukrainian text belongs into a locales folder.',
  },
]

export default tseslint.config(
  {
    ignores: ['**/dist/', '**/node_modules/', 'packages/database/src/generated/', '.run/', 'bench/results/'],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.check.json', './tools/simulator/page/tsconfig.check.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': noTextInCode,
    },
  },
  {
    // process.env is read where a process begins, and nowhere else.
    files: ['packages/*/src/**/*.ts', 'services/*/src/**/*.ts'],
    ignores: ['services/*/src/main.ts', 'packages/testing/**', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only main.ts reads the environment; pass values on.',
        },
      ],
    },
  },
  {
    // What is typed is compared with these tables of words; nobody is shown them.
    files: ['packages/database/src/search/ukrainian.ts', 'services/worker/src/bot/command-words.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['packages/domain/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'The domain gets the present moment as an argument.' },
        { name: 'process', message: 'The domain knows no process.' },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts', '**/testing/**/*.ts', '**/testdata/**/*.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        module: 'writable',
        fetch: 'readonly',
        Buffer: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
)
