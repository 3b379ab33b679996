import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/program.js';
import type { RunningProgram } from '../support/program.js';

/** The mark of databases that need no seeds. */
const SEEDED = '{"date":"2026-03-02","isComplete":true}\n';

const PATIENCE = 60_000;

let data: string;
const running: RunningProgram[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'causeway-start-'));
});

afterEach(async () => {
  for (const program of running.splice(0)) {
    program.kill('SIGKILL');
    await program.ended;
  }
  rmSync(data, { recursive: true, force: true });
});

function start(name: string, environment: Readonly<Record<string, string>> = {}): RunningProgram {
  const program = runProgram(name, {
    environment: { CAUSEWAY_DATA: data, PORT: '0', ...environment },
  });
  running.push(program);
  return program;
}

/** Leaves the invented world out, where a test has no use for it. */
const withoutSeeds = (): void => writeFileSync(join(data, 'seeded.json'), SEEDED);

const addressIn = (output: string): string => /Graph +(http:\S+)\/graphql/.exec(output)?.[1] ?? '';

async function takenPort(): Promise<{ port: number; release: () => void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, release: () => server.close() };
}

describe('npm start', () => {
  it(
    'prepares its data once, serves, and ends when it is told to',
    async () => {
      const first = start('all-in-one');
      const output = await first.says(/Ctrl-C ends it/);
      expect(output).toMatch(/Prepared the world of \d{4}-\d\d-\d\d: \d+ records/);
      const health = await fetch(`${addressIn(output)}/health`);
      expect(health.status).toBe(200);
      const page = await fetch(`${addressIn(output)}/`, { headers: { accept: 'text/html' } });
      expect(await page.text()).toContain('PatientRecord');
      first.kill('SIGTERM');
      expect(await first.ended).toMatchObject({ code: 0, signal: null });

      const second = start('all-in-one');
      expect(await second.says(/Ctrl-C ends it/)).not.toContain('Prepar');
      second.kill('SIGINT');
      expect(await second.ended).toMatchObject({ code: 0, signal: null });
    },
    2 * PATIENCE,
  );

  it(
    'prints an example that can be pasted and answers',
    async () => {
      const program = start('all-in-one');
      const output = await program.says(/Ctrl-C ends it/);
      const token = runProgram('token', { args: ['dr-li'], environment: { CAUSEWAY_DATA: data } });
      const printed = await token.succeeds();
      const body = /-d '(.*)'/.exec(output)?.[1] ?? '';
      const response = await fetch(`${addressIn(output)}/graphql`, {
        method: 'POST',
        body,
        headers: {
          authorization: `Bearer ${printed.trim()}`,
          'purpose-of-use': 'TREAT',
          'content-type': 'application/json',
        },
      });
      expect(await response.json()).toMatchObject({
        data: { patient: { name: expect.any(Array), hkid: null } },
        errors: [{ path: ['patient', 'hkid'], extensions: { code: 'NOT_SHARABLE' } }],
      });
    },
    PATIENCE,
  );

  it(
    'names the port that is in use, and how to choose another',
    async () => {
      withoutSeeds();
      const { port, release } = await takenPort();
      const { code, stdout, stderr } = await start('all-in-one', { PORT: String(port) }).ended;
      release();
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toBe(
        `Port ${port} is in use. End what uses it, or choose another one: PORT=${port + 1} npm start\n`,
      );
    },
    PATIENCE,
  );

  it.each([
    ['a wrong port', { PORT: 'http' }, /PORT: expected a number from 0 to 65535, got "http"/],
    ['half an issuer', { CAUSEWAY_ISSUER: 'https://a.invalid' }, /expected all three or none/],
    [
      'production without an issuer',
      { NODE_ENV: 'production' },
      /does not run with NODE_ENV=production/,
    ],
    [
      'production that is told no documents',
      {
        NODE_ENV: 'production',
        CAUSEWAY_ISSUER: 'https://issuer.invalid',
        CAUSEWAY_AUDIENCE: 'causeway',
        CAUSEWAY_JWKS: 'https://issuer.invalid/jwks.json',
      },
      /Expected CAUSEWAY_DOCUMENTS with NODE_ENV=production/,
    ],
    [
      'a data folder below a file',
      { CAUSEWAY_DATA: join(process.execPath, 'data') },
      /Cannot use the data folder/,
    ],
  ])(
    'refuses %s in words',
    async (_what, environment, words) => {
      const { code, stderr } = await start('all-in-one', environment).ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(words);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    PATIENCE,
  );

  it(
    'refuses a mark of the seeds that says nothing',
    async () => {
      writeFileSync(join(data, 'seeded.json'), '{}');
      const { code, stderr } = await start('all-in-one').ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(/seeded\.json to say which day's world the databases hold/);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    PATIENCE,
  );

  it(
    'says which database is none',
    async () => {
      withoutSeeds();
      writeFileSync(join(data, 'records.sqlite'), 'rubbish'.repeat(100));
      const { code, stderr } = await start('all-in-one').ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(/records\.sqlite: the file is no SQLite database\n$/);
    },
    PATIENCE,
  );

  it(
    'refuses a key that others can read',
    async () => {
      withoutSeeds();
      const environment = { CAUSEWAY_DATA: data };
      await runProgram('token', { args: ['dr-li'], environment }).succeeds();
      chmodSync(join(data, 'development-issuer.key.json'), 0o644);
      const { code, stderr } = await start('all-in-one').ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(/can be read by others/);
    },
    PATIENCE,
  );

  it(
    'says so when it is started by another Node',
    async () => {
      const other = "Object.defineProperty(process, 'versions', { value: { node: '20.20.0' } })";
      const program = runProgram('all-in-one', {
        flags: [`--import=data:text/javascript,${encodeURIComponent(other)}`],
        environment: { CAUSEWAY_DATA: join(data, 'none') },
      });
      expect(await program.ended).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/runs on Node\.js 24.*this is 20\.20\.0[^]*npm start/),
      });
      expect(existsSync(join(data, 'none'))).toBe(false);
    },
    PATIENCE,
  );
});
