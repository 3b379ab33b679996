import { describe, expect, it } from '@jest/globals';
import { CLINICAL_SCOPES } from '@causeway/schema';
import type { Caller, ConditionFact, ConsentFact, Gate, GrantFact } from '@causeway/schema';
import { callerOf, outcome, permitted } from '../testing/decisions.js';
import {
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticFacts,
  domesticRequest,
  grant,
  grantConsent,
  officeRequest,
  ownRequest,
  patientFacts,
  recognition,
} from '../testing/requests.js';
import type { DecisionRequest } from './request.js';

const ALWAYS = { start: null, end: null };
const UNTIL = '2026-11-22T13:00:00+08:00';

/** A hospital abroad that deposits: the patient has authorised it, and presented the code at the open encounter. */
const fromAbroad = (
  changes: Partial<GrantFact> = {},
  conditions: readonly ConditionFact[] = [],
  others: readonly ConsentFact[] = [],
): DecisionRequest =>
  abroadRequest({
    action: 'DEPOSIT',
    providerFacts: abroadFacts({ recognition: recognition({ conditions }) }),
    consentFacts: consentFacts({
      consents: [grantConsent(), ...others],
      grant: grant({ permissions: ['DEPOSIT'], deposit: { until: UNTIL }, ...changes }),
    }),
  });

/** A clinic at home that deposits: the patient has joined and is under its care, and has agreed to nothing else. */
const atHome = (
  consents: readonly ConsentFact[] = [],
  changes: Partial<DecisionRequest> = {},
): DecisionRequest =>
  domesticRequest({
    action: 'DEPOSIT',
    consentFacts: consentFacts({ consents, careRelation: { period: ALWAYS } }),
    ...changes,
  });

const objection = (changes: Partial<ConsentFact> = {}): ConsentFact =>
  consent({ id: 'objection', kind: 'DEPOSIT_OBJECTION', decision: 'deny', ...changes });

const condition = (kind: string, value: string): ConditionFact => ({ kind, value });

