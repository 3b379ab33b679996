import { describe, expect, it } from '@jest/globals';
import type { ConsentRow } from '../tables.js';
import { consentBundle, fhirConsent } from './index.js';

const ROW: ConsentRow = {
  owner: 'c-1',
  validFrom: 0,
  validTo: null,
  version: 1,
  patient: 'p-1',
  kind: 'SHARING',
  status: 'active',
  origin: 'LAYER',
  category: [],
  grantor: 'Patient/p-1',
  grantee: ['o-1'],
  granteeKey: '["o-1"]',
  dateTime: '2026-05-01T09:00:00+08:00',
  instant: 0,
  period: { start: '2026-05-01', end: null },
  decision: 'permit',
  provision: [
    { type: 'deny', category: ['MEDICATION'], purpose: ['TREAT'], action: ['READ'] },
    { type: 'permit', actor: ['r-1'], uninterpreted: ['expression'] },
  ],
  sourceReference: 'DocumentReference/d-1',
  policyBasis: { reference: null, url: 'https://example.org/policy' },
  verification: [],
  supersededBy: null,
};

const PARTY = { role: { coding: [expect.objectContaining({ code: 'IRCP' })] } };
const NOT_INTERPRETED = [expect.objectContaining({ valueString: 'expression' })];

describe('a consent as FHIR', () => {
  it('is one of R4', () => {
    expect(fhirConsent(ROW, 'R4')).toMatchObject({
      resourceType: 'Consent',
      id: 'c-1',
      status: 'active',
      scope: { coding: [{ code: 'patient-privacy' }] },
      category: [{ coding: [{ code: '59284-0' }] }, { coding: [{ code: 'SHARING' }] }],
      patient: { reference: 'Patient/p-1' },
      dateTime: '2026-05-01T09:00:00+08:00',
      performer: [{ reference: 'Patient/p-1' }],
      sourceReference: { reference: 'DocumentReference/d-1' },
      policy: [{ uri: 'https://example.org/policy' }],
      policyRule: { coding: [{ code: 'OPTIN' }] },
      provision: {
        type: 'permit',
        period: { start: '2026-05-01' },
        provision: [
          {
            type: 'deny',
            actor: [{ ...PARTY, reference: { reference: 'Organization/o-1' } }],
            class: [{ code: 'MEDICATION' }],
            purpose: [{ code: 'TREAT' }],
            action: [{ coding: [{ code: 'access' }] }],
          },
          {
            type: 'permit',
            actor: [{ ...PARTY, reference: { reference: 'urn:uuid:r-1' } }],
            modifierExtension: NOT_INTERPRETED,
          },
        ],
      },
    });
  });

  it('is one of R5', () => {
    const resource = fhirConsent(ROW, 'R5');
    expect(resource).toMatchObject({
      resourceType: 'Consent',
      status: 'active',
      subject: { reference: 'Patient/p-1' },
      date: '2026-05-01',
      period: { start: '2026-05-01' },
      grantor: [{ reference: 'Patient/p-1' }],
      grantee: [{ reference: 'Organization/o-1' }],
      sourceReference: [{ reference: 'DocumentReference/d-1' }],
      policyBasis: { url: 'https://example.org/policy' },
      decision: 'permit',
      provision: [
        { resourceType: [{ code: 'MEDICATION' }] },
        { extension: [{ valueCode: 'permit' }], modifierExtension: NOT_INTERPRETED },
      ],
    });
    // An exception to a permit is a denial, and R5 has no type to say so.
    expect(resource['provision']).not.toContainEqual(expect.objectContaining({ type: 'deny' }));
  });

  it.each([
    ['proposed', 'proposed', 'draft'],
    ['rejected', 'rejected', 'not-done'],
    ['inactive', 'inactive', 'inactive'],
  ] as const)('that is %s stands as %s in R4, as %s in R5', (status, r4, r5) => {
    expect(fhirConsent({ ...ROW, status }, 'R4')['status']).toBe(r4);
    expect(fhirConsent({ ...ROW, status }, 'R5')['status']).toBe(r5);
  });

  it('denies to its parties alone, where its base does', () => {
    expect(
      fhirConsent({ ...ROW, decision: 'deny', provision: [] }, 'R4')['provision'],
    ).toMatchObject({ type: 'deny', actor: [{ reference: { reference: 'Organization/o-1' } }] });
  });

  it('stands in a bundle under its own id', () => {
    expect(consentBundle([ROW], 'R4')).toMatchObject({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ fullUrl: 'urn:uuid:c-1', resource: { id: 'c-1' } }],
    });
  });
});
