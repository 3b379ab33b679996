/** The mark beside the databases, which says what they hold. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { earliestInstant } from '@causeway/schema';
import { GENERATED_PATIENTS } from './people/generated-people.js';

/** What the mark says. */
export interface SeedMark {
  /** The date of the world. */
  readonly date: string;
  /** Whether the world of those with a story is whole. */
  readonly isComplete: boolean;
  /** The number of the last resident of whom all is written. */
  readonly residents: number;
}

/** A mark that does not say what was seeded. */
export class SeedMarkError extends Error {
  constructor(path: string, options?: ErrorOptions) {
    super(
      `Expected ${path} to say which day's world the databases hold, got something else. Remove the data folder to seed anew`,
      options,
    );
    this.name = 'SeedMarkError';
  }
}

/** The mark at a path; null where nothing was seeded. @throws SeedMarkError if it is damaged */
export function readMark(path: string): SeedMark | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  try {
    const mark = JSON.parse(text) as Partial<SeedMark> | null;
    if (typeof mark?.date === 'string' && earliestInstant(mark.date) !== null) {
      const { date, isComplete, residents } = mark;
      const isNumber = typeof residents === 'number' && residents >= GENERATED_PATIENTS;
      return {
        date,
        isComplete: isComplete === true,
        residents: isNumber ? residents : GENERATED_PATIENTS,
      };
    }
  } catch (cause) {
    throw new SeedMarkError(path, { cause });
  }
  throw new SeedMarkError(path);
}

/** Writes the mark, whole or not at all. */
export function writeMark(path: string, mark: SeedMark): void {
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(mark)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}
