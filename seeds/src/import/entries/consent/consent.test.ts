import { describe, expect, it } from '@jest/globals';
import type { Element } from '@causeway/records/fhir';
import { consentEntry } from './consent.js';

const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

const TARGETS: Readonly<Record<string, { type: string; id: string }>> = {
  'Organization/known': { type: 'Organization', id: 'o-1' },
  'PractitionerRole/known': { type: 'PractitionerRole', id: 'role-1' },
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

const actor = (reference: string, code = 'IRCP') => ({
  actor: [{ role: { coding: [{ code }] }, reference: { reference } }],
});

const purpose = (code: string, system = 'http://terminology.hl7.org/CodeSystem/v3-ActReason') => ({
  purpose: [{ system, code }],
});

const data = (...named: readonly (readonly [meaning: string, reference: string])[]) => ({
  data: named.map(([meaning, reference]) => ({ meaning, reference: { reference } })),
});

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
    ['a policy rule to opt out', policyRule('OPTOUT'), []],
    [
      'opting out, whatever its root rule adds',
      {
        ...policyRule('OPTOUT'),
        provision: { ...actor('Organization/known'), provision: [{ type: 'permit' }] },
      },
      [],
    ],
    ['a denying root rule', { provision: { type: 'deny' } }, []],
    [
      'a denying root rule, less what is permitted within it',
      { provision: { type: 'deny', provision: [{ type: 'permit', ...purpose('BTG') }] } },
      [{ type: 'permit', purpose: ['BTG'] }],
    ],
  ])('denies everything by %s', (_, elements, provision) => {
    expect(rules(elements)).toEqual({ decision: 'deny', provision });
  });

  it('permits nothing by a policy rule to opt in', () => {
    expect(rules(policyRule('OPTIN'))).toEqual({ decision: 'permit', provision: [] });
  });

  it('denies to those whom a denying rule names, and says nothing of others', () => {
    expect(rules({ provision: { type: 'deny', ...actor('Organization/known') } })).toEqual({
      decision: 'permit',
      provision: [{ type: 'deny', actor: ['o-1'], provision: [] }],
    });
  });

  it('denies for whatever lies within a purpose', () => {
    const { provision } = rules({ provision: { type: 'deny', ...purpose('TREAT') } });
    expect(provision).toEqual([
      { type: 'deny', purpose: ['TREAT', 'ETREAT', 'BTG'], provision: [] },
    ]);
  });

  it.each([
    ['an actor who is not known here', actor('Organization/unknown'), 'actor'],
    ['an actor who keeps the records', actor('Organization/known', 'CST'), 'actor'],
    ['an action that is not known', { action: [{ coding: [{ code: 'sell' }] }] }, 'action'],
    ['an action in words', { action: [{ text: 'to look' }] }, 'action'],
    ['a purpose of another system', purpose('TREAT', 'urn:x'), 'purpose'],
    ['a purpose that is not known', purpose('FooBar'), 'purpose'],
    ['a class that is no record', { class: [{ code: 'application/pdf' }] }, 'class'],
    ['a code in words', { code: [{ text: 'that thing' }] }, 'code'],
    ['data that depends on something', data(['dependents', 'Observation/known']), 'data'],
    ['data that is not known here', data(['instance', 'Observation/x']), 'data'],
    ['data that is no record', data(['instance', 'Organization/known']), 'data'],
    ['data by an author who is no party', data(['authoredby', 'Observation/known']), 'data'],
    [
      'data of several kinds, any of which would do',
      data(['instance', 'Observation/known'], ['authoredby', 'Organization/known']),
      'data',
    ],
    ['data that is none', { data: ['x'] }, 'data'],
    ['a period that cannot be read', { dataPeriod: { start: 'soon' } }, 'dataPeriod'],
    ['a period of other things than dates', { dataPeriod: { start: 2020 } }, 'dataPeriod'],
    ['an expression', { expression: {} }, 'expression'],
    ['a modifier', { modifierExtension: [{ url: 'urn:x' }] }, 'modifierExtension'],
    ['rules that are none', { provision: 'none' }, 'provision'],
  ])(
    'denies what it cannot interpret, and names the element alone: %s',
    (_, condition, element) => {
      const { provision } = rules({ provision: { type: 'deny', ...condition } });
      const [rule] = provision;
      expect(rule).toEqual({ type: 'deny', uninterpreted: [element], provision: [] });
    },
  );

  it.each([
    ['a modifier', { modifierExtension: [{ url: 'urn:x' }] }, 'modifierExtension'],
    ['a rule of unknown making', { implicitRules: 'urn:x' }, 'implicitRules'],
    ['an element that is not known', { except: [] }, 'except'],
    ['a name that is none of FHIR’s', { 'HKID A1': 1 }, 'unknown'],
    ['a root rule that is none', { ...policyRule('OPTIN'), provision: 'none' }, 'provision'],
    ['a period that cannot be read', { provision: { type: 'permit', period: 1 } }, 'period'],
  ])('denies for %s, wherever it stands', (_, elements, element) => {
    const { provision } = rules({ ...policyRule('OPTIN'), ...elements });
    expect(provision.at(-1)).toMatchObject({
      type: 'deny',
      uninterpreted: expect.arrayContaining([element]),
    });
  });

  it.each([
    ['unknown', 'active'],
    [undefined, 'active'],
    ['rejected', 'rejected'],
    ['not-done', 'rejected'],
    ['entered-in-error', 'entered-in-error'],
  ])('of status %s stands as %s', (status, expected) => {
    expect(consentEntry({ resourceType: 'Consent', status }, context).status).toBe(expected);
  });

  it('reads the conditions that it can interpret', () => {
    const { provision } = rules({
      provision: {
        type: 'deny',
        ...purpose('HRESCH'),
        action: [{ coding: [{ code: 'access' }] }, { coding: [{ code: 'correct' }] }],
        securityLabel: [{ system: ACT_CODE, code: 'PSY' }],
        class: [{ code: 'Immunization' }],
        code: [{ coding: [{ system: 'urn:x', code: '1' }] }],
        ...data(['instance', 'Observation/known']),
        dataPeriod: { start: '2020' },
      },
    });
    expect(provision).toEqual([
      {
        type: 'deny',
        purpose: ['HRESCH'],
        action: ['READ', 'DEPOSIT'],
        securityLabel: [{ system: ACT_CODE, code: 'PSY' }],
        category: ['IMMUNISATION'],
        code: [{ system: 'urn:x', code: '1' }],
        records: ['r-1'],
        dataPeriod: { start: '2020', end: null },
        provision: [],
      },
    ]);
  });

  it.each([
    ['by an organisation', data(['authoredby', 'Organization/known']), { authoredBy: ['o-1'] }],
    ['in a role', data(['authoredby', 'PractitionerRole/known']), { authoredBy: ['role-1'] }],
    ['related to something', data(['related', 'Observation/known']), { related: ['r-1'] }],
  ])('reads data %s', (_, condition, expected) => {
    const { provision } = rules({ provision: { type: 'deny', ...condition } });
    expect(provision).toEqual([{ type: 'deny', ...expected, provision: [] }]);
  });

  it('takes a limited permit for a denial of the rest, to those and for that of which it speaks', () => {
    const normal = { securityLabel: [{ system: 'urn:x', code: 'N' }] };
    const psychiatry = { securityLabel: [{ system: 'urn:x', code: 'PSY' }] };
    const { decision, provision } = rules({
      provision: {
        type: 'permit',
        ...purpose('TREAT'),
        ...normal,
        provision: [{ type: 'permit', ...psychiatry, ...actor('PractitionerRole/known') }],
      },
    });
    expect({ decision, provision }).toEqual({
      decision: 'permit',
      provision: [
        {
          type: 'deny',
          purpose: ['TREAT', 'ETREAT', 'BTG'],
          provision: [
            { type: 'permit', ...normal },
            { type: 'permit', ...psychiatry, actor: ['role-1'] },
          ],
        },
      ],
    });
  });

  it('takes a permit under what cannot be interpreted for a denial of everything', () => {
    const { provision } = rules({ provision: { type: 'permit', ...purpose('FooBar') } });
    expect(provision).toEqual([
      { type: 'deny', uninterpreted: ['purpose'], provision: [{ type: 'permit' }] },
    ]);
  });

  it('counts a denial beneath a permit for everybody, not only where the permit applies', () => {
    const denial = { type: 'deny', securityLabel: [{ system: 'urn:x', code: 'R' }] };
    const { provision } = rules({
      provision: { type: 'permit', ...purpose('HRESCH'), provision: [denial] },
    });
    expect(provision).toEqual([{ type: 'permit', purpose: ['HRESCH'] }, denial]);
  });

  it('denies by a nested rule without a type', () => {
    const { provision } = rules({ provision: { type: 'permit', provision: [{}] } });
    expect(provision).toEqual([{ type: 'deny' }]);
  });
});

