import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const START = fileURLToPath(new URL('.', import.meta.url));

/** Stands in for npm: says how it was called, and puts a Node in place where npm would. */
const FAKE_NPM = `
const fs = require('node:fs');
const { dirname, join } = require('node:path');
fs.appendFileSync(process.env.CALLS, JSON.stringify({ cwd: process.cwd(), args: process.argv.slice(2), path: process.env.PATH.split(':')[0] }) + '\\n');
if (process.env.FAIL) {
  console.error(process.env.FAIL);
  process.exit(1);
}
const node = join(process.cwd(), 'node_modules/node/bin/node');
fs.mkdirSync(dirname(node), { recursive: true });
if (!fs.existsSync(node)) fs.symlinkSync(process.env.REAL_NODE, node);
`;

interface Call {
  readonly cwd: string;
  readonly args: readonly string[];
  readonly path: string;
}

interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'causeway-install-'));
  mkdirSync(join(root, 'start'));
  for (const name of ['install.mjs', 'npm.mjs', 'run.mjs'])
    cpSync(join(START, name), join(root, 'start', name));
  write('package.json', { devDependencies: { node: '24.0.0' } });
  write('package-lock.json', lockOf('1.0.0'));
  writeFileSync(join(root, 'npm.cjs'), FAKE_NPM);
});

afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, value: unknown): void =>
  writeFileSync(join(root, name), JSON.stringify(value));

const lockOf = (version: string): unknown => ({
  packages: {
    '': {},
    'node_modules/a': { version },
    'node_modules/for-another-platform': { version, optional: true },
  },
});

function run(
  args: readonly string[] = ['--version'],
  environment: Readonly<Record<string, string>> = {},
  after?: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, 'start/run.mjs'), ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      npm_execpath: join(root, 'npm.cjs'),
      CALLS: join(root, 'calls'),
      REAL_NODE: process.execPath,
      CI: 'true',
      ...environment,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (part: Buffer) => {
    stdout += part.toString();
    after?.((signal) => child.kill(signal));
  });
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

function calls(): readonly Call[] {
  if (!existsSync(join(root, 'calls'))) return [];
  return readFileSync(join(root, 'calls'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Call);
}

describe('what is missing', () => {
  it('is installed on a Node 24 of its own, which is gone afterwards', async () => {
    expect(await run()).toMatchObject({ code: 0, stdout: `${process.version}\n` });
    const [first, second, ...others] = calls();
    expect(first?.args.slice(0, 2)).toEqual(['install', 'node@24.0.0']);
    expect(first?.cwd).toBe(join(root, '.install'));
    expect(second?.args.slice(0, 2)).toEqual(['install', '--no-save']);
    expect(second?.cwd).toBe(root);
    expect(second?.path).toBe(join(root, '.install/node_modules/node/bin'));
    expect(others).toEqual([]);
    expect(existsSync(join(root, '.install'))).toBe(false);
  });

  it('is installed once', async () => {
    await run();
    expect(await run()).toMatchObject({ code: 0, stderr: '' });
    expect(calls()).toHaveLength(2);
  });

  it('is installed again when the lock file has changed', async () => {
    await run();
    write('package-lock.json', lockOf('2.0.0'));
    await run();
    expect(calls()).toHaveLength(4);
  });

  it('is not installed where npm has done so by hand, other platforms aside', async () => {
    await run();
    write('package-lock.json', lockOf('2.0.0'));
    write('node_modules/.package-lock.json', {
      packages: { 'node_modules/a': { version: '2.0.0' } },
    });
    expect(await run()).toMatchObject({ code: 0, stderr: '' });
    expect(calls()).toHaveLength(2);
  });

  it('is installed afresh where an installation was cut short', async () => {
    mkdirSync(join(root, '.install'));
    // No process has this id: it is beyond the largest one.
    writeFileSync(join(root, '.install/pid'), '99999999');
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/half'), '');
    expect(await run()).toMatchObject({ code: 0 });
    expect(existsSync(join(root, 'node_modules/half'))).toBe(false);
  });

  it('is left to another installation that is under way', async () => {
    mkdirSync(join(root, '.install'));
    writeFileSync(join(root, '.install/pid'), String(process.pid));
    expect(await run()).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `Process ${process.pid} is installing Causeway here. Wait until it is done, then try again.\n`,
    });
    expect(calls()).toEqual([]);
  });
});

describe('a failure to install', () => {
  it.each([
    ['without a network', 'npm error code ENOTFOUND', 'The package registry cannot be reached.'],
    ['on a full disk', 'npm error code ENOSPC', 'The disk is full'],
    ['without the right to write', 'npm error code EACCES', 'npm may not write here.'],
    ['for a reason of its own', 'npm error code EODD', 'What npm says stands above.'],
  ])('%s is told in words, below what npm says', async (_case, FAIL, words) => {
    const { code, stdout, stderr } = await run(['--version'], { FAIL });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`${FAIL}\n\n.*failed: npm ended with 1. ${words}`));
    expect(existsSync(join(root, '.install'))).toBe(false);
  });

  it('is tried again the next time', async () => {
    await run(['--version'], { FAIL: 'npm error' });
    expect(await run()).toMatchObject({ code: 0 });
  });

  it('by another package manager says which one is needed', async () => {
    const outcome = await run(['--version'], { npm_config_user_agent: 'yarn/4.0.0 node/v24' });
    expect(outcome).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('installed by npm, got yarn/4.0.0'),
    });
  });

  it('on too old a Node says which one is needed', async () => {
    const old = "Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } })";
    const outcome = await run(['--version'], {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}`,
    });
    expect(outcome).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        'needs Node.js 20.19 or newer to install itself, got 18.20.0',
      ),
    });
  });
});

describe('what is run', () => {
  it('gets its arguments, and its exit code is handed on', async () => {
    const script = 'console.log(process.argv.slice(1).join(" ")); process.exit(7)';
    expect(await run(['--eval', script, '--', 'a', 'b'])).toMatchObject({
      code: 7,
      stdout: 'a b\n',
    });
  });

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
    'is told of %s and may end in its own way',
    async (signal) => {
      const script = `process.on('${signal}', () => { console.log('ending'); process.exit(3); }); setInterval(() => {}, 1000); console.log('up');`;
      let isSent = false;
      const outcome = await run(['--eval', script], {}, (kill) => {
        if (!isSent) kill(signal);
        isSent = true;
      });
      expect(outcome).toMatchObject({ code: 3, stdout: 'up\nending\n' });
    },
  );

  it('takes with it who started it when a signal ends it', async () => {
    let isSent = false;
    const outcome = await run(
      ['--eval', "setInterval(() => {}, 1000); console.log('up')"],
      {},
      (kill) => {
        if (!isSent) kill('SIGTERM');
        isSent = true;
      },
    );
    expect(outcome).toMatchObject({ code: null, signal: 'SIGTERM' });
  });
});
