import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { firstRequests } from '../bench/first-requests.js';
import { median } from '../bench/run/figures.js';

/**
 * The most that planning and compiling a new text of medium size may take, in milliseconds. It is held to the fastest
 * of many: what else a busy machine does is not theirs. `npm run bench:first-request` tells the median.
 */
const MOST = 20;

it('plans and compiles a new text of medium size in time, and one in other aliases in less', async () => {
  const sdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const { distinct, aliased } = await firstRequests(sdl, 'medium', 40);
  expect(Math.min(...distinct)).toBeLessThan(MOST);
  expect(median(aliased)).toBeLessThan(median(distinct));
});
