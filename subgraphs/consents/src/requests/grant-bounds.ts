import {
  coversInstant,
  filled,
  latestInstant,
  readConditions,
  recognitionProblem,
} from '@causeway/schema';
import type { Conditions, Party, RecognitionFact, Texts } from '@causeway/schema';
import { NOT_IN_FORCE, UNRECOGNISED } from '../refusal-texts.js';

/** The parties that ask, as this subgraph knows them: an organisation, itself or through a system. */
export interface AskingParties {
  readonly organization: Party | undefined;
  /** Null where no system is between; undefined where this subgraph has not been told of it. */
  readonly system: Party | null | undefined;
}

/** What recognitions let be asked for, all of them together. */
export interface GrantBounds {
  readonly conditions: Conditions;
  /** When the first of them ends, in epoch milliseconds; null where none does. */
  readonly end: number | null;
}

/** Why nothing may be asked for. */
export interface Unbounded {
  readonly problem: Texts;
}

/**
 * What parties may ask for at an instant (epoch milliseconds), by the recognitions they stand under: its own for an
 * organisation; for a member of a public health record system the system's, and its own where it has one.
 */
export function grantBounds(
  { organization, system }: AskingParties,
  now: number,
): GrantBounds | Unbounded {
  if (organization === undefined || system === undefined) return { problem: UNRECOGNISED.unknown };
  if (organization.jurisdiction === 'HK') return { problem: UNRECOGNISED.atHome };
  const required =
    system === null
      ? [organization.recognition]
      : [system.recognition, ...(organization.recognition ? [organization.recognition] : [])];
  const recognitions = required.filter((recognition) => recognition !== null);
  if (recognitions.length < required.length) return { problem: UNRECOGNISED.never };
  return boundsOf(recognitions, now);
}

function boundsOf(recognitions: readonly RecognitionFact[], now: number): GrantBounds | Unbounded {
  for (const recognition of recognitions) {
    const problem = recognitionProblem(recognition, now);
    if (problem !== null) return { problem: NOT_IN_FORCE[problem] };
  }
  const conditions = readConditions(
    recognitions.flatMap((recognition) => recognition.conditions),
    now,
  );
  if ('unreadable' in conditions) {
    return { problem: filled(UNRECOGNISED.unreadable, { kind: conditions.unreadable.kind }) };
  }
  if (conditions.validity !== null && !coversInstant(conditions.validity, now)) {
    return { problem: UNRECOGNISED.validity };
  }
  const ends = [...recognitions.map(({ period }) => period), conditions.validity]
    .map((period) => latestInstant(period?.end))
    .filter((end) => end !== null);
  return { conditions, end: ends.length === 0 ? null : Math.min(...ends) };
}
