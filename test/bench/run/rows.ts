/** What is measured beside what. */

/** A gateway, or a floor beneath all of them. */
export interface Row {
  /** What `--rows` calls it. */
  readonly name: string;
  readonly title: string;
  /** The program, beside this folder. */
  readonly file: string;
}

/** The rows, in the order of the tables. */
export const ROWS: readonly Row[] = [
  { name: 'causeway', title: 'Causeway, enforcement and audit on', file: 'rows/causeway.ts' },
  { name: 'bare', title: "Causeway's engine alone, bare HTTP handler", file: 'rows/bare.ts' },
];
