import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openConsents } from '@causeway/consents';
import type { Caller } from '@causeway/schema';
import { accessEvent } from '../support/access-event.js';
import { runProgram } from '../support/program.js';

const AT = Date.parse('2026-06-01T12:00:00+08:00');

const DAY = 86_400_000;

const ABROAD: Caller = {
  kind: 'professional',
  subject: 's-1',
  client: 'c-1',
  tokenId: 't-1',
  purpose: 'TREAT',
  practitionerRole: 'r-1',
  organization: 'o-1',
  grant: 'g-1',
};

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'causeway-transfers-'));
  const consents = openConsents({
    path: join(data, 'consents.sqlite'),
    keys: [],
    clock: () => AT,
  });
  const crossing = { patient: 'p-1', caller: ABROAD, abroad: true } as const;
  consents.repository.recordAccess([
    accessEvent({ id: 'e-1', at: AT - DAY, ...crossing }),
    accessEvent({ id: 'e-2', at: AT, ...crossing }),
    accessEvent({ id: 'e-3', at: AT, patient: 'p-2' }),
  ]);
  consents.close();
});

afterEach(() => {
  rmSync(data, { recursive: true });
});

const run = (...args: string[]) =>
  runProgram('report-transfers', { args: ['--data', data, ...args] }).ended;

describe('npm run report:transfers', () => {
  it('prints what crossed as CSV, oldest first', async () => {
    const { code, stdout, stderr } = await run('--format', 'csv');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [header = '', ...lines] = stdout.trimEnd().split('\r\n');
    expect(header).toMatch(/^id,at,direction,/);
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['e-1', 'e-2']);
    expect(stdout).not.toContain('p-1');
  });

  it('prints what crossed in a period as JSON', async () => {
    const { stdout } = await run('--format', 'json', '--from', '2026-06-01', '--to', '2026-06-01');
    expect(JSON.parse(stdout)).toMatchObject([
      { event: 'e-2', direction: 'HK_TO_MAINLAND', organization: { id: 'o-1' }, grant: 'g-1' },
    ]);
  });

  it.each([
    ['no format', []],
    ['another format', ['--format', 'xml']],
    ['a date that is none', ['--format', 'csv', '--from', 'yesterday']],
  ])('refuses %s', async (_case, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/format|expected a date/);
  });
});
