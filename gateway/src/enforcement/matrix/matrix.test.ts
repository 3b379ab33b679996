import { GATES } from '@causeway/schema';
import type { Gate } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { follows, reasonOf } from './follows.js';
import { HELD_ELSEWHERE } from './held-elsewhere.js';
import { DECISION_MATRIX } from './matrix.js';
import { CALLERS, gateOf } from './row.js';
import type { CallerKind, MatrixRow } from './row.js';
import { SUBJECTS, WHO_SEES_WHAT } from './who-sees-what.js';

const ROWS = DECISION_MATRIX.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows));

describe.each(DECISION_MATRIX.filter(({ sections }) => sections.length > 0))(
  'the decision matrix, $title',
  ({ sections }) => {
    it.each(sections)('$title', ({ rows }) => {
      const told = rows.map(({ caller, when, outcome }) => ({ caller, when, ...outcome }));
      expect(rows.map((one) => ({ caller: one.caller, when: one.when, ...follows(one) }))).toEqual(
        told,
      );
    });
  },
);

const PERSON: readonly Gate[] = ['CALLER', 'PURPOSE', 'OBLIGATION', 'AUDIT'];
const OFFICE: readonly Gate[] = ['CALLER', 'PURPOSE', 'AUDIT'];

/** Which gates bind whom. */
const BINDING: Readonly<Record<CallerKind, readonly Gate[]>> = {
  patient: PERSON,
  'substitute decision maker': [...PERSON, 'RELATION'],
  caregiver: [...OFFICE, 'RELATION'],
  'another person': ['RELATION', 'AUDIT'],
  'domestic professional': GATES.filter((gate) => gate !== 'DATA_PERIOD'),
  'cross-border professional': GATES,
  'health record system': GATES,
  Commissioner: OFFICE,
  'Secretary for Health': OFFICE,
  auditor: OFFICE,
};

/** Why each gate denies, in the words of the audit; of several that differ in one word alone, those of the matrix. */
const REASONS: Readonly<Partial<Record<Gate, readonly string[]>>> = {
  CALLER: [
    'no time',
    'organisation not a member of the system',
    'organisation not in the registry',
  ],
  PRACTITIONER_ROLE: [
    'practitioner role not active',
    'practitioner role not in the registry',
    'practitioner role of another organisation',
  ],
  ORGANIZATION: [
    'condition DEPOSIT_ALLOWED',
    'condition DESIGNATED_CLIENT',
    'condition NAMED_LOCATIONS',
    'condition PRACTITIONER_ROLES',
    'condition READ_ALLOWED',
    'condition VALIDITY_PERIOD',
    'condition not understood: ALLOWED_SCOPES',
    'condition not understood: MAX_GRANT_DURATION',
    'condition not understood: MUST_BE_NICE',
    'condition not understood: READ_ALLOWED',
    'condition not understood: constructor',
    'not recognised',
    'organisation not registered',
    'organisation outside Hong Kong and the Greater Bay Area',
    'recognition applied',
    'recognition cancelled',
    'recognition expired',
    'recognition not in its period',
    'recognition refused',
    'recognition suspended',
    'recognition withdrawn',
  ],
  PURPOSE: [
    'condition ALLOWED_PURPOSES',
    'purpose BTG',
    'purpose CAREMGT',
    'purpose ETREAT',
    'purpose HMARKT',
    'purpose HOPERAT',
    'purpose HPAYMT',
    'purpose HRESCH',
    'purpose PATRQT',
    'purpose TREAT',
  ],
  JOINING: [
    'no such patient',
    'no test patient',
    'patient deceased',
    'patient not_joined',
    'patient suspended',
    'patient withdrawn',
    'test patient',
  ],
  RELATION: [
    'a caregiver reads no record',
    'a minor does not authorise',
    'a person deposits no record',
    'a provider does not authorise',
    'an office only reads',
    'encounter closed',
    'encounter of another organisation',
    'no emergency declared',
    'no encounter',
    'no relation to the patient',
    'patient not under care',
  ],
  CONSENT: [
    'condition MAX_GRANT_DURATION',
    'consent of the grant not in force',
    'deposit not authorised',
    'grant authorised',
    'grant completed',
    'grant declined',
    'grant expired',
    'grant for another purpose',
    'grant lapsed',
    'grant link_issued',
    'grant locked',
    'grant not in its period',
    'grant of another patient',
    'grant requested',
    'grant revoked',
    'grant suspended',
    'grant to another organisation',
    'grant to another practitioner',
    'grant without DEPOSIT',
    'grant without READ',
    'no grant',
    'no sharing consent',
  ],
  CATEGORY: ['no category to deposit'],
  DATA_PERIOD: ['look-back not understood'],
  PROVISION: ['denied by the patient', 'deposit objected to', 'not interpreted: consent no'],
};

const ELSEWHERE = Object.values(HELD_ELSEWHERE).flat();

const isShown = (caller: CallerKind, gate: Gate): boolean =>
  ROWS.some((one) => one.caller === caller && gateOf(one) === gate) ||
  ELSEWHERE.some(({ gate: of }) => of?.gate === gate && of.callers.includes(caller));

describe('the decision matrix', () => {
  it.each(CALLERS)(
    'shows of each gate that binds its callers that it is the first to fail: %s',
    (caller) => {
      expect(BINDING[caller].filter((gate) => !isShown(caller, gate))).toEqual([]);
    },
  );

  it.each(GATES)('says of each denial why, in words of one list: %s', (gate) => {
    const denied = ROWS.filter((one) => one.outcome.effect === 'deny' && gateOf(one) === gate);
    expect([...new Set(denied.map(reasonOf))].toSorted()).toEqual(REASONS[gate] ?? []);
  });

  it.each(CALLERS)('shows something that is permitted, where anything is: %s', (caller) => {
    const isPermitted = ROWS.some((one) => one.caller === caller && one.outcome.effect !== 'deny');
    expect(isPermitted).toBe(caller !== 'another person');
  });

  it.each(SUBJECTS)('says for everybody whether they see %s', (subject) => {
    for (const cell of Object.values(WHO_SEES_WHAT[subject])) expect(cell).not.toEqual([]);
  });

  it('has something for each letter of the acceptance scenarios', () => {
    const empty = DECISION_MATRIX.filter(
      ({ sections, elsewhere }) => sections.length + elsewhere.length === 0,
    );
    expect(empty).toEqual([]);
  });

  it('tells each case once', () => {
    const names = DECISION_MATRIX.flatMap(({ sections }) =>
      sections.flatMap(({ title, rows }) => rows.map((one) => nameOf(title, one))),
    );
    expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual([]);
  });
});

const nameOf = (title: string, { caller, when, outcome }: MatrixRow): string =>
  JSON.stringify([title, caller, when, outcome]);
