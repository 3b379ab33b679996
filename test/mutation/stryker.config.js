/** How `npm run mutate` puts faults into the floor that decides (docs/mutation.md). */
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KEPT = '.causeway/mutation';
const FLOOR = 'gateway/src/enforcement';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`${FLOOR}/**/*.ts`, `!${FLOOR}/**/*.test.ts`, `!${FLOOR}/{matrix,testing}/**`],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // Only what those tests load, and outside of the repository, where no other tool comes upon a second copy.
  ignorePatterns: [
    '**',
    `!${FLOOR}/**/*.ts`,
    '!test/mutation/*',
    '!jest.config.js',
    '!.swcrc',
    '!package.json',
    '!gateway/package.json',
  ],
  tempDirName: join(tmpdir(), 'causeway-mutation'),
  cleanTempDir: 'always',
  concurrency: 2,
  // A machine that is busy is no endless loop, nor is a process that has loaded the tests too often.
  timeoutMS: 20_000,
  maxTestRunnerReuse: 60,
  incremental: true,
  incrementalFile: `${KEPT}/incremental.json`,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `${KEPT}/report.json` },
  thresholds: { high: 100, low: 95, break: 90 },
};
