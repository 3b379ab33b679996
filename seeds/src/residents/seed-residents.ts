import { loadConsents } from '../load/consents.js';
import { loadPatients } from '../load/patients.js';
import type { Stores } from '../load.js';
import { readMark, writeMark, SeedMarkError } from '../seed-mark.js';
import { world } from '../world.js';
import { writeRecords } from './records-writer.js';
import { residentsWorld } from './residents-world.js';
import { runsBetween } from './runs.js';

/** How many residents there can be: as many as there are invented card numbers for. */
export const MOST_RESIDENTS = 900_000;

/** Where residents are written. */
export interface ResidentsOptions {
  /** The data folder, whose world of those with a story is whole. */
  readonly folder: string;
  readonly markPath: string;
  readonly stores: Pick<Stores, 'patients' | 'consents'>;
  /** Told the number of the last resident who is written, and of how many records they have had since the beginning. */
  readonly onProgress: (last: number, records: number) => void;
}

/** What became of writing residents. */
export interface ResidentsReport {
  /** The number of the last resident of whom all is there: more than was asked for, where there were more before. */
  readonly residents: number;
  /** How many records were written. */
  readonly records: number;
}

/**
 * Adds residents to a world until there are as many as asked for. It goes on where it was cut short, or where fewer were
 * asked for before; nobody is seen before all that belongs to them is there.
 *
 * @throws SeedMarkError if the mark does not say that the world of those with a story is whole
 */
export async function seedResidents(
  asked: number,
  { folder, markPath, stores, onProgress }: ResidentsOptions,
): Promise<ResidentsReport> {
  const mark = readMark(markPath);
  if (mark?.isComplete !== true) throw new SeedMarkError(markPath);
  const { date, residents: written } = mark;
  if (written >= asked) return { residents: written, records: 0 };
  const parties = world(new Date(`${date}T12:00:00+08:00`));
  const writer = writeRecords(folder, { date, written, asked });
  let records = 0;
  try {
    for (const { first, last } of runsBetween(written, asked)) {
      const residents = residentsWorld(parties, first, last);
      loadConsents(residents, stores.consents);
      ({ records } = await writer.writtenUpTo(last));
      loadPatients(residents, stores.patients);
      writeMark(markPath, { ...mark, residents: last });
      onProgress(last, records);
    }
  } finally {
    await writer.close();
  }
  return { residents: asked, records };
}
