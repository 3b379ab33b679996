/** `npm run story`: walks the whole story against a running graph, showing each operation and its answer. */
import './require-node-24.js';
import { Command } from 'commander';
import { runProgram } from './program.js';
import { readSettings } from './settings.js';
import { onStage } from './story/on-stage.js';
import { walk } from './story/walk.js';

await runProgram(async () => {
  const command = new Command('npm run story --')
    .description(
      'Walks from the recognition of a hospital to the verified audit trail, on a graph of its own that is gone afterwards.',
    )
    .option('--url <url>', 'a graph that runs on the data folder of this environment instead')
    .parse();
  const { url } = command.opts<{ url?: string }>();
  const say = (text: string): void => {
    console.log(text);
  };
  await onStage({ url, settings: readSettings(process.env), say }, (stage) =>
    walk(stage, Date.now()),
  );
  say('That is the story. Every answer was as it should be.');
});
