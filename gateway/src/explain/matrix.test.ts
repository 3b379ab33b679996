/** Explanations say what the decision says: held by every row of the decision matrix. */
import type { Explanation, RecordFacts } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { AT_HOME } from '../enforcement/index.js';
import { DECISION_MATRIX } from '../enforcement/matrix/matrix.js';
import type { MatrixRow } from '../enforcement/matrix/row.js';
import { recordFacts, recordLabel } from '../enforcement/testing/records.js';
import { explain } from './explain.js';
import type { Asked } from './finding.js';

const CLINICAL = recordLabel({
  id: 'patient { id }',
  category: 'category',
  date: 'date',
  security: 'security { system code }',
});
const ADMINISTRATIVE = recordLabel({ id: 'patient { id }', category: 'category', party: 'party' });

const recordAsked = (record: Partial<RecordFacts>): Asked => ({
  kind: 'record',
  label: record.party === undefined ? CLINICAL : ADMINISTRATIVE,
  record: recordFacts(record),
});

/** What a row asks about. */
function askedBy({ outcome }: MatrixRow): Asked {
  switch (outcome.effect) {
    case 'show':
    case 'refuse':
      return { kind: 'value', demands: [outcome.scope] };
    case 'domestic':
      return { kind: 'value', demands: [AT_HOME] };
    case 'release':
    case 'withhold':
      return recordAsked(outcome.record);
    case 'permit':
    case 'deny':
    case 'bind':
    case 'take':
      return { kind: 'patient' };
  }
}

/** What a row says of its explanation. */
function expected({ outcome }: MatrixRow): Partial<Explanation> {
  switch (outcome.effect) {
    case 'deny':
    case 'withhold':
      return { effect: 'deny', gate: outcome.gate };
    case 'refuse':
      return { effect: 'deny', gate: 'CATEGORY', ...(outcome.code && { refusal: outcome.code }) };
    case 'domestic':
      return outcome.shown
        ? { effect: 'permit', gate: null }
        : { effect: 'deny', gate: 'OBLIGATION', refusal: 'NOT_SHARABLE' };
    case 'bind':
      return { effect: 'permit', obligations: outcome.obligations };
    case 'permit':
    case 'show':
    case 'release':
    case 'take':
      return { effect: 'permit', gate: null };
  }
}

const SECTIONS = DECISION_MATRIX.flatMap(({ sections }) => sections);

describe('an explanation agrees with the decision matrix', () => {
  it.each(SECTIONS)('$title', ({ rows }) => {
    for (const row of rows) {
      const explained = explain(row.request, askedBy(row));
      expect({ when: row.when, ...explained }).toMatchObject({ when: row.when, ...expected(row) });
    }
  });
});
