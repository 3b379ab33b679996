import type { GrantChange } from '@causeway/schema';
import { z } from 'zod';
import type { OwnCall } from '../own-calls.js';
import { readOwn } from '../read-own.js';

/** Where to read which grants have changed. */
export interface GrantChanges {
  /** The position of the last change; 0 before the first. */
  last(): Promise<number>;
  /** The grants that have changed after a position, oldest change first, so many at most. */
  after(position: number, first: number): Promise<readonly GrantChange[]>;
}

/** The changes as the consents subgraph tells them to the gateway itself. */
export function ownGrantChanges(call: OwnCall): GrantChanges {
  return {
    last: async () =>
      readOwn(
        'consents',
        z.int(),
        await call('consents', 'relay', '{ lastGrantChange }', 'lastGrantChange', {}),
      ),
    after: async (after, first) =>
      readOwn(
        'consents',
        grantChanges,
        await call(
          'consents',
          'relay',
          'query($after: Int!, $first: Int!) { grantChanges(after: $after, first: $first) }',
          'grantChanges',
          { after, first },
        ),
      ),
  };
}

const grantChanges = z.array(
  z.object({ position: z.int(), grant: z.string(), patient: z.string() }),
);
