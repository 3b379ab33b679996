/**
 * The engine by itself: a supergraph of in-memory subgraphs, run by a host that enforces nothing, beside the same
 * data in one schema run by graphql-js, which is what the engine's answers are held against.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  composeServices,
  transformSupergraphToPublicSchema,
} from '@theguild/federation-composition';
import {
  Kind,
  buildASTSchema,
  execute,
  getOperationAST,
  getVariableValues,
  graphql,
  isAbstractType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import type { ExecutionResult, FragmentDefinitionNode, GraphQLSchema } from 'graphql';
import {
  FieldFailure,
  canonicalise,
  compilePlan,
  createFieldCollector,
  printCanonical,
  project,
  runPlan,
} from '../../gateway/src/execution/index.js';
import type {
  Annotations,
  Host,
  OutgoingRequest,
  QueryPlan,
  SubgraphAnswer,
} from '../../gateway/src/execution/index.js';

/** A subgraph in memory. */
export interface MemorySubgraph {
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a subgraph was asked. */
export interface Asked extends OutgoingRequest {
  readonly subgraph: string;
}

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject"])\n`;

/** Nothing is hidden, nothing demanded. */
const NO_ANNOTATIONS: Annotations = {
  isRecord: () => false,
  hidden: () => [],
  demands: () => [],
  fetchDemands: () => [],
  callerDemands: () => [],
  facts: () => null,
};

/** A graph of in-memory subgraphs under the bare engine. */
export class BareGraph {
  readonly asked: Asked[] = [];
  /** Changes an answer on its way, for subgraphs that misbehave. */
  tamper: (subgraph: string, answer: SubgraphAnswer) => unknown = (_subgraph, answer) => answer;
  readonly apiSchema: GraphQLSchema;
  readonly #schema: GraphQLSchema;
  readonly #planner: QueryPlanner;
  readonly #subgraphs: ReadonlyMap<string, GraphQLSchema>;

  constructor(subgraphs: Readonly<Record<string, MemorySubgraph>>) {
    const typeDefs = Object.entries(subgraphs).map(([name, { sdl }]) => ({
      name,
      typeDefs: parse(FEDERATION + sdl),
      url: `http://${name}.invalid`,
    }));
    const composed = composeServices(typeDefs);
    if (!('supergraphSdl' in composed) || composed.supergraphSdl === undefined) {
      throw new Error(`Expected subgraphs that compose, got: ${JSON.stringify(composed.errors)}`);
    }
    this.apiSchema = buildASTSchema(
      transformSupergraphToPublicSchema(parse(composed.supergraphSdl)),
    );
    this.#schema = buildASTSchema(parse(composed.supergraphSdl), { assumeValidSDL: true });
    this.#planner = new QueryPlanner(composed.supergraphSdl);
    this.#subgraphs = new Map(
      Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => [
        name,
        buildSubgraphSchema([{ typeDefs: parse(FEDERATION + sdl), resolvers: resolvers as never }]),
      ]),
    );
  }

  /** The engine's answer. */
  async ask(text: string, given: Readonly<Record<string, unknown>> = {}): Promise<ExecutionResult> {
    const document = parse(text);
    const invalid = validate(this.apiSchema, document);
    if (invalid.length > 0) return { errors: invalid };
    const definition = getOperationAST(document);
    const rootType = definition == null ? null : this.apiSchema.getRootType(definition.operation);
    if (definition == null || rootType == null) throw new Error('Expected one operation');
    const { coerced: variables, errors: refused } = getVariableValues(
      this.apiSchema,
      definition.variableDefinitions ?? [],
      given,
    );
    if (variables === undefined) return { errors: refused };
    const fragments = new Map(
      document.definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
    const { canonical, client } = canonicalise(rootType, definition.selectionSet, {
      schema: this.apiSchema,
      annotations: NO_ANNOTATIONS,
      collect: createFieldCollector(this.apiSchema, fragments, variables),
      maxSelections: 10_000,
    });
    const printed = printCanonical(definition, canonical, new Set());
    const plan =
      printed === null
        ? {}
        : (this.#planner.plan(printed.text, undefined, new Set(), 0) as QueryPlan);
    const step = compilePlan(plan, { schema: this.#schema, annotations: NO_ANNOTATIONS });
    const result = await runPlan(step, rootType.name, {
      host: this.#host(),
      variables,
      isOfType: (object, type) => object === type || this.#isSubType(object, type),
      isRecord: () => false,
      describeFailure: (error) => {
        const { message } = error as { readonly message?: string };
        return new FieldFailure('SUBGRAPH_FAILED', message ?? 'failed');
      },
    });
    const { data, errors } = project(
      client,
      result,
      { isRecord: () => false, ownerOf: () => null, refuse: () => null },
      () => ({ kind: 'unowned' }),
    );
    return { data, ...(errors.length > 0 && { errors: errors as never }) };
  }

  /** What graphql-js answers over one schema with the same data. */
  async reference(
    rootValue: unknown,
    text: string,
    variableValues: Readonly<Record<string, unknown>> = {},
  ) {
    return graphql({ schema: this.apiSchema, source: text, rootValue, variableValues });
  }

  #host(): Host {
    const everything = { enabled: new Set<string>(), context: null };
    return {
      passRoot: () => Promise.resolve(everything),
      passEntities: (_fetch, candidates) => Promise.resolve([{ ...everything, candidates }]),
      inspect: () => Promise.resolve(),
      send: async (subgraph, request) => {
        this.asked.push({ subgraph, ...request });
        const schema = this.#subgraphs.get(subgraph);
        if (schema === undefined) throw new Error(`Expected a subgraph, got ${subgraph}`);
        const document = parse(request.query);
        const errors = validate(schema, document);
        const answer =
          errors.length > 0
            ? { errors }
            : await execute({ schema, document, variableValues: request.variables });
        // Through JSON, as over a wire.
        return this.tamper(
          subgraph,
          JSON.parse(JSON.stringify(answer)) as SubgraphAnswer,
        ) as SubgraphAnswer;
      },
    };
  }

  #isSubType(object: string, type: string): boolean {
    const concrete = this.#schema.getType(object);
    const abstract = this.#schema.getType(type);
    return (
      isObjectType(concrete) &&
      isAbstractType(abstract) &&
      this.#schema.isSubType(abstract, concrete)
    );
  }
}
