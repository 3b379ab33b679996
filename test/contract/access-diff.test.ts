/** Kept pairs of graphs that differ in one thing, and what the comparison says of each. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/program.js';

const PAIRS = fileURLToPath(new URL('../fixtures/contracts', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-contract-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Compares a kept pair, with more files beside the version after. */
async function contract(
  pair: string,
  files: Readonly<Record<string, string>> = {},
  ...rest: readonly string[]
) {
  cpSync(join(PAIRS, pair), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'to', name), text);
  const sides = ['--from', join(folder, 'from'), '--to', join(folder, 'to')];
  return runProgram('contract', { args: [...sides, ...rest] }).ended;
}

const approval = (audience: string): string =>
  JSON.stringify([
    { coordinate: 'Patient.hkid', audience, reason: 'For a test.', date: '2026-11-22' },
  ]);

describe('the contract command', () => {
  it('fails on a widening, with a witness and the entry that would approve it', async () => {
    const { code, stdout } = await contract('widening');
    expect(stdout).toContain('WIDENS   Patient.hkid  cross-border-professional  (not approved)');
    expect(stdout).toContain(
      'a doctor abroad with consent for PERSON gets Patient.hkid of a Patient; before: never',
    );
    expect(stdout).toContain('{"coordinate":"Patient.hkid","audience":"cross-border-professional"');
    expect(stdout).toContain('EQUAL    Patient.hkid  patient');
    expect(code).toBe(1);
  });

  it('takes a widening that is approved for this audience, and for no other', async () => {
    const approved = { 'approved-widenings.json': approval('cross-border-professional') };
    expect(await contract('widening', approved)).toMatchObject({ code: 0 });
    const other = { 'approved-widenings.json': approval('domestic-professional') };
    expect(await contract('widening', other)).toMatchObject({ code: 1 });
  });

  it('takes no approval that the version before has spent', async () => {
    cpSync(join(PAIRS, 'widening'), folder, { recursive: true });
    const name = 'approved-widenings.json';
    for (const side of ['from', 'to'])
      writeFileSync(join(folder, side, name), approval('cross-border-professional'));
    expect(await contract('widening')).toMatchObject({ code: 1 });
  });

  it('passes a narrowing and tells of it', async () => {
    const { code, stdout } = await contract('narrowing');
    expect(stdout).toContain('NARROWS  Patient.findings  domestic-professional');
    expect(stdout).toContain('NARROWS  Patient.findings  cross-border-professional');
    expect(stdout).not.toContain('WIDENS');
    expect(code).toBe(0);
  });

  it('fails on a breaking change until the changelog announces it', async () => {
    const { code, stdout } = await contract('breaking');
    expect(stdout).toContain('BREAKING');
    expect(stdout).toContain('Announce `Patient.findings.first` under "Unreleased"');
    expect(code).toBe(1);
    const changelog = '## [Unreleased]\n\n- `Patient.findings.first` has to be given.\n';
    expect(await contract('breaking', { 'CHANGELOG.md': changelog })).toMatchObject({ code: 0 });
  });

  it('reports as JSON and as Markdown', async () => {
    const json = await contract('widening', {}, '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      isAgreed: false,
      unapproved: [
        {
          coordinate: 'Patient.hkid',
          audience: 'cross-border-professional',
          witness: { record: 'a Patient', lacks: null },
        },
      ],
    });
    const markdown = await contract('widening', {}, '--format', 'markdown');
    expect(markdown.stdout).toContain('| WIDENS ⚠ | `Patient.hkid` | cross-border-professional |');
  });

  it.each<[string, readonly string[]]>([
    ['breaking', ["'first: Int!'", 'border-desk: Findings', 'ward-desk: Findings']],
    [
      'narrowing',
      ['NARROWS  Patient.findings  cross-border-professional', 'border-desk: Findings'],
    ],
  ])('tells of a %s change whose operations it touches', async (pair, [change = '', ...users]) => {
    const consumers = fileURLToPath(new URL('../fixtures/consumers', import.meta.url));
    cpSync(consumers, join(folder, 'to', 'consumers'), { recursive: true });
    const lines = (await contract(pair)).stdout.split('\n');
    const next = lines.slice(lines.findIndex((line) => line.includes(change)) + 1);
    const end = next.findIndex((line) => !line.includes('used by '));
    expect(next.slice(0, end).map((line) => line.split('used by ')[1])).toEqual(users);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no version to compare with', [], /either --against REF or --from FOLDER/],
    [
      'a commit that is not there',
      ['--against', 'no-such-ref'],
      /git knows here, got "no-such-ref"/,
    ],
    ['an option in place of a commit', ['--against=--all'], /git knows here/],
    ['a folder without SDL', ['--from', '/'], /\.graphql files, got "\/"/],
  ])('says what it expected where it is given %s', async (_, args, message) => {
    const { code, stderr } = await runProgram('contract', { args }).ended;
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  it.each([
    ['SDL that is none', { 'people.graphql': 'type {' }, /people\.graphql: Syntax Error/],
    ['approvals that are none', { 'approved-widenings.json': '{}' }, /list of approved widenings/],
    [
      'a supergraph without labels',
      {
        'supergraph.graphql':
          'schema @link(url: "https://specs.apollo.dev/join/v0.5") { query: Query } type Query { a: String }',
      },
      /expected a link to the consent specification/,
    ],
  ])('says what is wrong with %s', async (_, files, message) => {
    const { code, stderr } = await contract('widening', files);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });
});
