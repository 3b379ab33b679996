import type { ConsentFact, ProvisionFact } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { AT_HOME } from '../enforcement/index.js';
import type { DecisionRequest } from '../enforcement/index.js';
import { recordFacts, recordLabel } from '../enforcement/testing/records.js';
import {
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticFacts,
  domesticRequest,
  grant,
  grantConsent,
  ownRequest,
  recognition,
} from '../enforcement/testing/requests.js';
import { explain } from './explain.js';
import type { Asked } from './finding.js';
import { suppose } from './supposing.js';

const PATIENT: Asked = { kind: 'patient' };
const value = (...demands: readonly string[]): Asked => ({ kind: 'value', demands });
const record = (changes: Parameters<typeof recordFacts>[0] = {}): Asked => ({
  kind: 'record',
  label: recordLabel({
    id: 'patient { id }',
    category: 'category',
    date: 'date',
    security: 'security { system code }',
  }),
  record: recordFacts(changes),
});

const CARE = { period: { start: null, end: null } };
const atHome = (...consents: readonly ConsentFact[]): DecisionRequest =>
  domesticRequest({ consentFacts: consentFacts({ consents, careRelation: CARE }) });
const restriction = (...provision: readonly ProvisionFact[]): ConsentFact =>
  consent({ id: 'no', kind: 'RESTRICTION', grantee: [], provision });
const labs: ProvisionFact = { type: 'deny', category: ['LAB_REPORT'] };
const births: ProvisionFact = { type: 'deny', category: ['BIRTH'] };

const recognised = (...conditions: readonly { kind: string; value: string }[]): DecisionRequest =>
  abroadRequest({ providerFacts: abroadFacts({ recognition: recognition({ conditions }) }) });

describe('an explanation of a permit', () => {
  it('names the consent that it rests on', () => {
    expect(explain(atHome(consent()), PATIENT)).toMatchObject({
      effect: 'permit',
      gate: null,
      number: null,
      consents: [{ consent: 'consent', provision: null }],
    });
  });

  it('names the provision that permits', () => {
    const chosen = consent({
      decision: 'deny',
      provision: [
        { type: 'permit', category: ['PERSON', 'DIAGNOSIS'] },
        { type: 'permit', category: ['LAB_REPORT'] },
      ],
    });
    expect(explain(atHome(chosen), value('LAB_REPORT')).consents).toEqual([
      { consent: 'consent', provision: [1] },
    ]);
  });

  it('names the grant of a caller abroad', () => {
    const { grant: found, consents } = explain(abroadRequest(), value('LAB_REPORT'));
    expect({ found, consents }).toEqual({
      found: 'grant',
      consents: [{ consent: 'grant-consent', provision: null }],
    });
  });

  it('names none where the record is the own one', () => {
    expect(explain(ownRequest(), record())).toMatchObject({
      effect: 'permit',
      consents: [],
      grant: null,
    });
  });
});

