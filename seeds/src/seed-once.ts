/**
 * Seeding on first use: once, and with the world of one day even where it was cut short and goes on the next day.
 */
import { localDate } from '@causeway/schema';
import { loadWorld } from './load.js';
import type { LoadReport, Stores } from './load.js';
import { GENERATED_PATIENTS } from './people/generated-people.js';
import { readMark, writeMark } from './seed-mark.js';
import type { SeedMark } from './seed-mark.js';
import { world } from './world.js';

/** What became of seeding: done now, or done before, with the world of a date. */
export type Seeding =
  | { readonly outcome: 'SEEDED'; readonly date: string; readonly report: LoadReport }
  | { readonly outcome: 'SEEDED_BEFORE'; readonly date: string };

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
  const mark = readMark(markPath) ?? unseeded(localDate(now.getTime()));
  const { date } = mark;
  if (mark.isComplete) return { outcome: 'SEEDED_BEFORE', date };
  // INVARIANT: the date is written down before anything of its world is.
  writeMark(markPath, mark);
  const made = world(new Date(`${date}T12:00:00+08:00`));
  const report = loadWorld(made, stores, (written) => onProgress?.(written, made.records.length));
  writeMark(markPath, { ...mark, isComplete: true });
  return { outcome: 'SEEDED', date, report };
}

function unseeded(date: string): SeedMark {
  return { date, isComplete: false, residents: GENERATED_PATIENTS };
}
