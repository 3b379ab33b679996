/** `npm run test:corpus -- PATH`: the suites over real data, which lies outside the clone. Fails where PATH is missing. */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

const [given, ...jestArguments] = process.argv.slice(2);

if (given === undefined || given.startsWith('-')) {
  fail('Expected the folder of the real data: npm run test:corpus -- PATH');
} else {
  const folder = resolve(given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    fail(`Expected a folder with the real data, found none at ${folder}`);
  } else run(folder);
}

function run(folder: string): void {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'corpus', '--ci'];
  spawn(process.execPath, [...flags, ...jest, ...jestArguments], {
    stdio: 'inherit',
    env: { ...process.env, CAUSEWAY_CORPUS: folder },
  }).on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