describe('consentEntry of R5', () => {
  const r5 = (elements: Readonly<Record<string, unknown>>) => {
    const { decision, provision, grantee, period } = consentEntry(
      { resourceType: 'Consent', status: 'active', subject: {}, ...elements },
      context,
    );
    return { decision, provision, grantee, period };
  };

  it('takes an exception for the opposite of what it is within', () => {
    const inner = { dataPeriod: { start: '2020' } };
    expect(
      r5({ decision: 'permit', provision: [{ ...purpose('HRESCH'), provision: [inner] }] }),
    ).toMatchObject({
      decision: 'permit',
      provision: [
        {
          type: 'deny',
          purpose: ['HRESCH'],
          provision: [{ type: 'permit', dataPeriod: { start: '2020', end: null } }],
        },
      ],
    });
    expect(r5({ decision: 'deny', provision: [inner] }).provision).toEqual([
      { type: 'permit', dataPeriod: { start: '2020', end: null } },
    ]);
  });

  it('keeps the type of a rule that says it is none', () => {
    const url = 'http://hl7.org/fhir/4.0/StructureDefinition/extension-Consent.provision.type';
    const rule = { extension: [{ url, valueCode: 'permit' }], ...purpose('HRESCH') };
    expect(r5({ decision: 'permit', provision: [rule] }).provision).toEqual([
      { type: 'permit', purpose: ['HRESCH'] },
    ]);
  });

  it('reads its own names of elements', () => {
    expect(
      r5({
        decision: 'permit',
        period: { end: '2030' },
        grantee: [{ reference: 'Organization/known' }],
        provision: [{ resourceType: [{ code: 'Immunization' }] }],
      }),
    ).toEqual({
      decision: 'permit',
      period: { start: null, end: '2030' },
      grantee: ['o-1'],
      provision: [{ type: 'deny', category: ['IMMUNISATION'] }],
    });
  });

  it('speaks of everybody where a grantee is not known here', () => {
    const grantee = [{ reference: 'Organization/known' }, { reference: 'Practitioner/1' }];
    expect(r5({ decision: 'deny', grantee }).grantee).toEqual([]);
  });

  it.each([
    ['no decision', {}, ['decision']],
    ['a decision that is none', { decision: 'perhaps' }, ['decision']],
    ['rules that are none', { decision: 'permit', provision: {} }, ['provision']],
    ['an element that is not known', { decision: 'permit', policyRule: {} }, ['policyRule']],
    ['a period that cannot be read', { decision: 'permit', period: { end: 'later' } }, ['period']],
  ])('denies for %s', (_, elements, uninterpreted) => {
    expect(r5(elements).provision).toContainEqual({ type: 'deny', uninterpreted });
  });

  it.each([
    ['an expression', { expression: { language: 'text/cql' } }, 'expression'],
    ['a type of document', { documentType: [{ code: 'x' }] }, 'documentType'],
    ['a class, which is of R4', { class: [{ code: 'Immunization' }] }, 'class'],
    ['a type, which is of R4', { type: 'permit' }, 'type'],
  ])('denies by a rule with %s', (_, condition, element) => {
    expect(r5({ decision: 'permit', provision: [condition] }).provision).toEqual([
      { type: 'deny', uninterpreted: [element] },
    ]);
  });
});
