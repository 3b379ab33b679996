/** `npm run story`: walks the whole story against a running graph, showing each operation and its answer. */
import './require-node-24.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { startInProcess } from './in-process.js';
import { runProgram } from './program.js';
import { readSettings } from './settings.js';
import type { Settings } from './settings.js';
import { openStage } from './story/open-stage.js';
import { walk } from './story/walk.js';

await runProgram(async () => {
  const command = new Command('npm run story --')
    .description(
      'Walks from the recognition of a hospital to the verified audit trail, on a graph of its own that is gone afterwards.',
    )
    .option('--url <url>', 'a graph that runs on the data folder of this environment instead')
    .parse();
  const { url } = command.opts<{ url?: string }>();
  const settings = readSettings(process.env);
  if (url === undefined) await onGraphOfItsOwn(settings);
  else await play(url, settings);
});

async function play(url: string, settings: Settings): Promise<void> {
  const stage = await openStage({ url: url.replace(/\/$/, ''), settings }, (text) => {
    console.log(text);
  });
  await walk(stage, Date.now());
  console.log('That is the story. Every answer was as it should be.');
}

async function onGraphOfItsOwn(usual: Settings): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'causeway-story-'));
  try {
    const settings = { ...usual, port: 0, data };
    const graph = await startInProcess(settings, { clock: Date.now, say: console.error });
    try {
      await play(graph.url, settings);
    } finally {
      await graph.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
