/** `npm run seed`: fills the databases of a data folder with the invented world, once, and with as many as asked for. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseError } from '@causeway/kit';
import { Command, InvalidArgumentError } from 'commander';
import { openStores } from './open-stores.js';
import { GENERATED_PATIENTS } from './people/generated-people.js';
import { MOST_RESIDENTS, seedResidents } from './residents/seed-residents.js';
import { SeedMarkError } from './seed-mark.js';
import { seedOnce } from './seed-once.js';

const program = new Command('seed')
  .description('Fill the databases of a data folder with the invented world, once.')
  .option('--data <folder>', 'the data folder', process.env['CAUSEWAY_DATA'] ?? '.causeway')
  .option(
    '--patients <number>',
    'how many composed patients it has beside those with a story; more can be added later',
    readNumber,
    GENERATED_PATIENTS,
  )
  .parse();

try {
  const { data, patients } = program.opts<{ data: string; patients: number }>();
  await seed(resolve(data), patients);
} catch (error) {
  const isExplained = error instanceof DatabaseError || error instanceof SeedMarkError;
  console.error(isExplained ? error.message : error);
  process.exitCode = 1;
}

async function seed(folder: string, patients: number): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stores = openStores(folder, Date.now);
  const markPath = join(folder, 'seeded.json');
  try {
    const seeding = seedOnce(markPath, stores, new Date(), (written, of) =>
      console.log(`${written} of ${of} records`),
    );
    switch (seeding.outcome) {
      case 'SEEDED':
        console.log(`${folder} holds the invented world of ${seeding.date}.`);
        break;
      case 'SEEDED_BEFORE':
        console.log(
          `${folder} holds the invented world of ${seeding.date} already. Remove the folder to seed anew.`,
        );
    }
    if (patients <= GENERATED_PATIENTS) return;
    const { residents } = await seedResidents(patients, {
      folder,
      markPath,
      stores,
      onProgress: tell(patients),
    });
    console.log(`${residents} composed patients are in it; ${megabytes(folder)} MB on disk.`);
  } finally {
    stores.close();
  }
}

/** Tells how far writing has come, every few seconds, and at its end. */
function tell(patients: number): (last: number, records: number) => void {
  const begun = performance.now();
  let told = begun;
  return (last, records) => {
    const now = performance.now();
    if (now - told < 5_000 && last < patients) return;
    told = now;
    const seconds = Math.round((now - begun) / 1_000);
    console.log(`${last} of ${patients} patients, ${records} records written in ${seconds} s`);
  };
}

function megabytes(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1_000_000);
}

function readNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= GENERATED_PATIENTS && number <= MOST_RESIDENTS)
    return number;
  throw new InvalidArgumentError(
    `Expected a whole number from ${GENERATED_PATIENTS} to ${MOST_RESIDENTS}.`,
  );
}
