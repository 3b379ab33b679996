import { describe, expect, it } from '@jest/globals';
import {
  ACTIONS,
  CLINICAL_SCOPES,
  CONDITION_KINDS,
  CONFIDENTIALITY_SYSTEM,
  PURPOSES_OF_USE,
  SHARABLE_SCOPES,
} from '@causeway/schema';
import type {
  ConditionFact,
  ConsentFact,
  ConsentFacts,
  Decision,
  Permit,
  ProvisionFact,
  PurposeOfUse,
  RecordFacts,
  SharableScope,
} from '@causeway/schema';
import fc from 'fast-check';
import { decide } from './decide/decide.js';
import { providerRole } from './decide/provider-role.js';
import type { DecisionRequest } from './decide/request.js';
import { narrowing, switchedOn } from './passage.js';
import { judgeRecord } from './release.js';
import { permit, recordFacts, recordLabel } from './testing/records.js';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticFacts,
  domesticRequest,
  grant,
  grantConsent,
  patientFacts,
  recognition,
} from './testing/requests.js';

const SEED = 20261122;
const law = <Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void): void => {
  fc.assert(fc.property(values, holds), { seed: SEED, numRuns: 1_000 });
};

const scopes = fc.subarray([...SHARABLE_SCOPES]);
const codes = fc.constantFrom(
  { system: 'http://loinc.org', code: '1' },
  { system: null, code: '2' },
);
const labels = fc
  .constantFrom('N', 'R', 'V', 'X')
  .map((code) => ({ system: CONFIDENTIALITY_SYSTEM, code }));
const dates = fc.constantFrom(null, '2020', '2024-05', '2026-05-01', 'lately');

const conditions = fc.record(
  {
    actor: fc.subarray(['clinic', 'hospital-szh', 'dr', 'other']),
    purpose: fc.subarray(['TREAT', 'CAREMGT', 'HRESCH']),
    period: fc.constantFrom(
      { start: null, end: '2026-11-21' },
      { start: '2026-11-22', end: null },
      { start: 'soon', end: null },
    ),
    category: scopes,
    code: fc.array(codes, { maxLength: 1 }),
    authoredBy: fc.subarray(['clinic', 'other']),
    dataPeriod: fc.constantFrom({ start: '2024', end: null }, { start: null, end: '2025' }),
    uninterpreted: fc.subarray(['expression']),
  },
  { requiredKeys: [] },
);

/** Provisions, nested to a depth. */
const provisionsTo = (depth: number): fc.Arbitrary<ProvisionFact> =>
  fc
    .tuple(
      fc.constantFrom('permit' as const, 'deny' as const),
      conditions,
      depth === 0 ? fc.constant([]) : fc.array(provisionsTo(depth - 1), { maxLength: 2 }),
    )
    .map(([type, rule, provision]) => ({ type, ...rule, provision }));

const provisions = provisionsTo(2);

const consents: fc.Arbitrary<ConsentFact> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('SHARING' as const, 'RESTRICTION' as const, 'DEPOSIT_OBJECTION' as const),
    decision: fc.constantFrom('permit' as const, 'deny' as const),
    grantee: fc.constantFrom([], ['clinic'], ['hospital-szh'], ['other']),
    provision: fc.array(provisions, { maxLength: 3 }),
    origin: fc.constantFrom('LAYER' as const, 'IMPORTED' as const),
  })
  .map(consent);

/** Requests at home and abroad that permit much before the consents beside them are read. */
const requests: fc.Arbitrary<DecisionRequest> = fc
  .record({
    isAbroad: fc.boolean(),
    own: fc.array(provisions, { maxLength: 2 }),
    beside: fc.array(consents, { maxLength: 2 }),
    granted: scopes,
    listed: scopes,
  })
  .map(({ isAbroad, own, beside, granted, listed }) =>
    isAbroad
      ? abroadRequest({
          providerFacts: abroadFacts({
            recognition: recognition({
              conditions: [{ kind: 'ALLOWED_SCOPES', value: listed.join(',') }],
            }),
          }),
          consentFacts: consentFacts({
            consents: [grantConsent({ provision: own }), ...beside],
            grant: grant({ scopes: granted }),
          }),
        })
      : domesticRequest({
          consentFacts: consentFacts({
            consents: [consent({ provision: own }), ...beside],
            careRelation: { period: { start: null, end: null } },
          }),
        }),
  );

