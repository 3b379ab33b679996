import type { ImportReport, ReportLine } from './report.js';

/** A report for the terminal. */
export function reportText(report: ImportReport, details: string): string {
  const { read, imported, merged, kept, refused, rows, takenUp, findings } = report;
  const { unresolved, recordsWithUnresolved, keptApart } = findings;
  const references = Object.entries(unresolved).map(([style, count]) => `${style} ${count}`);
  return [
    '',
    `read      ${padded(read)}${takenUp > 0 ? `  (${takenUp} of them kept by an earlier import)` : ''}`,
    `imported  ${padded(imported)}  new rows: ${byType(report.lines, 'IMPORTED')}`,
    `merged    ${padded(merged)}  into rows that are there: ${byType(report.lines, 'MERGED')}`,
    `kept      ${padded(kept)}  until their patient is imported: ${byType(report.lines, 'KEPT')}`,
    `refused   ${padded(refused)}`,
    ...refusalLines(report.lines),
    '',
    `${imported} + ${merged} + ${kept} + ${refused} = ${read} read; ${imported} imported = ${rows} rows.`,
    `References kept as written, since they do not resolve: ${references.join(', ') || 'none'}; in ${recordsWithUnresolved} rows.`,
    `Kept apart from somebody of the same identifier or id, whom they contradict: ${keptApart}.`,
    `Every item that was kept or refused, with its place: ${details}`,
  ].join('\n');
}

function refusalLines(lines: readonly ReportLine[]): readonly string[] {
  const refused = lines.filter(({ disposition }) => disposition === 'REFUSED');
  return [...Map.groupBy(refused, ({ code }) => code ?? '')].map(
    ([code, each]) =>
      `  ${code.padEnd(24)}${padded(each.reduce((sum, { count }) => sum + count, 0))}  ${typesOf(each)}`,
  );
}

function byType(lines: readonly ReportLine[], disposition: ReportLine['disposition']): string {
  return typesOf(lines.filter((line) => line.disposition === disposition)) || 'none';
}

function typesOf(lines: readonly ReportLine[]): string {
  return [...lines]
    .sort((one, other) => other.count - one.count)
    .map(({ type, count }) => `${type} ${count}`)
    .join(', ');
}

function padded(count: number): string {
  return String(count).padStart(8);
}
