/** How duties to deposit stand, as it is handed out: counts alone, no patient and no encounter. */
import type { ReportedDuty } from '@causeway/records';
import { nameIn } from '@causeway/schema';
import type { LocalisedName } from '@causeway/schema';
import { printReport } from '../report-format.js';
import type { ReportFormat } from '../report-format.js';

/** The columns of the CSV report, in their order; `docs/mandatory-deposit.md` says what stands in each. */
export const COLUMNS = [
  'duty',
  'organization',
  'organization_name',
  'basis',
  'categories',
  'within',
  'from',
  'until',
  'due',
  'arrived',
  'arrived_late',
  'late',
  'oldest_late',
] as const;

/** A duty with the names of who has to deposit. */
export interface NamedDuty extends ReportedDuty {
  readonly names: readonly LocalisedName[];
}

/** The report of duties, piece by piece. */
export function dutyReport(duties: Iterable<NamedDuty>, format: ReportFormat): Generator<string> {
  return printReport(duties, format, { entryOf, columns: COLUMNS, valuesOf });
}

function entryOf({ duty, names, due, arrived, arrivedLate, late, oldestLate }: NamedDuty) {
  return {
    duty: duty.id,
    organization: { id: duty.organization, names },
    basis: duty.basis,
    categories: duty.categories,
    within: duty.within,
    from: new Date(duty.from).toISOString(),
    until: instantOf(duty.until),
    due,
    arrived,
    arrivedLate,
    late,
    oldestLate: instantOf(oldestLate),
  };
}

function valuesOf(entry: ReturnType<typeof entryOf>) {
  return {
    duty: entry.duty,
    organization: entry.organization.id,
    organization_name: nameIn('en', entry.organization.names) ?? null,
    basis: entry.basis,
    categories: entry.categories.join('; '),
    within: entry.within,
    from: entry.from,
    until: entry.until,
    due: entry.due,
    arrived: entry.arrived,
    arrived_late: entry.arrivedLate,
    late: entry.late,
    oldest_late: entry.oldestLate,
  };
}

function instantOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
