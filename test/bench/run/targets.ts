/** What the figures have to be. */
import type { Figure } from './figures.js';
import type { OperationName } from './operations.js';

/** That a row is so many times cheaper than another, in CPU per request at 64 connections. */
export interface Target {
  readonly ours: string;
  /** The rows that it is compared with; the cheapest of them counts. */
  readonly beside: readonly string[];
  readonly operation: OperationName;
  /** How many times less ours has to cost; below 1 it may cost more. */
  readonly times: number;
}

const CONNECTIONS = 64;

const everywhere = (small: number, medium: number, large: number) => ({ small, medium, large });

const TIMES: readonly {
  readonly ours: string;
  readonly beside: readonly string[];
  readonly times: Readonly<Partial<Record<OperationName, number>>>;
}[] = [
  { ours: 'causeway', beside: ['apollo'], times: everywhere(12, 12, 5) },
  { ours: 'causeway', beside: ['apollo-undici'], times: everywhere(4, 4, 4) },
  { ours: 'causeway', beside: ['hive', 'hive-rust'], times: everywhere(10, 10, 10) },
  { ours: 'causeway', beside: ['grafbase'], times: everywhere(1, 1, 1 / 2) },
  // Enforcement and audit together cost at most 20 % over the bare engine.
  { ours: 'causeway', beside: ['bare'], times: { medium: 1 / 1.2, large: 1 / 1.2 } },
  // What was measured of the compiled plan in a bare HTTP handler with undici (design.md 6).
  { ours: 'bare', beside: ['apollo'], times: everywhere(1175 / 59, 3221 / 178, 13531 / 2877) },
];

/** Every target. */
export const TARGETS: readonly Target[] = TIMES.flatMap(({ ours, beside, times }) =>
  Object.entries(times).map(([operation, wanted]) => ({
    ours,
    beside,
    operation: operation as OperationName,
    times: wanted,
  })),
);

/** How long the first request of a new text of medium may take, in milliseconds. */
export const FIRST_REQUEST = 20;

/** A target, and what became of it; unmeasured is not met. */
export type Outcome = Target &
  (
    | { readonly kind: 'met' | 'missed'; readonly measured: number }
    | { readonly kind: 'unmeasured'; readonly missing: readonly string[] }
  );

/** What became of each target. */
export function outcomes(
  figures: readonly Figure[],
  targets: readonly Target[] = TARGETS,
): readonly Outcome[] {
  return targets.map((target) => {
    const cpuOf = (row: string): number | undefined =>
      figures.find(
        (figure) =>
          figure.row === row &&
          figure.operation === target.operation &&
          figure.connections === CONNECTIONS,
      )?.cpu;
    const missing = [target.ours, ...target.beside].filter((row) => cpuOf(row) === undefined);
    if (missing.length > 0) return { ...target, kind: 'unmeasured', missing };
    const cheapest = Math.min(...target.beside.map((row) => cpuOf(row) ?? NaN));
    const measured = cheapest / (cpuOf(target.ours) ?? NaN);
    return { ...target, kind: measured >= target.times ? 'met' : 'missed', measured };
  });
}
