/** One transform for every project; workspaces are read from their sources, so that tests need no build. */
const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  modulePathIgnorePatterns: ['/dist/'],
};

const project = (displayName, ...testMatch) => ({ ...base, displayName, testMatch });

export default {
  // The graph is started for real in many tests, and machines are at times busy.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/support/share-worlds.js',
  projects: [
    project(
      'unit',
      '<rootDir>/{schema,gateway,seeds,start}/src/**/*.test.ts',
      '<rootDir>/{subgraphs/*,schema/client}/src/**/*.test.ts',
      '<rootDir>/start/*.test.ts',
      '<rootDir>/test/bench/**/*.test.ts',
    ),
    project('engine', '<rootDir>/test/engine/**/*.test.ts'),
    project('fuzz', '<rootDir>/test/fuzz/**/*.test.ts'),
    project('contract', '<rootDir>/test/contract/**/*.test.ts'),
    project('architecture', '<rootDir>/test/architecture/**/*.test.ts'),
    project('advisories', '<rootDir>/test/advisories/**/*.test.ts'),
    project('audits', '<rootDir>/test/audits/**/*.test.ts'),
    project('e2e', '<rootDir>/test/e2e/**/*.test.ts'),
    project('browser', '<rootDir>/test/browser/**/*.test.ts'),
    project('corpus', '<rootDir>/test/corpus/**/*.test.ts'),
  ],
};
