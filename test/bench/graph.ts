import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createGateway, printBody } from '@causeway/gateway';
import type { SubgraphTransport } from '@causeway/gateway';
import type { SubgraphName } from '@causeway/schema';
import { PATIENT_CHAN, PERSONAS } from '@causeway/seeds';
import { openDataFolder } from '@causeway/start';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import { seedOnFirstUse } from '../../start/src/seed.js';
import { closeSubgraphs, openSubgraphs } from '../../start/src/subgraphs.js';
import { testIssuer } from '../support/tokens.js';

/** The whole graph in this process, asked one question again and again. */
export interface BenchGraph {
  /** Whether events are recorded; else a port takes them and records nothing. */
  isRecording: boolean;
  /** How many calls to record have been made. */
  commits: number;
  /** Asks once. @throws Error if the answer is not whole */
  ask(): Promise<void>;
  close(): Promise<void>;
}

const ADDRESS = new URL('http://localhost/graphql');

const QUERY =
  'query ($id: ID!) { patient(id: $id) { name { text } allergyIntolerances(first: 5) { totalCount edges { node { code { text } } } } } }';

/** Opens the graph over a world that is seeded into an empty folder. */
export async function openBenchGraph(path: string): Promise<BenchGraph> {
  const folder = openDataFolder(path);
  await seedOnFirstUse(folder, { clock: Date.now, say: () => undefined });
  const key = randomBytes(32);
  const subgraphs = await openSubgraphs(folder, {
    clock: Date.now,
    onError: (error) => console.error(error),
    keysOf: () => [key],
  });
  const transport =
    (name: SubgraphName): SubgraphTransport =>
    (request) => {
      const isAudit = name === 'consents' && request.body.includes('"use":"audit"');
      if (!isAudit) return subgraphs[name].handle(request);
      graph.commits += 1;
      if (graph.isRecording) return subgraphs[name].handle(request);
      const { variables } = JSON.parse(request.body) as {
        readonly variables: { readonly events: readonly unknown[] };
      };
      const body = JSON.stringify({ data: { recordAccess: variables.events.length } });
      return Promise.resolve({ status: 200, body });
    };
  const issuer = await testIssuer();
  const gateway = createGateway({
    supergraphSdl: readFileSync(
      new URL('../../schema/supergraph.graphql', import.meta.url),
      'utf8',
    ),
    transports: eachSubgraph(transport),
    keys: eachSubgraph(() => key),
    identity: issuer.identity,
    clock: Date.now,
    onError: (error) => console.error(error),
    isProduction: true,
  });
  const persona = PERSONAS.find(({ name }) => name === 'dr-wong');
  if (persona === undefined) throw new Error('Expected the persona dr-wong');
  const headers = {
    authorization: `Bearer ${await issuer.issue(persona.claims, Date.now())}`,
    'purpose-of-use': 'TREAT',
  };
  const request = { query: QUERY, variables: { id: PATIENT_CHAN } };
  const graph: BenchGraph = {
    isRecording: true,
    commits: 0,
    ask: async () => {
      const identified = await gateway.identify({ method: 'POST', url: ADDRESS, headers });
      const text = printBody((await gateway.core.answer(request, { identified })).body);
      if (!text.includes('totalCount')) throw new Error(`Expected a whole answer, got ${text}`);
    },
    close: () => {
      closeSubgraphs(subgraphs);
      return Promise.resolve();
    },
  };
  return graph;
}
