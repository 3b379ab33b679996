import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProviders } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import type { DepositDuty } from '@causeway/schema';
import { runProgram } from '../support/program.js';

const ENDED = Date.parse('2026-05-20T11:00:00+08:00');

const DUTY: DepositDuty = {
  id: 'd-1',
  organization: 'o-1',
  basis: 'CONDITION',
  categories: [],
  within: 'P7D',
  from: ENDED,
  until: null,
};

let data: string;

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'causeway-duties-'));
  const options = { keys: [], clock: Date.now };
  const providers = openProviders({ path: join(data, 'providers.sqlite'), ...options });
  providers.repository.putOrganization({
    id: 'o-1',
    source: { namespace: 'https://invented.example', id: 'o-1' },
    identifier: [],
    name: [{ language: 'en', text: '=Lotus, "Lagoon"' }],
    active: true,
    type: [],
    telecom: [],
    address: [],
    partOf: null,
    jurisdiction: 'CN-GD',
    city: 'Zhongshan',
    content: null,
  });
  providers.close();
  const records = openRecords({ path: join(data, 'records.sqlite'), ...options });
  records.duties.takeDuties(
    [DUTY, { ...DUTY, id: 'd-2', organization: 'o-2' }].map((duty, index) => ({
      position: index + 1,
      at: ENDED,
      duty,
    })),
  );
  const encounter = {
    id: 'e-1',
    grant: 'g-1',
    patient: 'p-1',
    organization: 'o-1',
    mayDeposit: true,
    scopes: [],
    openedAt: ENDED - 1,
    closedAt: ENDED,
  };
  records.duties.takeEncounters([{ position: 1, at: ENDED, encounter }]);
  records.close();
});

afterAll(() => {
  rmSync(data, { recursive: true });
});

const run = (...args: string[]) => runProgram('report-duties', { args }).ended;

describe('npm run report:duties', () => {
  it('prints how duties stand as CSV, in which no text is a formula', async () => {
    const { code, stdout, stderr } = await run('--data', data);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\r\n')).toEqual([
      'duty,organization,organization_name,basis,categories,within,from,until,due,arrived,arrived_late,late,oldest_late',
      `d-1,o-1,"'=Lotus, ""Lagoon""",CONDITION,,P7D,2026-05-20T03:00:00.000Z,,0,0,0,1,2026-05-27T03:00:00.000Z`,
      'd-2,o-2,,CONDITION,,P7D,2026-05-20T03:00:00.000Z,,0,0,0,0,',
      '',
    ]);
    expect(stdout).not.toContain('p-1');
  });

  it('prints those of one organisation as JSON', async () => {
    const { stdout } = await run('--data', data, '--format', 'json', '--organization', 'o-1');
    expect(JSON.parse(stdout)).toMatchObject([
      { duty: 'd-1', organization: { id: 'o-1' }, late: 1, due: 0, arrived: 0, arrivedLate: 0 },
    ]);
  });

  it.each([
    ['another format', () => ['--data', data, '--format', 'xml'], /format/],
    ['a folder without records', () => ['--data', join(data, 'none')], /Expected records/],
  ])('refuses %s', async (_case, args, said) => {
    const { code, stdout, stderr } = await run(...args());
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(said);
  });
});
