import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openConsents } from '@causeway/consents';
import { accessEvent } from '../support/access-event.js';
import { runProgram } from '../support/program.js';

const AT = Date.parse('2026-06-01T12:00:00+08:00');

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'causeway-audit-'));
  const consents = openConsents({
    path: join(data, 'consents.sqlite'),
    keys: [],
    clock: () => AT,
  });
  consents.repository.recordAccess([
    accessEvent({ id: 'e-1', patient: 'p-1', at: AT - 1 }),
    accessEvent({ id: 'e-2', patient: 'p-1', at: AT }),
    accessEvent({ id: 'e-3', patient: 'p-2', at: AT }),
  ]);
  consents.repository.anchorAudit();
  consents.close();
});

afterEach(() => {
  rmSync(data, { recursive: true });
});

const run = (name: string, ...args: string[]) =>
  runProgram(name, { args: ['--data', data, ...args] }).ended;

/** Changes the file past the triggers. */
function tamper(...statements: readonly string[]): void {
  const sqlite = new DatabaseSync(join(data, 'consents.sqlite'));
  sqlite.exec('drop trigger audit_event_never_goes; drop trigger audit_event_never_changes');
  for (const statement of statements) sqlite.exec(statement);
  sqlite.close();
}

describe('npm run audit:verify', () => {
  it('says what it verified, and which anchor to keep; against that it verifies again', async () => {
    const first = await run('audit-verify');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('Verified 3 events of 2 patients: all as they were recorded.');
    const [, anchor = ''] = /Newest anchor: (1:[0-9a-f]{64})/.exec(first.stdout) ?? [];
    expect(await run('audit-verify', '--anchor', anchor)).toMatchObject({ code: 0 });
    const other = `1:${'0'.repeat(64)}`;
    expect(await run('audit-verify', '--anchor', other)).toMatchObject({
      code: 1,
      stdout: 'Broken: anchor 1 is not the one that was noted: the trail was rewritten\n',
    });
  });

  it('names the first event that is not as it was, and ends with 1', async () => {
    tamper("delete from audit_event where id = 'e-1'");
    expect(await run('audit-verify')).toMatchObject({
      code: 1,
      stdout: 'Broken: patient p-1, place 1: an event was removed\n',
    });
  });

  it('does not find a trail intact that is not there', async () => {
    const nowhere = join(data, 'nowhere');
    const ended = await runProgram('audit-verify', { args: ['--data', nowhere] }).ended;
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('Expected an audit trail in');
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('npm run audit:export', () => {
  const idsIn = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly id: string }).id);

  it('prints one resource a line', async () => {
    const { code, stdout } = await run('audit-export');
    expect(code).toBe(0);
    expect(idsIn(stdout)).toEqual(['e-1', 'e-2', 'e-3']);
  });

  it('takes a patient, a time and an age', async () => {
    expect(idsIn((await run('audit-export', '--patient', 'p-2')).stdout)).toEqual(['e-3']);
    const since = new Date(AT).toISOString();
    expect(idsIn((await run('audit-export', '--since', since)).stdout)).toEqual(['e-2', 'e-3']);
    expect(await run('audit-export', '--older-than', 'P10Y')).toMatchObject({
      code: 0,
      stdout: '',
    });
  });

  it('refuses what it cannot read', async () => {
    const ended = await run('audit-export', '--since', 'yesterday');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('--since: expected a date, got "yesterday"');
  });
});
