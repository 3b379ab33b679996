/**
 * `npm run audit:verify`: whether the audit trail is as it was recorded. Names the first thing that is not, and ends
 * with 1 then.
 */
import './require-node-24.js';
import { Command } from 'commander';
import { describeTrail, notedAnchor } from './audit/describe-trail.js';
import { openTrail } from './audit/open-trail.js';
import { runProgram } from './program.js';
import { readSettings } from './settings.js';

interface Options {
  readonly data: string;
  readonly anchor?: string;
}

/** How many events lie between two lines that tell of progress. */
const STEP = 100_000;

await runProgram(async () => {
  const command = new Command('npm run audit:verify --')
    .description('Verifies the chain of each patient, and the anchors that bind them all.')
    .option('--data <folder>', 'the data folder', readSettings(process.env).data)
    .option('--anchor <anchor>', 'an anchor that was noted when it was verified before')
    .parse();
  const { data, anchor } = command.opts<Options>();
  const noted = anchor === undefined ? null : notedAnchor(anchor);
  const consents = await openTrail(data);
  let told = 0;
  try {
    const trail = consents.repository.verifyTrail({
      noted,
      onProgress: (events) => {
        if (events < told + STEP) return;
        told = events;
        console.error(`${events.toLocaleString('en')} events verified so far`);
      },
    });
    console.log(describeTrail(trail));
    if (trail.state !== 'INTACT') process.exitCode = 1;
  } finally {
    consents.close();
  }
});
