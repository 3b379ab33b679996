import type { Database } from '@causeway/kit';
import { and, asc, eq, gt, gte, isNull, lte, or } from 'drizzle-orm';
import { careRelations } from '../tables.js';

/** A page of the patients under an organisation's care, by their ids. */
export interface CarePage {
  readonly organization: string;
  /** When the care is open, in epoch milliseconds. */
  readonly at: number;
  readonly first: number;
  /** Only patients whose id follows this one. */
  readonly after: string | null;
}

/** The ids of patients with an open relation of care to an organisation, each once, in the order of the ids. */
export function patientsUnderCare(
  { db }: Database,
  { organization, at, first, after }: CarePage,
): string[] {
  const { patient, startsAt, endsAt, validTo } = careRelations;
  return db
    .selectDistinct({ patient })
    .from(careRelations)
    .where(
      and(
        isNull(validTo),
        eq(careRelations.organization, organization),
        or(isNull(startsAt), lte(startsAt, at)),
        or(isNull(endsAt), gte(endsAt, at)),
        after === null ? undefined : gt(patient, after),
      ),
    )
    .orderBy(asc(patient))
    .limit(first)
    .all()
    .map((row) => row.patient);
}
