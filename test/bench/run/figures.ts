/** What was measured, and what it comes to. */
import type { OperationName } from './operations.js';

/** What one turn of one row measured. */
export interface Turn {
  /** CPU time of the gateway's processes for a request, in microseconds. */
  readonly cpu: number;
  /** Requests a second. */
  readonly rate: number;
  /** What half of the answers took at most, in milliseconds. */
  readonly p50: number;
  /** What 99 of 100 answers took at most, in milliseconds. */
  readonly p99: number;
  /** Resident memory of the gateway's processes at the end, in bytes. */
  readonly memory: number;
}

/** What a row came to, of an operation over a number of connections: the median of each figure. */
export interface Figure extends Turn {
  readonly row: string;
  readonly operation: OperationName;
  readonly connections: number;
}

/** The middle of some numbers; between the two in the middle of an even count. NaN for none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const above = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
  return (above + below) / 2;
}

/** What such a share (0 to 1) of some numbers do not exceed. NaN for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** The median of each figure of some turns. */
export function medianTurn(turns: readonly Turn[]): Turn {
  const of = (figure: keyof Turn): number => median(turns.map((turn) => turn[figure]));
  return { cpu: of('cpu'), rate: of('rate'), p50: of('p50'), p99: of('p99'), memory: of('memory') };
}
