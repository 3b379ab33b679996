/** Several gateways at one address: what one of them knows, all of them keep to. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAS } from '@causeway/seeds';
import { openDataFolder, openDevelopmentIssuer } from '@causeway/start';
import { proofKey } from '../../gateway/src/identity/testing/proof-key.js';
import { isAlive, runProgram } from '../support/program.js';
import type { RunningProgram } from '../support/program.js';

/** The mark of databases that need no seeds: these tests are about processes. */
const SEEDED = '{"date":"2026-03-02","isComplete":true}\n';

const PATIENCE = 120_000;

const OPEN = '{ recordTypes { description } }';

let data: string;
let program: RunningProgram;
let address: string;
let processes: ReadonlyMap<string, number>;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'causeway-workers-'));
  writeFileSync(join(data, 'seeded.json'), SEEDED);
  const environment = { CAUSEWAY_DATA: data, PORT: '0' };
  program = runProgram('all-in-one', { args: ['--workers', '2'], environment });
  const output = await program.says(/Ctrl-C ends it/);
  address = /Graph +(http:\S+)\/graphql/.exec(output)?.[1] ?? '';
  processes = processesIn(output);
}, PATIENCE);

afterAll(async () => {
  program.kill('SIGKILL');
  await program.ended;
  rmSync(data, { recursive: true, force: true });
});

function processesIn(output: string): ReadonlyMap<string, number> {
  const lines = output.matchAll(/Process +(\d+) +(\w+(?: \d)?)/g);
  return new Map([...lines].map(([, pid, name = '']) => [name, Number(pid)]));
}

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Asks over a connection of its own: connections go to the workers in turn. */
function askAnew(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false });
    const asked = ask(new URL(path, address), { method, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject);
    // A connection on its way to a worker that dies is in nobody's hands: its client has to give up.
    asked.setTimeout(5_000, () => asked.destroy(new Error('No answer')));
    asked.end(body);
  });
}

const askGraph = (headers: Readonly<Record<string, string>>): Promise<Answered> =>
  askAnew('/graphql', {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'purpose-of-use': 'TREAT',
      ...headers,
    },
    body: JSON.stringify({ query: OPEN }),
  });

const doctor = PERSONAS.find(({ name }) => name === 'dr-wong')?.claims;

async function issue(more: object = {}): Promise<string> {
  if (doctor === undefined) throw new Error('Expected the persona dr-wong');
  const issuer = await openDevelopmentIssuer(openDataFolder(data), { isProduction: false });
  return issuer.issue({ ...doctor, ...more }, Date.now());
}

const cookiesOf = ({ headers }: Answered): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describe('npm start -- --workers 2', () => {
  it('runs two gateways at one address beside their home and the subgraphs', async () => {
    expect([...processes.keys()].toSorted()).toEqual([
      'consents',
      'home',
      'patients',
      'providers',
      'records',
      'worker 1',
      'worker 2',
    ]);
    expect(new Set(processes.values()).size).toBe(7);
    expect((await askAnew('/health')).status).toBe(200);
  });

  it('takes a proof of possession once, whichever worker is asked', async () => {
    const key = await proofKey();
    const token = await issue({ cnf: { jkt: key.thumbprint } });
    const url = `${address}/graphql`;
    for (let round = 0; round < 3; round += 1) {
      const dpop = await key.proof({ method: 'POST', url, token, now: Date.now() });
      const headers = { authorization: `DPoP ${token}`, dpop };
      const answers = await Promise.all(Array.from({ length: 4 }, () => askGraph(headers)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
    }
  });

  it('signs somebody in across workers', async () => {
    const begun = await askAnew('/sign-in?to=/authorise');
    expect(begun.status).toBe(303);
    const provider = new URL(String(begun.headers['location']));
    provider.searchParams.set('login_hint', 'patient-chan');
    const chosen = await fetch(provider, { redirect: 'manual' });
    const back = new URL(chosen.headers.get('location') ?? '');
    expect(back.origin).toBe(address);
    const welcome = await askAnew(`${back.pathname}${back.search}`, {
      headers: { cookie: cookiesOf(begun) },
    });
    expect(welcome.status).toBe(200);
    const cookie = cookiesOf(welcome);
    const pages = await Promise.all(
      Array.from({ length: 4 }, () => askAnew('/authorise', { headers: { cookie } })),
    );
    // The databases hold nobody, so the page says who has signed in, and no more.
    for (const { text } of pages) expect(text).toContain('action="/sign-out"');
    expect((await askAnew('/authorise')).text).not.toContain('action="/sign-out"');
    // What comes back a second time is not the answer to anything that was begun.
    const again = await askAnew(`${back.pathname}${back.search}`, {
      headers: { cookie: cookiesOf(begun) },
    });
    expect(again.status).toBe(400);
  });

  it(
    'goes on when a worker is killed, and puts another in its place',
    async () => {
      const token = await issue();
      const lost = processes.get('worker 1') ?? 0;
      const underWay = Array.from({ length: 8 }, () =>
        askGraph({ authorization: `Bearer ${token}` }),
      );
      process.kill(lost, 'SIGKILL');
      // They went to the two in turn: the other one's are answered.
      const settled = await Promise.allSettled(underWay);
      const answered = settled.flatMap((one) =>
        one.status === 'fulfilled' ? one.value.status : [],
      );
      expect(answered.length).toBeGreaterThanOrEqual(4);
      expect(new Set(answered)).toEqual(new Set([200]));
      const output = await program.says(/Process +\d+ +worker 1\n[^]*Process +\d+ +worker 1\n/);
      expect(output).toContain('The process of worker 1 has ended (SIGKILL)');
      const replaced = processesIn(output.slice(output.lastIndexOf('has ended'))).get('worker 1');
      expect(replaced).not.toBe(lost);
      for (let count = 0; count < 4; count += 1) {
        expect((await askGraph({ authorization: `Bearer ${token}` })).status).toBe(200);
      }
    },
    PATIENCE,
  );

  it(
    'ends them all when it is told to',
    async () => {
      program.kill('SIGTERM');
      expect(await program.ended).toMatchObject({ code: 0, signal: null });
      expect([...processes.values()].filter(isAlive)).toEqual([]);
    },
    PATIENCE,
  );
});
