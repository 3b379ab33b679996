/**
 * Every command that a document shows is run: here, beside a graph that the first command of the tour started; elsewhere,
 * where another test or CI runs it; or by hand, with the reason why.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN } from '@causeway/seeds';
import { LONGEST_NIGHT, clearOfMidnight } from '../support/clear-of-midnight.js';
import { DOCUMENTS, ROOT, blocksIn, textOf } from '../support/documents.js';
import { runProgram } from '../support/program.js';
import type { RunningProgram } from '../support/program.js';

const PATIENCE = 120_000;

const TOUR = 'docs/tour.md';

/** What is run in a process that stays. */
const START = 'npm start\n';

/** Commands that another file runs, which names them or the program they start. */
const ELSEWHERE: readonly (readonly [command: RegExp, file: string, names: string])[] = [
  [/^npm start$/, 'test/e2e/document-commands.test.ts', 'all-in-one'],
  [/^CAUSEWAY_METRICS_PORT=\d+ npm start$/, 'test/e2e/document-commands.test.ts', 'all-in-one'],
  [/^npm start -- --workers 2$/, 'test/e2e/workers.test.ts', '--workers'],
  [/^npm run story$/, 'test/e2e/story.test.ts', 'story'],
  [/^npm run mock\b/, 'test/e2e/mock-switch.test.ts', 'mock'],
  [/^npm (?:test|run check|run test:(?:browser|corpus))\b/, '.ci/run', 'npm run test:browser'],
  [
    /^npm run contract -- --against schema\/baseline\b/,
    'package.json',
    '--against schema/baseline',
  ],
  [/^npm run conformance(?: |$)/, 'test/audits/consent-audits.test.ts', 'CONSENT_AUDITS'],
  [/^npm run contract -- --from\b/, 'test/contract/access-diff.test.ts', 'contract'],
];

/** Commands that nobody waits for, and why. */
const BY_HAND: readonly (readonly [command: RegExp, why: string])[] = [
  [/^npm run (?:bench|soak)\b/, 'measures for minutes, on a machine that does nothing else'],
  [/^npm run seed -- .*--patients 100000$/, 'writes for minutes'],
  [/^npm run test:mutants$/, 'runs for hours'],
  [/^npm run fuzz\b/, 'draws for minutes what test/fuzz draws some of'],
  [/^npm run mutate\b/, 'runs for half an hour'],
  [/^npm run contract -- --against HEAD~1$/, 'says another thing after each commit'],
  [/^npm run conformance:subgraph -- (?:PATH|CHECKOUT)$/, 'takes a checkout of the suite'],
  [/^node start\/run\.mjs test\/support\/bare-host\.ts\b/, 'takes a checkout of the suite'],
];

/** The commands of a block: what stands on its lines, ends of lines escaped included, without what is said of them. */
const linesOf = (text: string): readonly string[] =>
  text
    .replaceAll(/\\\n */g, '')
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, ''))
    .filter((line) => line !== '');

const SHOWN = DOCUMENTS.filter((document) => document !== TOUR).flatMap((document) =>
  blocksIn(document)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => linesOf(text)),
);

const isKnown = (command: string): boolean =>
  [...ELSEWHERE, ...BY_HAND].some(([pattern]) => pattern.test(command));

const STEPS = blocksIn(TOUR).flatMap(({ language, text }, index, blocks) => {
  const next = blocks[index + 1];
  const answer = next?.language === 'json' ? next.text : null;
  return language === 'sh' && text !== START ? [{ text, answer }] : [];
});

/** What is run here beside the tour; once, however often it is shown. */
const HERE = [...new Set(SHOWN)].filter(
  (command) => !isKnown(command) && !STEPS.some(({ text }) => text.includes(command)),
);

/** Stands between the outputs of two commands. */
const MARK = '\n---- next\n';

let data: string;
let graph: RunningProgram;
let address: string;

beforeAll(async () => {
  await clearOfMidnight();
  data = mkdtempSync(join(tmpdir(), 'causeway-commands-'));
  const environment = { CAUSEWAY_DATA: data, PORT: '0', CAUSEWAY_METRICS_PORT: '0' };
  graph = runProgram('all-in-one', { environment });
  const said = await graph.says(/Ctrl-C ends it/);
  address = /Graph +(http:\S+)\/graphql/.exec(said)?.[1] ?? '';
}, PATIENCE + LONGEST_NIGHT);

afterAll(async () => {
  graph.kill('SIGTERM');
  await graph.ended;
  rmSync(data, { recursive: true });
});

/** What a script prints; it ends at the first command that fails. */
function shell(script: string): Promise<string> {
  const environment = { CAUSEWAY_DATA: data, PORT: new URL(address).port };
  const child = spawn('sh', ['-e'], { cwd: ROOT, env: { ...process.env, ...environment } });
  let out = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  child.stdin.end(script.replaceAll('http://127.0.0.1:4000', address));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else
        reject(new Error(`Expected ${script} to end with 0, got ${String(code)}:\n${out}${said}`));
    });
  });
}

describe('the tour', () => {
  let outputs: readonly string[];

  beforeAll(async () => {
    const script = STEPS.map(({ text }) => text).join(`printf '${MARK.replaceAll('\n', '\\n')}'\n`);
    outputs = (await shell(script)).split(MARK);
  }, PATIENCE);

  it('begins with the start of the graph, and runs to its end', () => {
    expect(blocksIn(TOUR)[0]).toMatchObject({ language: 'sh', text: START });
    expect(STEPS.length).toBeGreaterThan(5);
    expect(outputs).toHaveLength(STEPS.length);
  });

  it.each(
    STEPS.flatMap(({ text, answer }, index) =>
      answer === null ? [] : [[index, text.slice(0, 120), answer] as const],
    ),
  )('is answered as it says at step %i: %s', (index, _text, answer) => {
    expect(JSON.parse(outputs[index] ?? '')).toMatchObject(JSON.parse(answer) as object);
  });

  it('shows the patient who asked', () => {
    const trail = outputs[STEPS.findIndex(({ text }) => text.includes('auditEvents'))];
    expect(trail).toContain('Lianhua Bay Hospital');
    expect(trail).not.toContain('"errors"');
  });
});

describe('the commands of the documents', () => {
  it.each(ELSEWHERE)('%s: run by %s', (_command, file, names) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
    expect(textOf(file)).toContain(names);
  });

  it.each(BY_HAND)('%s: %s', (command) => {
    expect(SHOWN.some((shown) => command.test(shown))).toBe(true);
  });

  it('are found', () => {
    expect(HERE).toContain('npm run --silent audit:export -- --patient ID');
  });

  let former = '';

  it.each(HERE)(
    '%s',
    async (command) => {
      const [, shlink = ''] = /"shlink": "([^"]+)"/.exec(former) ?? [];
      const [, passcode = ''] = /"passcode": "(\d+)"/.exec(former) ?? [];
      const script = command
        .replace("'shlink:/…' --passcode 12345678", `'${shlink}' --passcode ${passcode}`)
        .replace('PATH... [--joined] [--data FOLDER]', `test/fixtures/fhir --data ${data}/imported`)
        .replace('summary.json', join(data, 'summary.json'))
        .replace(/\bID\b/, PATIENT_CHAN);
      const out = await shell(script);
      former = out;
      if (/--older-than|--out/.test(command)) return;
      expect(out).toMatch(/\S/);
    },
    PATIENCE,
  );
});
