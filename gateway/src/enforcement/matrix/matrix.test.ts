import { GATES } from '@causeway/schema';
import type { Gate } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { follows } from './follows.js';
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
