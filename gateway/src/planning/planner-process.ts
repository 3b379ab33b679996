/**
 * A process that plans operations, so that it can be ended in the midst of one. Node runs it as it stands, so it
 * imports nothing of ours but types.
 */
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { PlannerOrder, PlannerReply } from './planner-messages.js';

let planner: QueryPlanner | null = null;

process.on('message', (order: PlannerOrder) => {
  switch (order.kind) {
    case 'supergraph':
      planner = new QueryPlanner(order.sdl);
      return;
    case 'operation':
      process.send?.(replyTo(order.text));
  }
});
process.on('disconnect', () => process.exit());

function replyTo(text: string): PlannerReply {
  try {
    const plan = planner?.plan(text, undefined, new Set(), 0);
    return plan === undefined ? { kind: 'none' } : { kind: 'plan', plan };
  } catch {
    return { kind: 'none' };
  }
}
