/** `npm run seed`: fills the databases of a data folder with the invented world, once. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseError } from '@causeway/kit';
import { Command } from 'commander';
import { openStores } from './open-stores.js';
import { SeedMarkError, seedOnce } from './seed-once.js';

const program = new Command('seed')
  .description('Fill the databases of a data folder with the invented world, once.')
  .option('--data <folder>', 'the data folder', process.env['CAUSEWAY_DATA'] ?? '.causeway')
  .parse();

try {
  seed(resolve(program.opts<{ data: string }>().data));
} catch (error) {
  const isExplained = error instanceof DatabaseError || error instanceof SeedMarkError;
  console.error(isExplained ? error.message : error);
  process.exitCode = 1;
}

function seed(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stores = openStores(folder, Date.now);
  try {
    const seeding = seedOnce(join(folder, 'seeded.json'), stores, new Date(), (written, of) =>
      console.log(`${written} of ${of} records`),
    );
    switch (seeding.outcome) {
      case 'SEEDED':
        console.log(`${folder} holds the invented world of ${seeding.date}.`);
        return;
      case 'SEEDED_BEFORE':
        console.log(
          `${folder} holds the invented world of ${seeding.date} already. Remove the folder to seed anew.`,
        );
        return;
    }
  } finally {
    stores.close();
  }
}