const ROWS: readonly (readonly [string, DecisionRequest, Gate | 'PERMIT'])[] = [
  ['from abroad, authorised and with the code presented', fromAbroad(), 'PERMIT'],
  [
    'from abroad, where nothing may be read',
    fromAbroad({}, [condition('READ_ALLOWED', 'false')]),
    'PERMIT',
  ],
  ['from abroad, beside reading', fromAbroad({ permissions: ['READ', 'DEPOSIT'] }), 'PERMIT'],
  ['with a grant to read alone', fromAbroad({ permissions: ['READ'] }), 'CONSENT'],
  [
    'under conditions without deposit',
    fromAbroad({}, [condition('DEPOSIT_ALLOWED', 'false')]),
    'ORGANIZATION',
  ],
  ['with no code presented', fromAbroad({ deposit: null }), 'CONSENT'],
  [
    'with nothing known of a code',
    abroadRequest({
      action: 'DEPOSIT',
      consentFacts: consentFacts({
        consents: [grantConsent()],
        grant: grant({ permissions: ['DEPOSIT'] }),
      }),
    }),
    'CONSENT',
  ],
  [
    'at the last instant of the authorisation',
    { ...fromAbroad(), now: Date.parse(UNTIL) },
    'PERMIT',
  ],
  ['after the authorisation', { ...fromAbroad(), now: Date.parse(UNTIL) + 1 }, 'CONSENT'],
  [
    'with an authorisation that nobody can read',
    fromAbroad({ deposit: { until: 'soon' } }),
    'CONSENT',
  ],
  ['with a link that was not redeemed', fromAbroad({ state: 'LINK_ISSUED' }), 'CONSENT'],
  ['with a grant that was revoked', fromAbroad({ state: 'REVOKED' }), 'CONSENT'],
  ['with a grant about somebody else', fromAbroad({ patient: 'wong' }), 'CONSENT'],
  [
    'after the encounter',
    fromAbroad({ encounter: { id: 'encounter', organization: 'hospital-szh', open: false } }),
    'RELATION',
  ],
  ['without an encounter', fromAbroad({ encounter: null }), 'RELATION'],
  [
    'of an encounter elsewhere',
    fromAbroad({ encounter: { id: 'encounter', organization: 'other', open: true } }),
    'RELATION',
  ],
  ['whatever the look-back', fromAbroad({ lookBack: 'a while' }), 'PERMIT'],
  ['of no category', fromAbroad({ scopes: [] }), 'CATEGORY'],
  ['of no category but PERSON', fromAbroad({ scopes: ['PERSON'] }), 'CATEGORY'],
  [
    'from abroad, objected to',
    fromAbroad({}, [], [objection({ grantee: ['hospital-szh'] })]),
    'PROVISION',
  ],
  ['at home, where the patient joined', atHome(), 'PERMIT'],
  [
    'at home, where the patient left',
    atHome([], { patientFacts: patientFacts({ joining: 'WITHDRAWN' }) }),
    'JOINING',
  ],
  [
    'at home, of a patient not under care',
    atHome([], { consentFacts: consentFacts() }),
    'RELATION',
  ],
  [
    'at home, unregistered',
    atHome([], { providerFacts: domesticFacts({ registration: null }) }),
    'ORGANIZATION',
  ],
  [
    'at home, by a role that ended',
    atHome([], { providerFacts: domesticFacts({}, { active: false }) }),
    'PRACTITIONER_ROLE',
  ],
  [
    'at home, by a profession without categories',
    atHome([], { providerFacts: domesticFacts({}, { profession: 'HERALD' }) }),
    'CATEGORY',
  ],
  ['at home, objected to', atHome([objection()]), 'PROVISION'],
  ['at home, objected to by anybody', atHome([objection({ grantee: [] })]), 'PROVISION'],
  [
    'at home, where the objection is to another',
    atHome([objection({ grantee: ['other'] })]),
    'PERMIT',
  ],
  [
    'at home, where the objection was taken back',
    atHome([objection({ status: 'inactive' })]),
    'PERMIT',
  ],
  [
    'at home, where the clinic is to have nothing of the patient',
    atHome([consent({ kind: 'RESTRICTION', decision: 'deny' })]),
    'PROVISION',
  ],
  ['by the patient', ownRequest({ action: 'DEPOSIT' }), 'RELATION'],
  [
    'by who decides for the patient',
    callerOf(
      ownRequest({
        action: 'DEPOSIT',
        patientFacts: patientFacts({
          birthDate: '2020-01-01',
          relations: [{ role: 'SDM', basis: 'PARENT', active: true, period: ALWAYS }],
        }),
      }),
      { person: 'mother' },
    ),
    'RELATION',
  ],
  ['by an office', officeRequest({ action: 'DEPOSIT' }), 'RELATION'],
];

describe('a deposit', () => {
  it.each(ROWS)('%s', (_name, request, expected) => {
    expect(outcome(request)).toBe(expected);
  });
});

/** What a permit to deposit says, beside what every permit does. */
const terms = (request: DecisionRequest) => {
  const { scopes, depositable, encounter, grant: rests, jurisdiction, basis } = permitted(request);
  return { scopes, depositable, encounter, grant: rests, jurisdiction, basis };
};

