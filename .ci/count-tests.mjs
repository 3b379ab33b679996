/** Sums the results that jest wrote into one line, `N passed, N failed`; a suite that could not run counts as failed. */
import { existsSync, readFileSync } from 'node:fs';

const paths = process.argv.slice(2);
const missing = paths.filter((path) => !existsSync(path));
if (missing.length > 0) {
  console.error(`No results of ${missing.join(' and ')}: these tests did not run to their end.`);
  process.exit(1);
}

const results = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')));
const sum = (count) => results.reduce((total, result) => total + count(result), 0);
const passed = sum(({ numPassedTests }) => numPassedTests);
const failed = sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites);

console.log(`${passed} passed, ${failed} failed`);
if (passed === 0 || failed > 0) process.exitCode = 1;
