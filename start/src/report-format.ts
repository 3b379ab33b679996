import { Option } from 'commander';
import { csvLine } from './csv.js';

/** The forms that a report takes. */
const REPORT_FORMATS = ['csv', 'json'] as const;

/** A form that a report takes. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The option of a command that prints a report in one of its forms. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how').choices(REPORT_FORMATS);
}

/** How the rows of a report are written. */
export interface ReportShape<Row, Entry, Column extends string> {
  /** What the JSON form says of a row. */
  readonly entryOf: (row: Row) => Entry;
  /** The columns of the CSV form, in their order. */
  readonly columns: readonly Column[];
  /** What stands in each column. */
  readonly valuesOf: (entry: Entry) => Readonly<Record<Column, string | number | null>>;
}

/** A report, piece by piece: lines under a header, or a list. */
export function* printReport<Row, Entry, Column extends string>(
  rows: Iterable<Row>,
  format: ReportFormat,
  { entryOf, columns, valuesOf }: ReportShape<Row, Entry, Column>,
): Generator<string> {
  switch (format) {
    case 'csv':
      yield csvLine(columns);
      for (const row of rows) {
        const values = valuesOf(entryOf(row));
        yield csvLine(columns.map((column) => values[column]));
      }
      break;
    case 'json': {
      yield '[';
      let separator = '\n';
      for (const row of rows) {
        yield `${separator}${JSON.stringify(entryOf(row))}`;
        separator = ',\n';
      }
      yield '\n]\n';
      break;
    }
  }
}