describe('a permit to deposit', () => {
  it('from abroad names the encounter, the grant, the place and the categories, and releases receipts alone', () => {
    expect(terms(fromAbroad())).toEqual({
      scopes: ['DEPOSIT'],
      depositable: ['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT'],
      encounter: { id: 'encounter', organization: 'hospital-szh' },
      grant: 'grant',
      jurisdiction: 'CN-GD',
      basis: ['grant-consent', 'grant'],
    });
  });

  it('at home rests on the consent to join, and names no encounter', () => {
    const joining = consent({ id: 'joining', kind: 'JOINING', grantee: [] });
    expect(terms(atHome([joining]))).toEqual({
      scopes: ['DEPOSIT'],
      depositable: CLINICAL_SCOPES.filter((scope) => scope !== 'CHINESE_MED'),
      encounter: null,
      grant: null,
      jurisdiction: 'HK',
      basis: ['joining'],
    });
  });

  it.each<readonly [string, Partial<ConsentFact>]>([
    ['one that is over', { status: 'inactive' }],
    ['one that was not given here', { origin: 'IMPORTED' }],
    ['one of another kind', { kind: 'SHARING' }],
  ])('at home rests on no other consent: %s', (_name, changes) => {
    const given = consent({ id: 'given', kind: 'JOINING', grantee: [], ...changes });
    expect(permitted(atHome([given])).basis).toEqual([]);
  });

  it('names no grant at home, even where the token is bound to one', () => {
    const request = atHome([], {
      consentFacts: consentFacts({ careRelation: { period: ALWAYS }, grant: grant() }),
    });
    expect(terms(request)).toMatchObject({ encounter: null, grant: null });
  });

  it('holds what the profession would see after a step-up only', () => {
    const radiographer = { profession: 'RADIOGRAPHER' };
    const there = {
      ...fromAbroad({ scopes: ['RAD_REPORT', 'RAD_IMAGE', 'MED_CERT'] }),
      providerFacts: abroadFacts({}, radiographer),
    };
    expect(permitted(there).depositable).toEqual(['RAD_REPORT', 'RAD_IMAGE']);
    const here = atHome([], { providerFacts: domesticFacts({}, radiographer) });
    expect(permitted(here).depositable).toContain('RAD_IMAGE');
    expect(permitted(here).depositable).not.toContain('MED_CERT');
  });

  it('holds no category that the conditions leave out', () => {
    const listed = fromAbroad({}, [condition('ALLOWED_SCOPES', 'LAB_REPORT,IMMUNISATION')]);
    expect(permitted(listed).depositable).toEqual(['LAB_REPORT']);
  });

  it('holds no category that the consent of the grant does not permit', () => {
    const request = fromAbroad();
    const narrowed = grantConsent({
      provision: [{ type: 'deny', category: ['ALLERGY_ADR', 'LAB_REPORT'] }],
    });
    const facts = consentFacts({
      consents: [narrowed],
      grant: request.consentFacts?.grant ?? null,
    });
    expect(permitted({ ...request, consentFacts: facts }).depositable).toEqual(['MEDICATION']);
  });

  it('goes by the consent of the grant, whichever others there are', () => {
    const other = grantConsent({ id: 'other', grantee: ['elsewhere'], decision: 'deny' });
    const request = fromAbroad();
    const facts = request.consentFacts;
    const beside = {
      ...request,
      consentFacts: facts && { ...facts, consents: [other, ...facts.consents] },
    };
    expect(permitted(beside).depositable).toEqual(permitted(request).depositable);
  });

  it.each<readonly [string, ConsentFact['provision'], readonly string[] | null]>([
    ['one category', [{ type: 'deny', category: ['LAB_REPORT'] }], ['ALLERGY_ADR', 'MEDICATION']],
    [
      'some of a category',
      [{ type: 'deny', category: ['LAB_REPORT'], code: [{ system: null, code: '1' }] }],
      ['ALLERGY_ADR', 'MEDICATION'],
    ],
    ['some of anything', [{ type: 'deny', code: [{ system: null, code: '1' }] }], null],
    [
      'one category to be deposited, and to another to be read',
      [
        { type: 'deny', action: ['DEPOSIT'], category: ['LAB_REPORT'] },
        { type: 'deny', action: ['READ'], category: ['MEDICATION'] },
      ],
      ['ALLERGY_ADR', 'MEDICATION'],
    ],
    ['what is not understood', [{ type: 'deny', uninterpreted: ['data'] }], null],
  ])('is narrowed by an objection to %s', (_name, provision, left) => {
    const request = fromAbroad(
      {},
      [],
      [objection({ decision: 'permit', grantee: ['hospital-szh'], provision })],
    );
    if (left === null) expect(outcome(request)).toBe('PROVISION');
    else expect(permitted(request).depositable).toEqual(left);
  });

  it('is not narrowed by what the patient keeps from being read', () => {
    const hidden = consent({
      kind: 'RESTRICTION',
      grantee: ['hospital-szh'],
      provision: [{ type: 'deny', category: ['LAB_REPORT'] }],
    });
    expect(permitted(fromAbroad({}, [], [hidden])).depositable).toContain('LAB_REPORT');
  });

  it.each([
    ['from abroad', fromAbroad({ includesRestricted: true })],
    [
      'at home',
      atHome([], {
        consentFacts: consentFacts({ careRelation: { period: ALWAYS }, stepUp: { until: UNTIL } }),
      }),
    ],
  ])('%s opens no restricted record and no author’s own', (_name, request) => {
    expect(permitted(request)).toMatchObject({
      confidentiality: ['N'],
      authorOrganization: null,
      windowStart: null,
    });
  });

  it('ends with the authorisation', () => {
    expect(permitted(fromAbroad()).until).toBe(UNTIL);
  });

  it('is the only one that names what may be deposited', () => {
    for (const request of [ownRequest(), domesticRequest(), abroadRequest()])
      expect(Object.keys(permitted(request))).toEqual(
        expect.not.arrayContaining(['depositable', 'encounter', 'grant', 'jurisdiction']),
      );
  });
});

