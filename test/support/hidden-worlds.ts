/** Worlds that differ in what some callers may not read, and what whoever listens to the subgraphs hears of a question. */
import { PATIENT_CHAN, openStores } from '@causeway/seeds';
import { prepare } from './hidden-changes.js';
import type { HiddenChange } from './hidden-changes.js';
import { TODAY, copyOfSeededWorld } from './seeded-world.js';
import { startGraph } from './start-graph.js';
import type { StartOptions, SubgraphAsked, TestGraph } from './start-graph.js';

/** Starts a graph over the seeded world with changes, and something on its audit trail. */
export async function startHiddenWorld(
  changes: readonly HiddenChange[],
  options: StartOptions = {},
): Promise<TestGraph> {
  const folder = copyOfSeededWorld(TODAY);
  const stores = openStores(folder.path, () => TODAY);
  prepare(stores);
  for (const change of changes) change.make(stores);
  stores.close();
  const graph = await startGraph({ ...options, folder });
  await graph.ask('patient-chan', '{ me { id } }');
  graph.time.now += 1_000;
  await graph.ask('dr-guo', 'query ($id: ID!) { patient(id: $id) { id } }', { id: PATIENT_CHAN });
  return graph;
}

/** What the subgraphs were asked, less what is random in it or depends on how fast the machine is. */
export function heardOf(asked: readonly SubgraphAsked[]): readonly unknown[] {
  return asked.map(({ subgraph, query, variables, context }) => ({
    subgraph,
    query,
    variables: context.use === 'audit' ? eventsIn(variables) : variables,
    context: {
      ...context,
      // What is left of the request's time depends on the machine.
      wait: 0,
      caller: context.caller && { ...context.caller, tokenId: '' },
    },
  }));
}

/** Audit events less what is random in them, and less why somebody was denied, which is for the patient and the office. */
function eventsIn(variables: Readonly<Record<string, unknown>>): unknown {
  const events = variables['events'] as readonly { readonly caller: object }[];
  return events.map((event) => ({
    ...event,
    id: '',
    caller: { ...event.caller, tokenId: '' },
    gate: null,
    reason: null,
  }));
}

/** Events have random ids, which an auditor sees: they are told by their order instead. */
export function withoutRandomIds(text: string): string {
  const ids = [...new Set([...text.matchAll(/"id":"([^"]+)","recorded"/g)].map(([, id]) => id))];
  return ids.reduce<string>((told, id, n) => told.replaceAll(id ?? '', `event ${n}`), text);
}
