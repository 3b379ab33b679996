import { describe, expect, it } from '@jest/globals';
import { CONDITION_KINDS as REGISTERED, problemOfConditions } from '@causeway/providers';
import { CONDITION_KINDS as UNDERSTOOD, SHARABLE_SCOPES, readConditions } from '@causeway/schema';
import type { ConditionFact } from '@causeway/schema';
import fc from 'fast-check';

const NOW = Date.parse('2026-06-01T12:00:00+08:00');

const DATES = ['', '2026', '2026-01-01', '2026-02-30', '2027-05', '2026-01-01T00:00:00Z', 'soon'];

/** Pieces that values are made of, well or badly put together. */
const PIECES = [
  ...['P', 'T', '0', '1', '9', '99', '999', '9999', 'Y', 'M', 'W', 'D', 'H', 'S', '-', '.'],
  ...[',', ' ', '/', 'true', 'false', 'TRUE', 'TREAT', 'DOCTOR', 'viewer', 'AUDIT', '莲湾'],
  ...[...DATES, ...SHARABLE_SCOPES],
];

const values = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.nat(99), fc.nat(999), fc.nat(999), fc.nat(9999))
    .map(([years, months, weeks, days]) => `P${years}Y${months}M${weeks}W${days}D`),
  fc.tuple(fc.constantFrom(...DATES), fc.constantFrom(...DATES)).map((ends) => ends.join('/')),
  fc.string(),
);

const conditions: fc.Arbitrary<ConditionFact[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...Object.keys(REGISTERED), 'MOON_PHASE'), value: values }),
  { minLength: 1, maxLength: 2 },
);

describe('the kinds of conditions of a recognition', () => {
  it('are the same to the register that explains them and to the decision that holds them', () => {
    expect(Object.keys(REGISTERED).sort()).toEqual([...UNDERSTOOD].sort());
  });

  it('have no value that the register takes and the decision cannot read', () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(conditions, (facts) => {
        if (problemOfConditions(facts) !== null) return;
        for (const { kind } of facts) taken.add(kind);
        expect(readConditions(facts, NOW)).not.toHaveProperty('unreadable');
      }),
      { numRuns: 20_000, seed: 1 },
    );
    // Values that nothing takes would show nothing.
    expect([...taken].sort()).toEqual(Object.keys(REGISTERED).sort());
  });

  it.each([
    ['ALLOWED_SCOPES', 'PERSON, ALLERGY_ADR'],
    ['ALLOWED_PURPOSES', 'TREAT'],
    ['MAX_LOOKBACK', 'P3Y'],
    ['VALIDITY_PERIOD', '2026-01-01/'],
    ['READ_ALLOWED', 'true'],
    ['DEPOSIT_ALLOWED', 'false'],
    ['DEPOSIT_DUTY', 'P7D'],
    ['NO_IMAGE_DOWNLOAD', 'true'],
    ['NO_RESTRICTED_LABEL', 'true'],
    ['MAX_GRANT_DURATION', 'PT12H'],
    ['DESIGNATED_CLIENT', 'cross-boundary-viewer'],
    ['NAMED_LOCATIONS', '莲湾医院, Ward 3'],
    ['PRACTITIONER_ROLES', 'DOCTOR,CHINESE_MEDICINE_PRACTITIONER'],
    ['GBA_ONLY', 'true'],
  ])('%s may be “%s” to both', (kind, value) => {
    expect(problemOfConditions([{ kind, value }])).toBeNull();
    expect(readConditions([{ kind, value }], NOW)).not.toHaveProperty('unreadable');
  });
});