const records: fc.Arbitrary<RecordFacts> = fc
  .record({
    patient: fc.constantFrom('chan', 'wong', null),
    category: fc.constantFrom(...CLINICAL_SCOPES, null),
    date: dates,
    security: fc.array(labels, { maxLength: 2 }),
    author: fc.subarray(['clinic', 'hospital-szh', 'other']),
    code: fc.array(codes, { maxLength: 2 }),
  })
  .map(recordFacts);

const purposes = fc.constantFrom(...PURPOSES_OF_USE);

const actions = fc.constantFrom(...ACTIONS);

const professions = fc.constantFrom('DOCTOR', 'PHARMACIST', 'CLERK');

const emergencies = fc.record({
  id: fc.constant('emergency'),
  until: fc.constantFrom('2026-11-22T13:00:00+08:00', '2026-11-22T11:00:00+08:00', 'soon'),
});

const conditionFacts: fc.Arbitrary<readonly ConditionFact[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...CONDITION_KINDS, 'MUST_BE_NICE'),
    value: fc.constantFrom(
      'true',
      'false',
      'P1D',
      'TREAT',
      'client',
      'DOCTOR',
      '2020/2021',
      '2026/',
    ),
  }),
  { maxLength: 3 },
);

const LABEL = recordLabel({
  id: 'patient { id }',
  category: 'category',
  date: 'date',
  security: 'security { system code }',
  author: 'author { id }',
  code: 'code { system code }',
});

const scopesOf = (decision: Decision): readonly string[] =>
  decision.effect === 'permit' ? decision.scopes : [];

const isReleased = (record: RecordFacts, decision: Decision): boolean =>
  decision.effect === 'permit' && judgeRecord(LABEL, record, decision) === 'RELEASED';

/** That a decision permits nothing, scope or record, that another does not. */
const expectNoWider = (decision: Decision, than: Decision, record: RecordFacts): void => {
  expect(scopesOf(than)).toEqual(expect.arrayContaining([...scopesOf(decision)]));
  if (isReleased(record, decision)) expect(isReleased(record, than)).toBe(true);
};

const withConsents = (
  request: DecisionRequest,
  change: (all: readonly ConsentFact[]) => readonly ConsentFact[],
): DecisionRequest => {
  const { consentFacts: facts } = request;
  return { ...request, consentFacts: facts && { ...facts, consents: change(facts.consents) } };
};

/** The request to deposit, under a grant that permits it and for which the code was presented. */
const depositing = (request: DecisionRequest): DecisionRequest => {
  const { consentFacts: facts } = request;
  const given = {
    permissions: ['DEPOSIT'],
    deposit: { until: '2026-11-22T13:00:00+08:00' },
  } as const;
  return {
    ...request,
    action: 'DEPOSIT',
    consentFacts: facts && { ...facts, grant: facts.grant && { ...facts.grant, ...given } },
  };
};

const depositableOf = (decision: Decision): readonly string[] =>
  decision.effect === 'permit' ? (decision.depositable ?? []) : [];

const isAbroad = ({ caller }: DecisionRequest): boolean =>
  caller.kind === 'professional' && caller.organization === 'hospital-szh';

const inEmergency = (
  request: DecisionRequest,
  emergency: ConsentFacts['emergency'],
): DecisionRequest => {
  const { consentFacts: facts } = request;
  return { ...request, consentFacts: facts && { ...facts, emergency } };
};

/** The consent, each of whose rules names every purpose. */
const forAnyPurpose = (one: ConsentFact): ConsentFact => ({
  ...one,
  provision: one.provision.map(ruleForAnyPurpose),
});

const ruleForAnyPurpose = (rule: ProvisionFact): ProvisionFact => ({
  ...rule,
  purpose: PURPOSES_OF_USE,
  provision: (rule.provision ?? []).map(ruleForAnyPurpose),
});

const denies = conditions.map((rule): ProvisionFact => ({ type: 'deny', ...rule }));

