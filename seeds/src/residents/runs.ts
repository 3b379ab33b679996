/** A run of residents by their numbers, both included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** How many residents are written at once. */
const LENGTH = 500;

/** The runs in which the residents after one number and up to another are written. */
export function* runsBetween(written: number, asked: number): Generator<Run> {
  for (let first = written + 1; first <= asked; first += LENGTH) {
    yield { first, last: Math.min(asked, first + LENGTH - 1) };
  }
}
