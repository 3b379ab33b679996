/** The trial of a channel with test data, on a graph of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/program.js';

describe('npm run channel:test', () => {
  it('tries the channel from end to end, and shows that test data meets nothing real', async () => {
    const data = mkdtempSync(join(tmpdir(), 'causeway-trial-'));
    const environment = { CAUSEWAY_DATA: data };
    const said = await runProgram('channel-test', { args: ['--quiet'], environment }).succeeds();
    rmSync(data, { recursive: true, force: true });
    expect(said.split('\n').map((line) => line.trim().split('  ')[0])).toEqual([
      'Report of the trial:',
      'PASSED',
      'PASSED',
      'PASSED',
      'PASSED',
      'PASSED',
      '',
    ]);
  }, 120_000);
});
