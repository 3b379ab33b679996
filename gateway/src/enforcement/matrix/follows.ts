/** What follows of a row's request, by the decision and the judgement of records themselves. */
import type { Permit, RecordFacts } from '@causeway/schema';
import { decide } from '../decide/decide.js';
import type { NamedFacets } from '../exclusion.js';
import { standingOfRecord } from '../record.js';
import { recordFacts } from '../testing/records.js';
import type { MatrixRow } from './row.js';

/** What came of a row: said in the words of its outcome, so that the two can be compared. */
export type Followed = Readonly<Record<string, unknown>>;

/** A clinical record has a category, a date and labels; an administrative one has parties. */
const CLINICAL: NamedFacets = { category: true, date: true, security: true };
const ADMINISTRATIVE: NamedFacets = { category: true, party: true };

/** What follows of a row: a deny with its gate, or what the permit makes of what the row asks for. */
export function follows({ request, outcome }: MatrixRow): Followed {
  const decision = decide(request);
  if (decision.effect === 'deny') return { effect: 'deny', gate: decision.gate };
  switch (outcome.effect) {
    case 'permit':
    case 'deny':
      return { effect: 'permit' };
    case 'show':
    case 'refuse': {
      const { scope } = outcome;
      if (decision.scopes.includes(scope)) return { effect: 'show', scope };
      return { effect: 'refuse', scope, code: decision.refusals[scope] ?? null };
    }
    case 'release':
    case 'withhold':
      return judged(decision, outcome.record);
    case 'bind':
      return { effect: 'bind', obligations: decision.obligations };
    case 'domestic':
      return { effect: 'domestic', shown: !decision.abroad };
    case 'take':
      return { effect: 'take', categories: decision.depositable };
  }
}

/** Why a request is denied, as the audit has it; null for one that is permitted. */
export function reasonOf({ request }: MatrixRow): string | null {
  const decision = decide(request);
  return decision.effect === 'deny' ? decision.reason : null;
}

function judged(permit: Permit, record: Partial<RecordFacts>): Followed {
  if (isReleased(permit, record)) return { effect: 'release', record };
  const sole = WIDER.filter(([, wider]) => isReleased(...wider(permit, record)));
  return { effect: 'withhold', record, gate: sole.map(([gate]) => gate).join(' and ') };
}

function isReleased(permit: Permit, record: Partial<RecordFacts>): boolean {
  const names = record.party === undefined ? CLINICAL : ADMINISTRATIVE;
  return standingOfRecord(recordFacts(record), permit, names) === 'RELEASED';
}

type Widening = (
  permit: Permit,
  record: Partial<RecordFacts>,
) => readonly [Permit, Partial<RecordFacts>];

/** A gate takes a record away where the record would be released but for what that gate alone narrows. */
const WIDER: readonly (readonly [string, Widening])[] = [
  [
    'RELATION',
    (permit, record) => [
      { ...permit, administrativeBasis: 'SUBJECT' },
      { ...record, patient: permit.patient },
    ],
  ],
  [
    'CATEGORY',
    (permit, record) => {
      const { category } = recordFacts(record);
      const isPermitted = permit.scopes.some((scope) => scope === category);
      return [permit, isPermitted ? record : { ...record, category: permit.scopes[1] ?? null }];
    },
  ],
  ['DATA_PERIOD', (permit, record) => [{ ...permit, windowStart: null }, record]],
  ['PROVISION', (permit, record) => [{ ...permit, exclusions: [] }, record]],
  ['LABEL', (permit, record) => [{ ...permit, confidentiality: ['N', 'R', 'V'] }, record]],
];
