/**
 * `node start/run.mjs test/support/bare-host.ts SUPERGRAPH PORT` serves a supergraph (a file or an address) on
 * loopback by the bare engine, its subgraphs over HTTP at the addresses that the supergraph gives. It enforces
 * nothing: it is how suites of others are run against the engine, and no part of the gateway.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Kind, parse } from 'graphql';
import type { ConstDirectiveNode, ExecutionResult } from 'graphql';
import type { SubgraphAnswer } from '../../gateway/src/execution/index.js';
import { BareEngine } from './bare-engine.js';
import type { Send } from './bare-engine.js';

const [source, port] = process.argv.slice(2);
if (source === undefined || port === undefined)
  throw new Error('Expected a supergraph and a port, got: ' + process.argv.slice(2).join(' '));

const supergraphSdl = /^https?:/.test(source)
  ? await (await fetch(source)).text()
  : await readFile(source, 'utf8');
const engine = new BareEngine(supergraphSdl, sendTo(addressesIn(supergraphSdl)));

createServer((request, response) => {
  void answerTo(request).then((answer) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
}).listen(Number(port), '127.0.0.1');

async function answerTo(request: IncomingMessage): Promise<ExecutionResult | { status: 'pass' }> {
  if (request.method !== 'POST') return { status: 'pass' };
  try {
    const { query, variables, operationName } = (await readJson(request)) as {
      readonly query: string;
      readonly variables?: Readonly<Record<string, unknown>> | null;
      readonly operationName?: string | null;
    };
    return await engine.ask(query, variables ?? {}, operationName ?? undefined);
  } catch (error) {
    console.error(error);
    return { data: null, errors: [error as never] };
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function sendTo(addresses: ReadonlyMap<string, string>): Send {
  return async (subgraph, request) => {
    const address = addresses.get(subgraph);
    if (address === undefined) throw new Error(`Expected a subgraph, got ${subgraph}`);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: `${request.json}}`,
    });
    return (await response.json()) as SubgraphAnswer;
  };
}

/** The subgraphs' addresses, by the names they have in the supergraph. */
function addressesIn(sdl: string): ReadonlyMap<string, string> {
  const graphs = parse(sdl).definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph'
      ? (node.values ?? [])
      : [],
  );
  return new Map(
    graphs.flatMap(({ directives = [] }) =>
      directives
        .filter(({ name }) => name.value === 'join__graph')
        .map((directive) => [argument(directive, 'name'), argument(directive, 'url')] as const),
    ),
  );
}

function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): string {
  const value = given.find((one) => one.name.value === name)?.value;
  if (value?.kind !== Kind.STRING) throw new Error(`Expected @join__graph with a ${name}`);
  return value.value;
}
