/** A program that imports paths into a data folder and is killed at a step: `killed-import.ts DATA STEP PATH...`. */
import { runImport } from '../run-import.js';
import { NOW } from './import-fixtures.js';

const [data = '', step = '', ...paths] = process.argv.slice(2);

await runImport({
  paths,
  data,
  isJoining: false,
  clock: () => NOW,
  onStep: ({ name }) => {
    if (name === step) process.kill(process.pid, 'SIGKILL');
  },
});
