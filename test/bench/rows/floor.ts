/**
 * What lies beneath every gateway: one HTTP server that has the whole answer in memory. With `--json` it reads the
 * answer's JSON and writes it anew, once for each request, as a gateway has to at least.
 */
import { eachSubgraph } from '../../../start/src/each-subgraph.js';
import type { SubgraphAnswer } from '../../../gateway/src/execution/index.js';
import { BareEngine } from '../../support/bare-engine.js';
import { given } from '../run/messages.js';
import { serveHandler } from '../run/serve-handler.js';
import { answerer } from '../world/answerer.js';
import { subgraphSchemas } from '../world/subgraph-schemas.js';

const isWrittenAnew = process.argv.includes('--json');
const schemas = subgraphSchemas();
const subgraphs = eachSubgraph((name) => answerer(schemas[name]));
const engine = new BareEngine(given().supergraph, async (subgraph, request) => {
  const answer = subgraphs[subgraph as keyof typeof subgraphs];
  return JSON.parse(await answer(`${request.json}}`)) as SubgraphAnswer;
});
const kept = new Map<string, string>();

serveHandler(async (body) => {
  const { query, variables } = JSON.parse(body) as {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  const text = kept.get(body) ?? JSON.stringify(await engine.ask(query, variables));
  kept.set(body, text);
  return isWrittenAnew ? JSON.stringify(JSON.parse(text)) : text;
});
