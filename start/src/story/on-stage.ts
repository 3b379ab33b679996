import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInProcess } from '../in-process.js';
import type { Settings } from '../settings.js';
import { openStage } from './open-stage.js';
import type { Stage } from './stage.js';

/** Where a play is played. */
export interface OnStageOptions {
  /** A graph that runs on the settings' data folder; undefined for a graph of its own, gone afterwards. */
  readonly url: string | undefined;
  readonly settings: Settings;
  /** Takes what is to be read. */
  readonly say: (text: string) => void;
}

/** Plays on the stage of a running graph, or on one that is started for it and ended. */
export async function onStage<Result>(
  { url, settings, say }: OnStageOptions,
  play: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  if (url !== undefined) {
    return play(await openStage({ url: url.replace(/\/$/, ''), settings }, say));
  }
  const data = mkdtempSync(join(tmpdir(), 'causeway-stage-'));
  try {
    const own = { ...settings, port: 0, data };
    const graph = await startInProcess(own, { clock: Date.now, say: console.error });
    try {
      return await play(await openStage({ url: graph.url, settings: own }, say));
    } finally {
      await graph.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
