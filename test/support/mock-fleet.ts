/** The four subgraphs of `npm run mock`, to be put in the place of those over databases. */
import { randomBytes } from 'node:crypto';
import { society } from '@causeway/seeds/stage';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import { mockSubgraph } from '../../start/src/mock/mock-subgraph.js';
import { MockSociety } from '../../start/src/mock/society-facts.js';
import type { Fleet, FleetOptions } from './fleets.js';

/** Mock subgraphs over a society of their own. */
export function mockFleet({ clock, onError }: Pick<FleetOptions, 'clock' | 'onError'>): Fleet {
  const key = randomBytes(32);
  const people = new MockSociety(society(new Date(clock())));
  return {
    key,
    handlers: eachSubgraph((name) =>
      mockSubgraph({ name, society: people, keys: [key], clock, onError }),
    ),
    processes: new Set([process.pid]),
    urls: null,
    close: () => Promise.resolve(),
  };
}
