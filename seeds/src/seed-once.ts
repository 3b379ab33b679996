/**
 * Seeding on first use: once, and with the world of one day even where it was cut short and goes on the next day.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { earliestInstant, localDate } from '@causeway/schema';
import { loadWorld } from './load.js';
import type { LoadReport, Stores } from './load.js';
import { world } from './world.js';

/** What became of seeding: done now, or done before, with the world of a date. */
export type Seeding =
  | { readonly outcome: 'SEEDED'; readonly date: string; readonly report: LoadReport }
  | { readonly outcome: 'SEEDED_BEFORE'; readonly date: string };

/** What the mark beside the databases says. */
interface Mark {
  /** The date of the world. */
  readonly date: string;
  readonly isComplete: boolean;
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

/**
 * Seeds the stores unless the mark at a path says that it was done. Told how many of how many records are written.
 *
 * @throws SeedMarkError if the mark is damaged
 */
export function seedOnce(
  markPath: string,
  stores: Stores,
  now: Date,
  onProgress?: (written: number, of: number) => void,
): Seeding {
  const mark = readMark(markPath) ?? { date: localDate(now.getTime()), isComplete: false };
  const { date } = mark;
  if (mark.isComplete) return { outcome: 'SEEDED_BEFORE', date };
  // INVARIANT: the date is written down before anything of its world is.
  writeMark(markPath, mark);
  const made = world(new Date(`${date}T12:00:00+08:00`));
  const report = loadWorld(made, stores, (written) => onProgress?.(written, made.records.length));
  writeMark(markPath, { date, isComplete: true });
  return { outcome: 'SEEDED', date, report };
}

function readMark(path: string): Mark | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  try {
    const mark = JSON.parse(text) as Partial<Mark> | null;
    if (typeof mark?.date === 'string' && earliestInstant(mark.date) !== null) {
      return { date: mark.date, isComplete: mark.isComplete === true };
    }
  } catch (cause) {
    throw new SeedMarkError(path, { cause });
  }
  throw new SeedMarkError(path);
}

function writeMark(path: string, mark: Mark): void {
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(mark)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}