describe('an explanation of a denial', () => {
  it('names gate, number and reason', () => {
    expect(explain(atHome(), PATIENT)).toMatchObject({
      effect: 'deny',
      gate: 'CONSENT',
      number: 7,
      reason: 'no sharing consent',
      consents: [],
      scopes: [],
    });
  });

  it('names the restriction and the provision that takes a record away', () => {
    const request = atHome(consent(), restriction(births, labs));
    expect(explain(request, record())).toMatchObject({
      gate: 'PROVISION',
      number: 10,
      consents: [{ consent: 'no', provision: [1] }],
    });
  });

  it('names the provision that takes away what another record tells of its category', () => {
    const request = atHome(consent(), restriction(births, labs));
    expect(explain(request, value('ENCOUNTER', 'LAB_REPORT', '@detail(LAB_REPORT)'))).toMatchObject(
      { gate: 'PROVISION', number: 10, consents: [{ consent: 'no', provision: [1] }] },
    );
  });

  it('names a denial within a permit', () => {
    const request = atHome(
      consent(),
      restriction({ type: 'permit', provision: [births, { ...labs, provision: [] }] }),
    );
    expect(explain(request, record()).consents).toEqual([{ consent: 'no', provision: [0, 1] }]);
  });

  it('names each of two consents that deny the same', () => {
    const request = atHome(consent(), restriction(labs), {
      ...restriction(labs),
      id: 'imported',
      origin: 'IMPORTED',
    });
    expect(explain(request, record()).consents).toEqual([
      { consent: 'no', provision: [0] },
      { consent: 'imported', provision: [0] },
    ]);
  });

  it('names a consent that denies as a whole', () => {
    const request = atHome(consent(), consent({ id: 'no', decision: 'deny' }));
    expect(explain(request, PATIENT)).toMatchObject({
      gate: 'PROVISION',
      consents: [{ consent: 'no', provision: null }],
    });
  });

  it('names a denial beside a consent that permits by its provisions alone', () => {
    const chosen = consent({
      decision: 'deny',
      provision: [{ type: 'permit', category: ['PERSON', 'LAB_REPORT'] }],
    });
    expect(explain(atHome(chosen, restriction(labs)), record()).consents).toEqual([
      { consent: 'no', provision: [0] },
    ]);
  });

  it('names the consent that does not reach a category, and the provision that keeps it out', () => {
    const chosen = consent({ provision: [births, labs] });
    expect(explain(atHome(chosen), value('LAB_REPORT'))).toMatchObject({
      gate: 'CATEGORY',
      refusal: 'CONSENT_REQUIRED',
      consents: [{ consent: 'consent', provision: [1] }],
    });
  });

  it('names no consent where the profession may not see a category', () => {
    const request = { ...atHome(consent()), providerFacts: domesticFacts({}, { profession: 'X' }) };
    expect(explain(request, value('LAB_REPORT'))).toMatchObject({
      gate: 'CATEGORY',
      refusal: 'ROLE_NOT_PERMITTED',
      consents: [],
    });
  });

  it.each([
    [{ kind: 'ALLOWED_SCOPES', value: 'ALLERGY_ADR' }, 'CATEGORY'],
    [{ kind: 'MAX_LOOKBACK', value: 'P1M' }, 'DATA_PERIOD'],
    [{ kind: 'READ_ALLOWED', value: 'false' }, 'ORGANIZATION'],
    [{ kind: 'ALLOWED_PURPOSES', value: 'HTEST' }, 'PURPOSE'],
    [{ kind: 'UNHEARD_OF', value: 'x' }, 'ORGANIZATION'],
  ])('names the condition %j', (condition, gate) => {
    const request = recognised({ kind: 'DEPOSIT_DUTY', value: 'P7D' }, condition);
    expect(explain(request, record())).toMatchObject({ gate, conditions: [condition] });
  });

  it('names the consent of a grant that is over', () => {
    const request = abroadRequest({
      consentFacts: consentFacts({
        consents: [grantConsent()],
        grant: grant({ state: 'REVOKED' }),
      }),
    });
    expect(explain(request, PATIENT)).toMatchObject({
      gate: 'CONSENT',
      reason: 'grant revoked',
      grant: 'grant',
      consents: [{ consent: 'grant-consent', provision: null }],
    });
  });

  it('says of a record of somebody else, and of one of no known category, that they are in no permit', () => {
    expect(explain(atHome(consent()), record({ patient: 'wong' })).gate).toBe('RELATION');
    expect(explain(atHome(consent()), record({ category: null })).gate).toBe('CATEGORY');
  });

  it('says of values that never cross that no consent could change it', () => {
    expect(explain(abroadRequest(), value('PERSON', AT_HOME))).toMatchObject({
      gate: 'OBLIGATION',
      refusal: 'NOT_SHARABLE',
      consents: [],
      grant: null,
    });
  });
});

describe('supposing a consent', () => {
  const sharing = { kind: 'SHARING', organization: 'clinic', scopes: null } as const;

  it('tells what would be permitted', () => {
    const { before, after, gained } = suppose(atHome(), value('LAB_REPORT'), sharing);
    expect([before.gate, after.effect]).toEqual(['CONSENT', 'permit']);
    expect(after.consents).toEqual([{ consent: 'supposed', provision: null }]);
    expect(gained).toContain('LAB_REPORT');
  });

  it('takes the place of a former one, for better or worse', () => {
    const chosen = { ...sharing, scopes: ['DIAGNOSIS'] } as const;
    const { after, lost } = suppose(atHome(consent()), value('LAB_REPORT'), chosen);
    expect(after).toMatchObject({ gate: 'CATEGORY', refusal: 'CONSENT_REQUIRED' });
    expect(lost).toContain('LAB_REPORT');
    expect(lost).not.toContain('PERSON');
  });

  it('changes nothing where it is for another organisation', () => {
    const { gained, lost } = suppose(atHome(), PATIENT, { ...sharing, organization: 'other' });
    expect([gained, lost]).toEqual([[], []]);
  });

  it('tells what a restriction would take away, beside what is restricted already', () => {
    const more = { kind: 'RESTRICTION', organization: null, scopes: ['LAB_REPORT'] } as const;
    const request = atHome(consent(), restriction(births));
    const { before, after } = suppose(request, record(), more);
    expect([before.effect, after.gate]).toEqual(['permit', 'PROVISION']);
    expect(suppose(request, record({ category: 'BIRTH' }), more).after.gate).toBe('PROVISION');
    expect(suppose(request, PATIENT, { ...more, scopes: null }).after.gate).toBe('PROVISION');
  });

  it('authorises abroad by the grant alone, and never what does not cross', () => {
    const more = { kind: 'CROSS_BORDER', organization: 'hospital-szh' } as const;
    const scopes = ['DIAGNOSIS', 'MED_CERT'] as const;
    const { gained, lost } = suppose(abroadRequest(), PATIENT, { ...more, scopes });
    expect(gained).toEqual(['DIAGNOSIS']);
    expect(lost).toEqual(['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT']);
    const without = abroadRequest({ consentFacts: consentFacts() });
    expect(suppose(without, PATIENT, { ...more, scopes: null }).after.gate).toBe('RELATION');
  });

  it('changes nothing where no consents are known', () => {
    const { before, after } = suppose(domesticRequest({ consentFacts: null }), PATIENT, sharing);
    expect(after).toEqual(before);
  });
});
