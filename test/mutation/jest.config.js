/**
 * The unit tests of the floor that decides, without those of any other: what `npm run mutate` runs over each fault, and
 * what `npm run check:branches` counts the branches by.
 */
import { fileURLToPath } from 'node:url';
import whole from '../../jest.config.js';

const FLOOR = 'gateway/src/enforcement';
const unit = whole.projects.find(({ displayName }) => displayName === 'unit');

export default {
  ...unit,
  rootDir: '../..',
  roots: [`<rootDir>/${FLOOR}`, '<rootDir>/test/mutation'],
  testEnvironment: fileURLToPath(new URL('first-failure.js', import.meta.url)),
  testMatch: ['<rootDir>/test/mutation/floor.test.ts'],
  collectCoverageFrom: [
    `${FLOOR}/**/*.ts`,
    `!${FLOOR}/**/*.test.ts`,
    `!${FLOOR}/{matrix,testing}/**`,
  ],
  coverageReporters: ['text-summary'],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100, statements: 100 } },
};
