import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument: pass the moment in.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument: pass the moment in.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is an argument.',
  },
];
const noDoubleCast = {
  selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
  message: 'A double cast hides a wrong type: narrow it instead.',
};

export default tseslint.config(
  {
    ignores: [
      ...['node_modules', 'build', '.dependency-cruiser.cjs', 'eslint.config.js'],
      // AssemblyScript has types of its own.
      'engines/scan/simd/kernel',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      // One program for every layer: what a layer may call is checked by its own tsconfig.
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noDoubleCast],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['common/**/*.ts', 'server/**/*.ts'],
    // The composition root is where a clock is passed in.
    ignores: ['**/*.test.ts', 'server/index.ts'],
    rules: { 'no-restricted-syntax': ['error', noDoubleCast, ...noClock] },
  },
  {
    files: ['public/**/*.{ts,tsx}', 'standalone/browser/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Command lines and build scripts speak on the terminal; tests and data may be long.
    files: [
      'scripts/**',
      'standalone/cli/**',
      'test/**',
      '**/*.test.{ts,tsx}',
      'common/rule/rule_text.*.ts',
    ],
    rules: { 'no-console': 'off', 'max-lines': 'off' },
  }
);
