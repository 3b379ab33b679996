import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { TransferRow } from '@causeway/consents';
import type { ReportFormat } from '../report-format.js';
import { COLUMNS, transferReport } from './transfer-report.js';

const transfer = (stated: Partial<TransferRow> = {}): TransferRow => ({
  id: 't-1',
  at: Date.parse('2026-06-01T12:00:00+08:00'),
  direction: 'HK_TO_MAINLAND',
  instrumentType: 'GBA_STANDARD_CONTRACT',
  instrumentReference: 'INVENTED-001',
  counts: { MEDICATION: 3, PERSON: 1 },
  organization: 'o-1',
  organizationNames: [
    { language: 'zh-Hans', text: '莲花湾医院' },
    { language: 'en', text: 'Lianhua Bay Hospital' },
  ],
  system: null,
  systemNames: [],
  purpose: 'TREAT',
  grant: 'g-1',
  event: 'e-1',
  ...stated,
});

const bare = transfer({
  id: 't-2',
  direction: 'MAINLAND_TO_HK',
  instrumentType: null,
  instrumentReference: null,
  counts: { RAD_IMAGE: 2 },
  organizationNames: [],
  system: 'phrs',
  systemNames: [{ language: 'en', text: '=An, invented system' }],
  grant: null,
});

const report = (format: ReportFormat, ...rows: readonly TransferRow[]): string =>
  [...transferReport(rows, format)].join('');

describe('the report of transfers', () => {
  it('is one line for each crossing, as CSV', () => {
    expect(report('csv', transfer(), bare).split('\r\n')).toEqual([
      'id,at,direction,instrument_type,instrument_reference,categories,records,organization,organization_name,system,system_name,purpose,grant,event',
      't-1,2026-06-01T04:00:00.000Z,HK_TO_MAINLAND,GBA_STANDARD_CONTRACT,INVENTED-001,PERSON 1; MEDICATION 3,4,o-1,Lianhua Bay Hospital,,,TREAT,g-1,e-1',
      `t-2,2026-06-01T04:00:00.000Z,MAINLAND_TO_HK,,,RAD_IMAGE 2,2,o-1,,phrs,"'=An, invented system",TREAT,,e-1`,
      '',
    ]);
  });

  it('is a list, as JSON', () => {
    expect(JSON.parse(report('json', transfer(), bare))).toEqual([
      {
        id: 't-1',
        at: '2026-06-01T04:00:00.000Z',
        direction: 'HK_TO_MAINLAND',
        instrument: { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' },
        categories: [
          { category: 'PERSON', count: 1 },
          { category: 'MEDICATION', count: 3 },
        ],
        organization: { id: 'o-1', names: transfer().organizationNames },
        system: null,
        purpose: 'TREAT',
        grant: 'g-1',
        event: 'e-1',
      },
      expect.objectContaining({
        instrument: null,
        system: { id: 'phrs', names: bare.systemNames },
        grant: null,
      }),
    ]);
  });

  it('of nothing is a header, or an empty list', () => {
    expect(report('csv')).toBe(`${COLUMNS.join(',')}\r\n`);
    expect(JSON.parse(report('json'))).toEqual([]);
  });

  it('has every column described', () => {
    const documented = new URL('../../../docs/transfer-register.md', import.meta.url);
    const text = readFileSync(documented, 'utf8');
    const rows = [...text.matchAll(/^\| `([a-z_]+)` +\|/gm)].map(([, column]) => column);
    expect(rows).toEqual(COLUMNS);
  });
});
