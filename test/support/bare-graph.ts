/**
 * A graph of in-memory subgraphs under the bare engine, beside the same data in one schema run by graphql-js, which
 * is what the engine's answers are held against.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { execute, graphql, parse, validate } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type {
  OutgoingRequest,
  QueryPlan,
  SubgraphAnswer,
} from '../../gateway/src/execution/index.js';
import { BareEngine } from './bare-engine.js';
import type { Overrides } from './bare-engine.js';

/** A subgraph in memory. */
export interface MemorySubgraph {
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a subgraph was asked. */
export interface Asked {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@override"])\n`;

/** A graph of in-memory subgraphs under the bare engine. */
export class BareGraph {
  readonly asked: Asked[] = [];
  /** Changes an answer on its way, for subgraphs that misbehave. */
  tamper: (subgraph: string, answer: SubgraphAnswer) => unknown = (_subgraph, answer) => answer;
  readonly #engine: BareEngine;
  readonly #subgraphs: ReadonlyMap<string, GraphQLSchema>;

  constructor(subgraphs: Readonly<Record<string, MemorySubgraph>>, overrides?: Overrides) {
    const composed = composeServices(
      Object.entries(subgraphs).map(([name, { sdl }]) => ({
        name,
        typeDefs: parse(FEDERATION + sdl),
        url: `http://${name}.invalid`,
      })),
    );
    if (!('supergraphSdl' in composed) || composed.supergraphSdl === undefined) {
      throw new Error(`Expected subgraphs that compose, got: ${JSON.stringify(composed.errors)}`);
    }
    this.#engine = new BareEngine(
      composed.supergraphSdl,
      (subgraph, request) => this.#send(subgraph, request),
      overrides,
    );
    this.#subgraphs = new Map(
      Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => [
        name,
        buildSubgraphSchema([{ typeDefs: parse(FEDERATION + sdl), resolvers: resolvers as never }]),
      ]),
    );
  }

  /** What clients see. */
  get apiSchema(): GraphQLSchema {
    return this.#engine.apiSchema;
  }

  /** The engine's answer. */
  ask(text: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult> {
    return this.#engine.ask(text, variables);
  }

  /** The plan of an operation that holds neither fragments nor conditions, as the planner makes it. */
  plan(canonical: string): QueryPlan {
    return this.#engine.plan(canonical);
  }

  /** What graphql-js answers over one schema with the same data. */
  async reference(
    rootValue: unknown,
    text: string,
    variableValues: Readonly<Record<string, unknown>> = {},
  ) {
    return graphql({ schema: this.apiSchema, source: text, rootValue, variableValues });
  }

  async #send(subgraph: string, request: OutgoingRequest): Promise<SubgraphAnswer> {
    const { query, variables } = JSON.parse(`${request.json}}`) as Omit<Asked, 'subgraph'>;
    this.asked.push({ subgraph, query, variables });
    const schema = this.#subgraphs.get(subgraph);
    if (schema === undefined) throw new Error(`Expected a subgraph, got ${subgraph}`);
    const document = parse(query);
    const errors = validate(schema, document);
    const answer =
      errors.length > 0
        ? { errors }
        : await execute({ schema, document, variableValues: variables });
    // Through JSON, as over a wire.
    return this.tamper(
      subgraph,
      JSON.parse(JSON.stringify(answer)) as SubgraphAnswer,
    ) as SubgraphAnswer;
  }
}
