/** Runs npm for the installation: finds it, shows that it is at work, and says in words why it failed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** A failure whose message is all that the person at the terminal needs. */
export class InstallError extends Error {}

/** Says a line to the person at the terminal; stdout is left to what was asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** The path of npm's script: of the npm that started this, or of the one that came with this Node. */
export function npmCommand() {
  const { npm_execpath: starter, npm_config_user_agent: agent = 'npm' } = process.env;
  if (!agent.startsWith('npm')) {
    throw new InstallError(
      `Causeway is installed by npm, got ${agent.split(' ')[0]}. Use \`npm start\` or \`npm test\`.`,
    );
  }
  const bundled = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const found = [starter, bundled].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return [found];
  throw new InstallError(
    'Cannot find npm. Start this through npm: `npm start`, `npm test` or `npm run setup`.',
  );
}

/**
 * Runs a step of npm with the given Node; what npm says is shown only when it fails.
 *
 * @throws InstallError if npm fails
 */
export async function runNpm(title, node, args, cwd) {
  const child = spawn(node, [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: {
      ...process.env,
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part));
  const finish = showProgress(title);
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message)).on('close', resolve);
  });
  finish();
  if (code !== 0) throw new InstallError(explain(title, Buffer.concat(output).toString(), code));
}

/** On a terminal one line that counts the seconds; elsewhere a line now and then. */
function showProgress(title) {
  const started = Date.now();
  const { isTTY } = process.stderr;
  const line = () => `${title} ... ${Math.round((Date.now() - started) / 1000)} s`;
  const show = () => process.stderr.write(isTTY ? `\r${line()}` : `${line()}\n`);
  show();
  const ticking = setInterval(show, isTTY ? 1_000 : 10_000);
  return () => {
    clearInterval(ticking);
    show();
    if (isTTY) process.stderr.write('\n');
  };
}

const EXPLANATIONS = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
    'The package registry cannot be reached. Check the network, `npm config get registry` and `npm config get proxy`, then try again.',
  ],
  [/ENOSPC/, 'The disk is full; about 1 GB is needed.'],
  [
    /EACCES|EPERM|EROFS/,
    "npm may not write here. Check who owns this folder and npm's cache (`npm config get cache`).",
  ],
  [
    /EINTEGRITY/,
    'A package is not what package-lock.json names. Run `npm cache clean --force`, then try again.',
  ],
];

function explain(title, output, code) {
  const known = EXPLANATIONS.find(([pattern]) => pattern.test(output));
  const meaning = known === undefined ? 'What npm says stands above.' : known[1];
  return `${output.trimEnd()}\n\n${title} failed: npm ended with ${code}. ${meaning}`;
}
