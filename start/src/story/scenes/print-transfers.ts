import { FLAME_TREE_HOSPITAL } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered, holds } from '../expectations.js';
import type { Stage } from '../stage.js';

const TRANSFERS = `query TransferRegister($organization: ID!) {
  transfers(organization: $organization, first: 10) {
    totalCount
    edges {
      node {
        at
        direction
        instrument { type reference }
        categories { category count }
        purpose { code }
      }
    }
  }
}`;

const register = z.object({
  transfers: z.object({
    edges: z.array(z.object({ node: z.object({ direction: z.string() }) })).min(2),
  }),
});

/** The register of transfers has each crossing, either way, and nothing of what the records say. */
export async function printTransfers(stage: Stage): Promise<void> {
  stage.scene('The register of transfers');
  const { transfers } = answered(
    await stage.ask({
      as: 'commissioner',
      document: TRANSFERS,
      variables: { organization: FLAME_TREE_HOSPITAL },
    }),
    register,
  );
  const directions = new Set(transfers.edges.map(({ node }) => node.direction));
  holds(directions.size === 2, 'crossings both ways', [...directions]);
}
