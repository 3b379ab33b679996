import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { documentedExports } from './test/architecture/documented-exports.js';

/** What would let a pure floor learn the time, the environment, chance or the network by itself. */
const IMPURE_GLOBALS = [
  'process',
  'globalThis',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
].map((name) => ({
  name,
  message: 'This floor is pure: time, facts and chance come in as arguments.',
}));

const IMPURE_EXPRESSIONS = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'This floor is pure: take the instant as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'This floor is pure: take the instant as an argument.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'This floor is pure: take the instant as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'This floor is pure: it leaves nothing to chance.',
  },
  {
    selector: "MemberExpression[object.name='AbortSignal'][property.name='timeout']",
    message: 'This floor is pure: take the signal as an argument.',
  },
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    'coverage/',
    '.causeway/',
    'subgraphs/*/migrations/',
    'schema/client/src/generated/',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // The packages' own tsconfigs are for building: they leave the tests out and read the built siblings.
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-deprecated': [
        'error',
        {
          allow: [
            // Only one overload of it is deprecated, and not the one in use.
            { from: 'package', package: 'drizzle-orm', name: 'primaryKey' },
            // Marked so as to stand out alone; it is for providers on loopback.
            { from: 'package', package: 'openid-client', name: 'allowInsecureRequests' },
          ],
        },
      ],
      // Code points are what our identifiers and names are counted in.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // type-graphql describes types by classes whose instances are plain rows of the database.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A number in a template is written the same everywhere; other types still have to be converted by name.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // type-graphql describes the graph by decorated classes, resolvers without state among them.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        {
          selector: 'TSEnumDeclaration',
          message: 'A union of words, or a frozen table of them, serves better.',
        },
      ],
    },
  },
  {
    // So does the explorer's.
    files: ['gateway/explorer/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './gateway/explorer/tsconfig.json' } },
  },
  {
    // A browser's page knows the DOM, and nothing of Node.
    files: ['schema/client/examples/react/page/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: './schema/client/examples/react/page/tsconfig.json' },
    },
  },
  {
    files: ['**/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { causeway: { rules: { 'documented-exports': documentedExports } } },
    rules: { 'causeway/documented-exports': 'error' },
  },
  {
    files: ['gateway/src/{enforcement,execution}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        ...IMPURE_EXPRESSIONS,
      ],
    },
  },
  {
    // Code is generated in this one place.
    files: ['gateway/src/execution/generate.ts'],
    rules: { '@typescript-eslint/no-implied-eval': 'off' },
  },
  {
    // The scripts speak to the person at the terminal.
    files: ['start/**', 'seeds/src/main.ts', 'seeds/src/cli/**', 'test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/drizzle.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
