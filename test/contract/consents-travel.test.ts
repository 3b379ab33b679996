/** Consents leave as FHIR Consents of R4 and R5 and come back: what they deny to whom is what it was. */
import { describe, expect, it } from '@jest/globals';
import { CONSENT_RELEASES, fhirConsent } from '@causeway/consents';
import type { ConsentRow } from '@causeway/consents';
import { exclusionsOf, isExcluded, isInterpreted, mayDeny } from '@causeway/gateway/enforcement';
import type { Resolve } from '@causeway/records/fhir';
import { CONFIDENTIALITY_SYSTEM, SENSITIVITY_SYSTEM } from '@causeway/schema';
import type { ConsentFact, ProvisionFact, RecordFacts } from '@causeway/schema';
import { consentEntry } from '@causeway/seeds/import';
import fc from 'fast-check';

const SEED = 20261122;
const CASES = 300;

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const NAMES = { category: true, date: true, security: true };

const scopes = fc.constantFrom('LAB_REPORT', 'MEDICATION', 'ALLERGY_ADR');
const ids = (...known: string[]) => fc.subarray(known, { minLength: 1 });
const periods = fc.constantFrom(
  { start: '2026-01-01', end: null },
  { start: null, end: '2026-06-30' },
  { start: '2025', end: '2026-11-22' },
);
const labels = fc.constantFrom(
  { system: CONFIDENTIALITY_SYSTEM, code: 'N' },
  { system: CONFIDENTIALITY_SYSTEM, code: 'R' },
  { system: SENSITIVITY_SYSTEM, code: 'PSY' },
);
const codes = fc.constantFrom(
  { system: 'http://loinc.org', code: '1' },
  { system: null, code: '2' },
);

/** Names of records of one kind: FHIR means any of several kinds, the layer all of them. */
const data = fc.oneof(
  fc.constant({}),
  ids('r-1', 'r-2').map((records) => ({ records })),
  ids('clinic', 'role').map((authoredBy) => ({ authoredBy })),
  ids('e-1').map((related) => ({ related })),
);

const conditions = {
  period: periods,
  dataPeriod: periods,
  actor: ids('clinic', 'role', 'other'),
  action: fc.constantFrom(['READ'] as const, ['DEPOSIT'] as const),
  // Those that lie within none of the others: a denial of one that does is one of what lies within it.
  purpose: ids('HRESCH', 'PATRQT', 'BTG'),
  securityLabel: fc.array(labels, { minLength: 1, maxLength: 2 }),
  category: fc.uniqueArray(scopes, { minLength: 1, maxLength: 2 }),
  code: fc.array(codes, { minLength: 1, maxLength: 2 }),
};

/** Few conditions at once, since a rule of many meets nobody; and few of them that cannot be interpreted. */
const conditioned: fc.Arbitrary<Omit<ProvisionFact, 'type'>> = fc
  .tuple(
    fc.record(conditions),
    fc.subarray(Object.keys(conditions) as (keyof typeof conditions)[], { maxLength: 2 }),
    data,
    fc.integer({ min: 1, max: 12 }),
  )
  .map(([all, chosen, named, lot]) => ({
    ...Object.fromEntries(chosen.map((name) => [name, all[name]])),
    ...named,
    ...(lot === 1 && { uninterpreted: ['expression'] }),
  }));

const rulesTo = (depth: number): fc.Arbitrary<ProvisionFact> =>
  fc
    .tuple(
      fc.constantFrom('permit' as const, 'deny' as const),
      conditioned,
      depth === 0 ? fc.constant([]) : fc.array(rulesTo(depth - 1), { maxLength: 2 }),
    )
    .map(([type, rule, provision]) => ({
      type,
      ...rule,
      ...(provision.length > 0 && { provision }),
    }));

const rows: fc.Arbitrary<ConsentRow> = fc
  .record({
    decision: fc.constantFrom('permit' as const, 'deny' as const),
    status: fc.constantFrom(...(['active', 'active', 'active', 'inactive'] as const)),
    period: fc.oneof(fc.constant({ start: null, end: null }), periods),
    provision: fc.array(rulesTo(2), { maxLength: 3 }),
  })
  .map((stated) => ({
    owner: 'consent',
    validFrom: 0,
    validTo: null,
    version: 1,
    patient: 'chan',
    kind: 'RESTRICTION',
    origin: 'IMPORTED',
    category: [],
    grantor: null,
    grantee: [],
    granteeKey: '[]',
    dateTime: '2026-05-01',
    instant: 0,
    sourceReference: null,
    policyBasis: null,
    verification: [],
    supersededBy: null,
    ...stated,
  }));