const testing = (request: DecisionRequest, isTest = true): DecisionRequest => ({
  ...callerOf(request, { purpose: 'HTEST' } satisfies Partial<Caller>),
  patientFacts: patientFacts({ isTest }),
});

const forTest = (
  permissions: GrantFact['permissions'],
  action: 'READ' | 'DEPOSIT',
): DecisionRequest => testing({ ...fromAbroad({ purpose: 'HTEST', permissions }), action });

const ofTestPatient = (request: DecisionRequest): DecisionRequest => ({
  ...request,
  patientFacts: patientFacts({ isTest: true }),
});

describe('a test with invented patients', () => {
  it.each<readonly [string, DecisionRequest, Gate | 'PERMIT']>([
    ['reads at home', testing(domesticRequest()), 'PERMIT'],
    ['deposits at home', testing(atHome()), 'PERMIT'],
    ['reads abroad', forTest(['READ'], 'READ'), 'PERMIT'],
    ['deposits abroad', forTest(['DEPOSIT'], 'DEPOSIT'), 'PERMIT'],
    ['takes a grant for tests', testing(fromAbroad()), 'CONSENT'],
    [
      'takes the patient’s agreement',
      testing(
        domesticRequest({ consentFacts: consentFacts({ careRelation: { period: ALWAYS } }) }),
      ),
      'CONSENT',
    ],
    [
      'takes care',
      testing(domesticRequest({ consentFacts: consentFacts({ consents: [consent()] }) })),
      'RELATION',
    ],
    [
      'is bound by the conditions',
      {
        ...forTest(['READ'], 'READ'),
        providerFacts: abroadFacts({
          recognition: recognition({ conditions: [condition('ALLOWED_PURPOSES', 'TREAT')] }),
        }),
      },
      'PURPOSE',
    ],
    ['declares no emergency', testing(domesticRequest({ action: 'EMERGENCY' })), 'PURPOSE'],
    ['reads no real patient at home', testing(domesticRequest(), false), 'JOINING'],
    ['deposits for no real patient at home', testing(atHome(), false), 'JOINING'],
    [
      'reads no real patient abroad',
      { ...forTest(['READ'], 'READ'), patientFacts: patientFacts() },
      'JOINING',
    ],
    [
      'deposits for no real patient abroad',
      { ...forTest(['DEPOSIT'], 'DEPOSIT'), patientFacts: patientFacts() },
      'JOINING',
    ],
    ['is not run for treatment at home', ofTestPatient(domesticRequest()), 'JOINING'],
    ['is not run for treatment abroad', ofTestPatient(abroadRequest()), 'JOINING'],
    ['is not run by depositing for treatment', ofTestPatient(fromAbroad()), 'JOINING'],
    [
      'is not run by declaring an emergency',
      ofTestPatient(callerOf(domesticRequest({ action: 'EMERGENCY' }), { purpose: 'ETREAT' })),
      'JOINING',
    ],
    ['shows the invented patient the own record', ofTestPatient(ownRequest()), 'PERMIT'],
    [
      'is nothing for a patient to ask for',
      ofTestPatient(callerOf(ownRequest(), { purpose: 'HTEST' })),
      'PURPOSE',
    ],
    ['is nothing for an office', callerOf(officeRequest(), { purpose: 'HTEST' }), 'PURPOSE'],
  ])('%s', (_name, request, expected) => {
    expect(outcome(request)).toBe(expected);
  });
});
