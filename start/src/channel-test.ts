/**
 * `npm run channel:test`: tries a channel with test data, from end to end through a recognised system, and shows the
 * report; ends with 1 if anything is not as it should be.
 */
import './require-node-24.js';
import { Command } from 'commander';
import { tryChannel } from './channel/trial.js';
import { runProgram } from './program.js';
import { readSettings } from './settings.js';
import { onStage } from './story/on-stage.js';

await runProgram(async () => {
  const command = new Command('npm run channel:test --')
    .description(
      'Tries the channel of a recognised system with an invented patient, on a graph of its own that is gone afterwards.',
    )
    .option('--url <url>', 'a graph that runs on the data folder of this environment instead')
    .option('--quiet', 'the report alone')
    .parse();
  const { url, quiet } = command.opts<{ url?: string; quiet?: true }>();
  const say = (text: string): void => {
    if (quiet !== true) console.log(text);
  };
  const checks = await onStage({ url, settings: readSettings(process.env), say }, tryChannel);
  console.log('Report of the trial:');
  for (const { what, outcome, got } of checks) {
    console.log(`  ${outcome}  ${what}`);
    if (outcome === 'FAILED') console.log(`          got ${JSON.stringify(got)}`);
  }
  if (checks.some(({ outcome }) => outcome === 'FAILED')) process.exitCode = 1;
});