const TYPES: Readonly<Record<string, string>> = {
  clinic: 'Organization',
  other: 'Organization',
  role: 'PractitionerRole',
  'r-1': 'Observation',
  'r-2': 'Observation',
  'e-1': 'Encounter',
};

const resolve: Resolve = ({ reference }) => {
  const id = String(reference).replace(/^urn:uuid:|^\w+\//, '');
  const type = TYPES[id];
  return type === undefined ? null : { type, id };
};

const records: readonly RecordFacts[] = ['LAB_REPORT', 'MEDICATION', 'ENCOUNTER'].flatMap(
  (category) =>
    [
      { code: 'N', date: '2026-03-01', author: ['clinic'], related: ['e-1'] },
      { code: 'R', date: '2025', author: ['role', 'other'], related: [] },
      { code: 'N', date: null, author: [], related: ['e-2'] },
    ].map(({ code, ...record }, index) => ({
      patient: 'chan',
      id: `r-${index + 1}`,
      category,
      security: [
        { system: CONFIDENTIALITY_SYSTEM, code },
        ...(index === 1 ? [{ system: SENSITIVITY_SYSTEM, code: 'PSY' }] : []),
      ],
      code: [{ system: 'http://loinc.org', code: String(index + 1) }],
      party: [],
      ...record,
    })),
);

const readings = (['READ', 'DEPOSIT'] as const).flatMap((action) =>
  (['TREAT', 'HRESCH', 'BTG'] as const).flatMap((purpose) =>
    ['clinic', 'other'].map((organization) => ({
      action,
      purpose,
      organization,
      practitionerRole: organization === 'clinic' ? 'role' : 'role-2',
      now: NOW,
    })),
  ),
);

/** What a consent takes away: of each reader, the records and whether everything. */
function takenBy(consent: ConsentFact) {
  if (!mayDeny(consent, NOW)) return 'nothing';
  return readings.map((reading) => {
    const exclusions = exclusionsOf(consent, reading);
    return {
      // What cannot be interpreted takes everything away, and is told of.
      isInterpreted: isInterpreted(consent, reading),
      everything: exclusions.some((exclusion) => Object.keys(exclusion).length === 0),
      records: records.filter((record) =>
        exclusions.some((exclusion) => isExcluded(record, exclusion, NAMES)),
      ),
    };
  });
}

function factOf(row: ConsentRow): ConsentFact {
  return { ...row, id: row.owner };
}

describe.each(CONSENT_RELEASES)('consents that travel as %s', (release) => {
  const back = (row: ConsentRow): ConsentFact =>
    consentEntry(fhirConsent(row, release), {
      id: row.owner,
      patient: row.patient,
      source: { namespace: 'urn:travel', id: row.owner },
      resolve,
    });

  it('deny what they denied, and are as well understood', () => {
    let telling = 0;
    fc.assert(
      fc.property(rows, (row) => {
        const before = takenBy(factOf(row));
        if (before !== 'nothing' && before.some(({ records: taken }) => taken.length > 0))
          telling += 1;
        expect(takenBy(back(row))).toEqual(before);
      }),
      { seed: SEED, numRuns: CASES },
    );
    // It would prove little on consents that take nothing away.
    expect(telling).toBeGreaterThan(CASES / 4);
  });

  it('deny whatever lies within a purpose that they deny', () => {
    const [row] = fc.sample(rows, { seed: SEED, numRuns: 1 });
    const provision = [{ type: 'deny' as const, purpose: ['TREAT'] }];
    expect(row && back({ ...row, decision: 'permit', provision }).provision).toEqual([
      { type: 'deny', purpose: ['TREAT', 'ETREAT', 'BTG'] },
    ]);
  });

  it('keep of a grantee that the rules are about it', () => {
    const [row] = fc.sample(rows, { seed: SEED, numRuns: 1 });
    const denying = { status: 'active', period: { start: null, end: null } } as const;
    const consent = { ...denying, decision: 'deny', provision: [], grantee: ['clinic'] } as const;
    const returned = row && back({ ...row, ...consent });
    const takes = readings.map((reading) => returned && exclusionsOf(returned, reading).length);
    expect(takes).toEqual(readings.map(({ organization }) => (organization === 'clinic' ? 1 : 0)));
  });

  it('close what names records in two ways, which FHIR takes for one or the other', () => {
    const [row] = fc.sample(rows, { seed: SEED, numRuns: 1 });
    const provision = [{ type: 'deny' as const, records: ['r-1'], authoredBy: ['clinic'] }];
    expect(row && back({ ...row, decision: 'permit', provision }).provision).toEqual([
      expect.objectContaining({ type: 'deny', uninterpreted: ['modifierExtension'] }),
    ]);
  });
});
