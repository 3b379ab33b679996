/** The story that the README tells, walked over HTTP against the graph in one process and in five. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/program.js';

const PATIENCE = 180_000;

describe.each(['all-in-one', 'distributed'])('the story against %s', (program) => {
  it(
    'goes as it should, from the recognition to the verified trail',
    async () => {
      const data = mkdtempSync(join(tmpdir(), 'causeway-story-'));
      const environment = { CAUSEWAY_DATA: data, PORT: '0' };
      const graph = runProgram(program, { environment });
      try {
        const output = await graph.says(/Ctrl-C ends it/);
        const url = /Graph +(http:\S+)\/graphql/.exec(output)?.[1] ?? '';
        const story = await runProgram('story', { args: ['--url', url], environment }).ended;
        expect(story.stderr).toBe('');
        expect(story.stdout).toMatch(/Every answer was as it should be\.\n$/);
        expect(story.code).toBe(0);
        // Who looks over the shoulder learns no token.
        expect(story.stdout).not.toMatch(/eyJ[\w-]+\.[\w-]+/);
      } finally {
        graph.kill('SIGTERM');
        await graph.ended;
        rmSync(data, { recursive: true, force: true });
      }
    },
    PATIENCE,
  );
});
