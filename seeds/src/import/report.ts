/**
 * What an import has done. Its three equations are checked, not claimed: every item that was read is imported, merged,
 * kept or refused; and for each that is imported there is one row in the databases.
 */
import type { Staging, Tally } from './staging/staging.js';
import type { Disposition, Findings, ItemRow } from './staging/tables.js';

/** Items of one disposition, code and type. */
export interface ReportLine {
  readonly disposition: Disposition;
  readonly code: ItemRow['code'];
  readonly type: string;
  readonly count: number;
}

/** The report of an import. */
export interface ImportReport {
  /** Items in the files, and of those that earlier imports kept the ones that were taken up now. */
  readonly read: number;
  readonly imported: number;
  readonly merged: number;
  readonly kept: number;
  readonly refused: number;
  /** Rows that are in the databases now and were not before. */
  readonly rows: number;
  /** How many of `read` an earlier import had kept. */
  readonly takenUp: number;
  readonly lines: readonly ReportLine[];
  readonly findings: Findings;
}

/** A report that does not add up: something was lost or counted twice. */
export class UnbalancedReportError extends Error {
  constructor({ read, imported, merged, kept, refused, rows }: ImportReport) {
    super(
      `Expected imported + merged + kept + refused = read and imported = rows, got ${imported} + ${merged} + ${kept} + ${refused}, read ${read}, rows ${rows}. Keep the data folder and report this`,
    );
    this.name = 'UnbalancedReportError';
  }
}

/** The report of the run that is staged, given how many of its new rows the databases hold. */
export function reportOf(staging: Staging, rows: number): ImportReport {
  const tallies = staging.tallies().filter(isOfThisRun);
  const count = (disposition: Disposition): number =>
    sum(tallies.filter((tally) => tally.disposition === disposition));
  return {
    read: sum(tallies),
    imported: count('IMPORTED'),
    merged: count('MERGED'),
    kept: count('KEPT'),
    refused: count('REFUSED'),
    rows,
    takenUp: sum(tallies.filter(({ isEarlier }) => isEarlier)),
    lines: linesOf(tallies),
    findings: staging.findings(),
  };
}

/** Checks the equations of a report. @throws UnbalancedReportError if one does not hold */
export function checkReport(report: ImportReport): void {
  const { read, imported, merged, kept, refused, rows } = report;
  if (imported + merged + kept + refused !== read || imported !== rows) {
    throw new UnbalancedReportError(report);
  }
}

/** What an earlier import kept counts as read once it is taken or refused; until then it only waits on. */
function isOfThisRun({ isEarlier, disposition }: Tally): boolean {
  return !isEarlier || (disposition !== 'KEPT' && disposition !== null);
}

function linesOf(tallies: readonly Tally[]): readonly ReportLine[] {
  const lines = new Map<string, ReportLine>();
  for (const { disposition, code, type, count } of tallies) {
    if (disposition === null) continue;
    const key = `${disposition} ${code ?? ''} ${type ?? ''}`;
    const before = lines.get(key)?.count ?? 0;
    lines.set(key, { disposition, code, type: type ?? 'no resource', count: before + count });
  }
  return [...lines].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
}

function sum(tallies: readonly Tally[]): number {
  return tallies.reduce((total, { count }) => total + count, 0);
}
