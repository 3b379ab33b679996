/** What the cases of a run came to, and whether they could have found anything: a run that shows or hides little proves little. */
import type { Gate } from '@causeway/schema';
import type { DueAnswer } from '../oracle/due-answer.js';

/** Counts of cases. */
export interface Tally {
  cases: number;
  /** Those that release a labelled value. */
  releasing: number;
  /** Those that keep a record back. */
  withholding: number;
  /** Those in which a gate is the first to fail: for a patient, or, where it refuses no patient, for a scope or a record. */
  readonly gates: Partial<Record<Gate, number>>;
}

/** The gates that refuse a patient, and those that refuse scopes and records of one that is permitted. */
const OF_PATIENTS: readonly Gate[] = [
  ...(['CALLER', 'PRACTITIONER_ROLE', 'ORGANIZATION', 'PURPOSE', 'JOINING'] as const),
  ...(['RELATION', 'CONSENT', 'DATA_PERIOD', 'PROVISION', 'AUDIT'] as const),
];
const OF_RECORDS: readonly Gate[] = ['CATEGORY', 'LABEL'];

/** A tally of no cases. */
export function newTally(): Tally {
  return { cases: 0, releasing: 0, withholding: 0, gates: {} };
}

/** Counts one case. */
export function count(tally: Tally, { released, withheld, firstGate, gates }: DueAnswer): void {
  tally.cases += 1;
  if (released > 0) tally.releasing += 1;
  if (withheld.size > 0) tally.withholding += 1;
  for (const gate of OF_PATIENTS) if (gate === firstGate) add(tally, gate, 1);
  for (const gate of OF_RECORDS) if (gates.has(gate)) add(tally, gate, 1);
}

/** Adds the counts of another tally. */
export function addTally(tally: Tally, other: Tally): void {
  tally.cases += other.cases;
  tally.releasing += other.releasing;
  tally.withholding += other.withholding;
  for (const gate of [...OF_PATIENTS, ...OF_RECORDS]) add(tally, gate, other.gates[gate] ?? 0);
}

/** Where a run falls short of what it has to come to; nothing where it bites. */
export function shortfalls({ cases, releasing, withholding, gates }: Tally): readonly string[] {
  const shares: readonly (readonly [what: string, count: number, least: number])[] = [
    ['release a labelled value', releasing, 0.3],
    ['keep a record back', withholding, 0.3],
    ...[...OF_PATIENTS, ...OF_RECORDS].map(
      (gate) => [`fail first at the gate ${gate}`, gates[gate] ?? 0, 0.01] as const,
    ),
  ];
  return shares
    .filter(([, counted, least]) => !(counted / cases >= least))
    .map(
      ([what, counted, least]) =>
        `Expected ${percent(least)} of the cases to ${what}, got ${percent(counted / cases)}`,
    );
}

/** A tally in words, one thing a line. */
export function describeTally({ cases, releasing, withholding, gates }: Tally): readonly string[] {
  return [
    `${percent(releasing / cases)} release a labelled value, ${percent(withholding / cases)} keep a record back`,
    `first to fail: ${[...OF_PATIENTS, ...OF_RECORDS].map((gate) => `${gate} ${percent((gates[gate] ?? 0) / cases)}`).join(', ')}`,
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function add(tally: Tally, gate: Gate, more: number): void {
  tally.gates[gate] = (tally.gates[gate] ?? 0) + more;
}
