import { describe, expect, it } from '@jest/globals';
import { CONDITION_KINDS, problemOfConditions } from './condition-kinds.js';

describe('a condition', () => {
  it.each([
    ['ALLOWED_SCOPES', ['PERSON', 'PERSON,RAD_REPORT', ' PERSON , RAD_REPORT ']],
    ['ALLOWED_PURPOSES', ['TREAT', 'TREAT,CAREMGT']],
    ['MAX_LOOKBACK', ['P3Y', 'P6M', 'P2W', 'P90D', 'P1Y6M', 'P99Y999M999W9999D']],
    ['VALIDITY_PERIOD', ['2026/2027', '2026-01-01/', '/2027-01-01T00:00:00+08:00', '2026/2026']],
    ['READ_ALLOWED', ['true', 'false']],
    ['DEPOSIT_ALLOWED', ['true', 'false']],
    ['DEPOSIT_DUTY', ['P7D', 'PT48H']],
    ['NO_IMAGE_DOWNLOAD', ['true', 'false']],
    ['NO_RESTRICTED_LABEL', ['true', 'false']],
    ['MAX_GRANT_DURATION', ['P14D', 'PT12H', 'P1DT12H30M']],
    ['DESIGNATED_CLIENT', ['viewer', 'viewer,portal']],
    ['NAMED_LOCATIONS', ['Ward 3', '莲湾医院,Ward 3']],
    ['PRACTITIONER_ROLES', ['DOCTOR', 'DOCTOR,CHINESE_MEDICINE_PRACTITIONER']],
    ['GBA_ONLY', ['true', 'false']],
  ])('%s may have the values %j', (kind, values) => {
    for (const value of values) expect(problemOfConditions([{ kind, value }])).toBeNull();
  });

  it.each([
    ['ALLOWED_SCOPES', ['', ',', 'PERSON,', 'SECRETS', 'PERSON AUDIT', 'CONSENT', 'person']],
    ['ALLOWED_PURPOSES', ['', 'SHOPPING', 'TREAT,', 'treat']],
    ['MAX_LOOKBACK', ['', 'P', 'P0D', '3 years', 'PT12H', 'P1DT1H', 'P100Y', 'P-1Y', 'P3Y ']],
    ['VALIDITY_PERIOD', ['', '/', '2026', '2027/2026', 'soon/', '/2026-02-30', '2026/2027/2028']],
    ['READ_ALLOWED', ['', 'TRUE', 'yes', ' true', '1']],
    ['DEPOSIT_ALLOWED', ['', 'maybe']],
    ['DEPOSIT_DUTY', ['', 'a week', 'P0D', 'PT', 'P1DT']],
    ['NO_IMAGE_DOWNLOAD', ['', 'no']],
    ['NO_RESTRICTED_LABEL', ['', 'no']],
    ['MAX_GRANT_DURATION', ['', 'P', 'PT0S', 'P100Y', 'forever']],
    ['DESIGNATED_CLIENT', ['', 'viewer,', 'view\ner', 'x'.repeat(101)]],
    ['NAMED_LOCATIONS', ['', ',', 'Ward 3,,']],
    ['PRACTITIONER_ROLES', ['', 'doctor', 'DOCTOR;NURSE', '_']],
    ['GBA_ONLY', ['', 'partly']],
  ] as const)('%s may not have the values %j, and is told its form', (kind, values) => {
    for (const value of values) {
      const problem = problemOfConditions([{ kind, value }])?.en;
      expect(problem).toBe(
        `Expected as value of ${kind} ${CONDITION_KINDS[kind].form.en}, got ${JSON.stringify(value.slice(0, 60))}`,
      );
    }
  });

  it.each(['MOON_PHASE', '', 'toString', 'max_lookback'])(
    'of the kind “%s” is refused by name, with the kinds there are',
    (kind) => {
      const problem = problemOfConditions([{ kind, value: 'full' }])?.en;
      expect(problem).toContain(`got ${JSON.stringify(kind)}`);
      expect(problem).toContain('MAX_LOOKBACK');
    },
  );

  it('is given once', () => {
    const condition = { kind: 'VALIDITY_PERIOD', value: '2026/2027' };
    expect(problemOfConditions([condition, condition])?.en).toContain('two of VALIDITY_PERIOD');
  });

  it('is not asked for', () => {
    expect(problemOfConditions([])).toBeNull();
  });
});
