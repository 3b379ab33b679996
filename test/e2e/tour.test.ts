/** The tour, as somebody takes it: each command in one shell, beside a graph that was started by the first of them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, blocksIn } from '../support/documents.js';
import { runProgram } from '../support/program.js';
import type { RunningProgram } from '../support/program.js';

/** What is run in a process that stays. */
const START = 'npm start\n';

const PATIENCE = 120_000;

const BLOCKS = blocksIn('docs/tour.md');
const COMMANDS = BLOCKS.flatMap(({ language, text }, index) => {
  const next = BLOCKS[index + 1];
  return language === 'sh' && text !== START
    ? [{ text, answer: next?.language === 'json' ? next.text : null }]
    : [];
});

/** Stands between the outputs of two commands. */
const MARK = '\n---- next\n';

let data: string;
let graph: RunningProgram;
let outputs: readonly string[];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'causeway-tour-'));
  graph = runProgram('all-in-one', { environment: { CAUSEWAY_DATA: data, PORT: '0' } });
  const said = await graph.says(/Ctrl-C ends it/);
  const address = /Graph +(http:\S+)\/graphql/.exec(said)?.[1] ?? '';
  const script = COMMANDS.map(({ text }) => text.replaceAll('http://127.0.0.1:4000', address));
  outputs = (await shell(script.join(`printf '${MARK.replaceAll('\n', '\\n')}'\n`))).split(MARK);
}, PATIENCE);

afterAll(async () => {
  graph.kill('SIGTERM');
  await graph.ended;
  rmSync(data, { recursive: true });
});

/** What a script prints; it ends at the first command that fails. */
function shell(script: string): Promise<string> {
  const child = spawn('sh', ['-e'], { cwd: ROOT, env: { ...process.env, CAUSEWAY_DATA: data } });
  let out = '';
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  child.stdin.end(script);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else
        reject(new Error(`Expected the tour to end with 0, got ${String(code)}:\n${out}${said}`));
    });
  });
}

describe('the tour', () => {
  it('begins with the start of the graph', () => {
    expect(BLOCKS[0]).toMatchObject({ language: 'sh', text: START });
    expect(COMMANDS.length).toBeGreaterThan(5);
  });

  it('ran to its end', () => {
    expect(outputs).toHaveLength(COMMANDS.length);
    expect(outputs[0]).toContain('dr-li');
    expect(outputs.at(-1)).toMatch(/\S/);
  });

  it.each(
    COMMANDS.flatMap(({ text, answer }, index) =>
      answer === null ? [] : [[index, text.slice(0, 120), answer] as const],
    ),
  )('%i is answered as it says: %s', (index, _text, answer) => {
    expect(JSON.parse(outputs[index] ?? '')).toMatchObject(JSON.parse(answer) as object);
  });

  it('shows the patient who asked', () => {
    const trail = outputs[COMMANDS.findIndex(({ text }) => text.includes('auditEvents'))];
    expect(trail).toContain('Lianhua Bay Hospital');
    expect(trail).not.toContain('"errors"');
  });
});
