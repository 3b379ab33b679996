import { describe, expect, it } from '@jest/globals';
import type { Element } from '@causeway/records/fhir';
import { consentEntry } from './consent.js';

const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

const TARGETS: Readonly<Record<string, { type: string; id: string }>> = {
  'Organization/known': { type: 'Organization', id: 'o-1' },
  'Observation/known': { type: 'Observation', id: 'r-1' },
};

const context = {
  id: 'c-1',
  patient: 'p-1',
  source: { namespace: 'urn:source', id: 'Consent/1' },
  resolve: ({ reference }: Element) => TARGETS[String(reference)] ?? null,
};

function rules(elements: Readonly<Record<string, unknown>>) {
  const { decision, provision } = consentEntry(
    { resourceType: 'Consent', status: 'active', ...elements },
    context,
  );
  return { decision, provision };
}

const policyRule = (code: string) => ({ policyRule: { coding: [{ system: ACT_CODE, code }] } });

const actor = (reference: string) => ({ actor: [{ role: {}, reference: { reference } }] });

describe('consentEntry', () => {
  it('is of another’s making, and restricts', () => {
    const entry = consentEntry({ resourceType: 'Consent', status: 'inactive' }, context);
    expect(entry).toMatchObject({
      origin: 'IMPORTED',
      kind: 'RESTRICTION',
      status: 'inactive',
      grantee: [],
    });
  });

  it.each([
    ['no base rule at all', {}, [{ type: 'deny', uninterpreted: ['policyRule'] }]],
    [
      'a policy rule that is not known',
      policyRule('OTHER'),
      [{ type: 'deny', uninterpreted: ['policyRule'] }],
    ],
    ['a policy rule to opt out', policyRule('OPTOUT'), [{ type: 'deny' }]],
    [
      'opting out, whatever its root rule adds',
      {
        ...policyRule('OPTOUT'),
        provision: { ...actor('Organization/known'), provision: [{ type: 'permit' }] },
      },
      [{ type: 'deny' }],
    ],
    ['a denying root rule', { provision: { type: 'deny' } }, [{ type: 'deny', provision: [] }]],
  ])('denies everything by %s', (_, elements, provision) => {
    expect(rules(elements)).toEqual({ decision: 'deny', provision });
  });

  it('permits nothing by a policy rule to opt in', () => {
    expect(rules(policyRule('OPTIN'))).toEqual({
      decision: 'permit',
      provision: [{ type: 'permit' }],
    });
  });

  it('denies to those whom a denying rule names', () => {
    const { provision } = rules({ provision: { type: 'deny', ...actor('Organization/known') } });
    expect(provision).toEqual([{ type: 'deny', actor: ['o-1'], provision: [] }]);
  });

  it.each([
    ['an actor who is not known here', actor('Organization/unknown'), 'actor'],
    ['a class that is no record', { class: [{ code: 'application/pdf' }] }, 'class'],
    [
      'data that only relates to something',
      { data: [{ meaning: 'related', reference: { reference: 'Observation/known' } }] },
      'data',
    ],
    [
      'data that is not known here',
      { data: [{ meaning: 'instance', reference: { reference: 'Observation/x' } }] },
      'data',
    ],
  ])('denies to everybody what it cannot interpret: %s', (_, condition, element) => {
    const { provision } = rules({ provision: { type: 'deny', ...condition } });
    expect(provision).toEqual([{ type: 'deny', uninterpreted: [element], provision: [] }]);
  });

  it('reads the conditions that it can interpret', () => {
    const { provision } = rules({
      provision: {
        type: 'deny',
        purpose: [{ code: 'TREAT' }],
        securityLabel: [{ system: ACT_CODE, code: 'PSY' }],
        class: [{ code: 'Immunization' }],
        code: [{ coding: [{ system: 'urn:x', code: '1' }] }],
        data: [{ meaning: 'instance', reference: { reference: 'Observation/known' } }],
        dataPeriod: { start: '2020' },
      },
    });
    expect(provision).toEqual([
      {
        type: 'deny',
        purpose: ['TREAT'],
        securityLabel: [{ system: ACT_CODE, code: 'PSY' }],
        category: ['IMMUNISATION'],
        code: [{ system: 'urn:x', code: '1' }],
        records: ['r-1'],
        dataPeriod: { start: '2020', end: null },
        provision: [],
      },
    ]);
  });

  it('counts a denial beneath a permit for everybody, not only where the permit applies', () => {
    const denial = { type: 'deny', securityLabel: [{ system: 'urn:x', code: 'R' }] };
    const { provision } = rules({
      provision: { type: 'permit', purpose: [{ code: 'HRESCH' }], provision: [denial] },
    });
    expect(provision).toEqual([{ type: 'permit', purpose: ['HRESCH'] }, denial]);
  });

  it('denies by a nested rule without a type', () => {
    const { provision } = rules({ provision: { type: 'permit', provision: [{}] } });
    expect(provision).toEqual([{ type: 'permit' }, { type: 'deny' }]);
  });
});
