/**
 * `node start/run.mjs ARGUMENTS` is `node ARGUMENTS` on Node 24, after installing what is missing. It stays, and hands
 * on the signals that it gets, so that ending npm ends what npm started.
 */
import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { NODE_24, installIfMissing } from './install.mjs';
import { InstallError, say } from './npm.mjs';

try {
  await installIfMissing();
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  say(error.message);
  process.exit(1);
}

const child = spawn(NODE_24, nodeArguments(...process.argv.slice(2)), {
  stdio: 'inherit',
  env: { ...process.env, PATH: [dirname(NODE_24), process.env.PATH].join(delimiter) },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // A terminal sends its signals to the child as well; sent twice, they must not cut a clean end short.
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => {
  say(`Cannot run ${NODE_24}: ${error.message}. Run \`npm run setup\` and try again.`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});

/**
 * TypeScript runs from its source; jest runs ES modules, which Node calls experimental. What requests have fetched lives as
 * long as they do: in Node's 16 MB for young objects it is moved again and again, which costs a large one a tenth of its time.
 */
function nodeArguments(what, ...rest) {
  const flags = ['--max-semi-space-size=64', '--conditions=source', '--import=tsx'];
  if (what?.endsWith('.ts')) return [...flags, what, ...rest];
  if (what !== 'jest') return [what, ...rest].filter((argument) => argument !== undefined);
  const modules = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return [...modules, 'node_modules/jest/bin/jest.js', ...rest];
}