describe('laws', () => {
  it('a deny provision, added to any consent at any place, never widens a permit', () => {
    law(
      fc.record({
        request: requests,
        deny: denies,
        record: records,
        which: fc.nat(3),
        place: fc.nat(3),
      }),
      ({ request, deny, record, which, place }) => {
        const denying = withConsents(request, (all) =>
          all.map((one, position) =>
            position === which % all.length
              ? { ...one, provision: one.provision.toSpliced(place, 0, deny) }
              : one,
          ),
        );
        expectNoWider(decide(denying), decide(request), record);
      },
    );
  });

  it('a consent, added beside others that permit, never widens a permit unless it shares by itself', () => {
    law(
      fc.record({ request: requests, other: consents, record: records }),
      ({ request, other, record }) => {
        fc.pre(other.kind !== 'SHARING' || other.origin === 'IMPORTED');
        const more = withConsents(request, (all) => [...all, other]);
        expectNoWider(decide(more), decide(request), record);
      },
    );
  });

  it('an emergency, declared by whomever, changes nothing abroad, and nothing at home for another purpose', () => {
    law(
      fc.record({ request: requests, emergency: emergencies, purpose: purposes, action: actions }),
      ({ request, emergency, purpose, action }) => {
        const asked = { ...request, caller: { ...request.caller, purpose }, action };
        fc.pre(isAbroad(asked) || purpose !== 'ETREAT');
        expect(decide(inEmergency(asked, emergency))).toEqual(decide(inEmergency(asked, null)));
      },
    );
  });

  it('no purpose of an emergency permits anything abroad', () => {
    law(
      fc.record({ request: requests, emergency: emergencies, action: actions }),
      ({ request, emergency, action }) => {
        fc.pre(isAbroad(request));
        for (const purpose of ['ETREAT', 'BTG'] as const) {
          const asked = { ...request, caller: { ...request.caller, purpose }, action };
          expect(decide(inEmergency(asked, emergency)).effect).toBe('deny');
        }
      },
    );
  });

  it('an emergency widens no profession, label or exclusion: only that somebody agreed is not asked', () => {
    law(
      fc.record({ request: requests, profession: professions, record: records }),
      ({ request, profession, record }) => {
        fc.pre(!isAbroad(request));
        const asked = inEmergency(
          withConsents(request, (all) => all.map(forAnyPurpose)),
          { id: 'emergency', until: '2026-11-22T13:00:00+08:00' },
        );
        const deciding = (purpose: PurposeOfUse, deemedConsent: boolean): Decision =>
          decide({
            ...asked,
            caller: { ...asked.caller, purpose },
            providerFacts: domesticFacts({ deemedConsent }, { profession }),
          });
        expectNoWider(deciding('ETREAT', false), deciding('TREAT', true), record);
      },
    );
  });

  it('to declare an emergency is permitted to a professional at home alone, and never with more than PERSON', () => {
    law(
      fc.record({ request: requests, emergency: emergencies, purpose: purposes }),
      ({ request, emergency, purpose }) => {
        const asked = { ...request, caller: { ...request.caller, purpose } };
        const decision = decide(inEmergency({ ...asked, action: 'EMERGENCY' }, emergency));
        if (decision.effect === 'deny') return;
        expect([isAbroad(request), purpose]).toEqual([false, 'ETREAT']);
        expect(['PERSON']).toEqual(expect.arrayContaining([...decision.scopes]));
      },
    );
  });

  it('a condition, added to a recognition, never gives a role', () => {
    law(fc.record({ former: conditionFacts, added: conditionFacts }), ({ former, added }) => {
      const roleUnder = (list: readonly ConditionFact[]) =>
        providerRole(
          abroadRequest().caller,
          abroadFacts({ recognition: recognition({ conditions: list }) }),
          NOW,
        );
      fc.pre(roleUnder(former) === null);
      expect(roleUnder([...former, ...added])).toBeNull();
    });
  });

  it('to deposit is permitted with no scope but that of receipts, and releases no record', () => {
    law(fc.tuple(requests, records, purposes), ([request, record, purpose]) => {
      const decision = decide({ ...depositing(request), caller: { ...request.caller, purpose } });
      expect(scopesOf(decision).filter((scope) => scope !== 'DEPOSIT')).toEqual([]);
      expect(isReleased(record, decision)).toBe(false);
    });
  });

  it('a consent, added beside others, never widens what may be deposited', () => {
    law(fc.tuple(requests, consents), ([request, added]) => {
      const whole = depositing(request);
      const narrowed = withConsents(whole, (all) => [...all, added]);
      expect(depositableOf(decide(whole))).toEqual(
        expect.arrayContaining([...depositableOf(decide(narrowed))]),
      );
    });
  });

  it('no purpose but that of a test opens an invented patient to a provider, and that no real one', () => {
    law(fc.tuple(requests, purposes, actions, fc.boolean()), (drawn) => {
      const [request, purpose, action, isTest] = drawn;
      const decision = decide({
        ...request,
        action,
        caller: { ...request.caller, purpose },
        patientFacts: patientFacts({ isTest }),
      });
      if ((purpose === 'HTEST') !== isTest) expect(decision.effect).toBe('deny');
    });
  });

  it('whoever is permitted to read holds the role of a provider, at home or abroad', () => {
    law(fc.record({ request: requests, purpose: purposes }), ({ request, purpose }) => {
      const caller = { ...request.caller, purpose };
      fc.pre(decide({ ...request, caller }).effect === 'permit');
      expect(providerRole(caller, request.providerFacts, request.now)).toBe(
        isAbroad(request) ? 'provider:cross-border' : 'provider:domestic',
      );
    });
  });

  it('a scope, taken from a grant or from the conditions of a recognition, never widens a permit', () => {
    law(
      fc.record({
        granted: scopes,
        listed: scopes,
        scope: fc.constantFrom(...SHARABLE_SCOPES),
        record: records,
      }),
      ({ granted, listed, scope, record }) => {
        const deciding = (
          held: readonly SharableScope[],
          allowed: readonly SharableScope[],
        ): Decision =>
          decide(
            abroadRequest({
              providerFacts: abroadFacts({
                recognition: recognition({
                  conditions: [{ kind: 'ALLOWED_SCOPES', value: allowed.join(',') }],
                }),
              }),
              consentFacts: consentFacts({
                consents: [grantConsent()],
                grant: grant({ scopes: held }),
              }),
            }),
          );
        const without = (list: readonly SharableScope[]) => list.filter((one) => one !== scope);
        expectNoWider(deciding(without(granted), listed), deciding(granted, listed), record);
        expectNoWider(deciding(granted, without(listed)), deciding(granted, listed), record);
      },
    );
  });

  it('a scope, taken from what a sharing consent permits, never widens a permit', () => {
    law(
      fc.record({ shared: scopes, scope: fc.constantFrom(...SHARABLE_SCOPES), record: records }),
      ({ shared, scope, record }) => {
        const deciding = (category: readonly SharableScope[]): Decision =>
          decide(
            domesticRequest({
              consentFacts: consentFacts({
                consents: [
                  consent({ decision: 'deny', provision: [{ type: 'permit', category }] }),
                ],
                careRelation: { period: { start: null, end: null } },
              }),
            }),
          );
        expectNoWider(deciding(shared.filter((one) => one !== scope)), deciding(shared), record);
      },
    );
  });

  it('a record that no permit is about, or whose category none covers, is never released', () => {
    law(fc.record({ request: requests, record: records }), ({ request, record }) => {
      const decision = decide(request);
      if (!isReleased(record, decision)) return;
      expect(record.patient).toBe(request.patient);
      expect(scopesOf(decision)).toContain(record.category);
    });
  });

  it('a record that nobody labelled is released to nobody who is not shown restricted ones', () => {
    law(fc.record({ request: requests, record: records }), ({ request, record }) => {
      const decision = decide(request);
      const unlabelled = { ...record, security: [] };
      if (!isReleased(unlabelled, decision)) return;
      expect(decision).toMatchObject({ confidentiality: expect.arrayContaining(['R']) });
    });
  });

  it('at a reading of the clock that is no time, nothing is permitted', () => {
    const readings = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -8.64e15 - 1);
    law(fc.record({ request: requests, action: actions, now: readings }), (changes) => {
      const { request, action, now } = changes;
      expect(decide({ ...request, action, now }).effect).toBe('deny');
      expect(providerRole(request.caller, request.providerFacts, now)).toBeNull();
    });
  });

  it('a permit, narrowed to what a fetch needs, releases nothing that the whole one does not', () => {
    law(
      fc.record({
        held: scopes,
        demanded: fc.array(scopes, { maxLength: 4 }),
        record: records,
        isAbroad: fc.boolean(),
      }),
      ({ held, demanded, record, isAbroad }) => {
        const whole: Permit = permit({ scopes: held, abroad: isAbroad });
        const switches = demanded.map((demands, position) => ({
          variable: `v${position}`,
          demands,
        }));
        const on = new Set(switchedOn(switches, whole));
        const narrowed = narrowing(switches, on, [LABEL])(whole);
        expectNoWider(narrowed, whole, record);
        // What was switched on before is switched on still.
        const turned = switches.filter(({ variable }) => on.has(variable));
        expect(switchedOn(turned, narrowed)).toEqual([...on]);
      },
    );
  });
});
