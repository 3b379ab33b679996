/** The engine by itself over any supergraph: a host that hides nothing, demands nothing and passes everything. */
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  Kind,
  buildASTSchema,
  execute,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {
  FieldFailure,
  INTROSPECTION_FIELDS,
  canonicalise,
  compilePlan,
  createFieldCollector,
  isOfTypeIn,
  printCanonical,
  project,
  runPlan,
} from '../../gateway/src/execution/index.js';
import type {
  Annotations,
  CanonicalOperation,
  Host,
  IsOfType,
  OutgoingRequest,
  QueryPlan,
  ResultObject,
  SubgraphAnswer,
} from '../../gateway/src/execution/index.js';

/** Sends an operation to a subgraph, by the name it has in the supergraph. */
export type Send = (subgraph: string, request: OutgoingRequest) => Promise<SubgraphAnswer>;

type Variables = Readonly<Record<string, unknown>>;

interface Request {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly variables: Variables;
}

/** Nothing is hidden, nothing demanded. */
const NO_ANNOTATIONS: Annotations = {
  isRecord: () => false,
  hidden: () => [],
  demands: () => [],
  fetchDemands: () => [],
  callerDemands: () => [],
  facts: () => null,
};

/** The engine over one supergraph. */
export class BareEngine {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  readonly #schema: GraphQLSchema;
  readonly #isOfType: IsOfType;
  readonly #planner: QueryPlanner;
  readonly #send: Send;

  constructor(supergraphSdl: string, send: Send) {
    const supergraph = parse(supergraphSdl);
    this.apiSchema = buildASTSchema(transformSupergraphToPublicSchema(supergraph));
    this.#schema = buildASTSchema(supergraph, { assumeValidSDL: true });
    this.#isOfType = isOfTypeIn(this.#schema);
    this.#planner = new QueryPlanner(supergraphSdl);
    this.#send = send;
  }

  /** The answer to an operation; errors of subgraphs are shown as they are. */
  async ask(text: string, given: Variables = {}, operationName?: string): Promise<ExecutionResult> {
    const document = parse(text);
    const invalid = validate(this.apiSchema, document);
    if (invalid.length > 0) return { errors: invalid };
    const definition = getOperationAST(document, operationName);
    const rootType = definition == null ? null : this.apiSchema.getRootType(definition.operation);
    if (definition == null || rootType == null) throw new Error('Expected one operation');
    const { coerced: variables, errors: refused } = getVariableValues(
      this.apiSchema,
      definition.variableDefinitions ?? [],
      given,
    );
    if (variables === undefined) return { errors: refused };
    return this.#answer({ document, definition, rootType, variables });
  }

  /** The plan of an operation that holds neither fragments nor conditions, as the planner makes it. */
  plan(canonical: string): QueryPlan {
    return this.#planner.plan(canonical, undefined, new Set(), 0) as QueryPlan;
  }

  async #answer(request: Request): Promise<ExecutionResult> {
    const { rootType, variables } = request;
    const { canonical, client } = this.#canonicalise(request);
    const printed = printCanonical(request.definition, canonical, new Set());
    const plan = printed === null ? {} : this.plan(printed.text);
    const step = compilePlan(plan, { schema: this.#schema, annotations: NO_ANNOTATIONS });
    const result: ResultObject = await runPlan(step, rootType.name, {
      host: this.#host(),
      variables,
      isOfType: this.#isOfType,
      isRecord: () => false,
      describeFailure: (error) => {
        const { message } = error as { readonly message?: string };
        return new FieldFailure('SUBGRAPH_FAILED', message ?? 'failed');
      },
    });
    const schemaAnswers = await this.#introspect(request);
    const { data, errors } = project(
      client,
      result,
      { isRecord: () => false, ownerOf: () => null, refuse: () => null },
      ({ name, responseKey }) =>
        INTROSPECTION_FIELDS.has(name)
          ? { kind: 'value', value: schemaAnswers?.[responseKey] ?? null }
          : { kind: 'unowned' },
    );
    return { data, ...(errors.length > 0 && { errors: errors as never }) };
  }

  #canonicalise({ document, definition, rootType, variables }: Request): CanonicalOperation {
    const fragments = new Map(
      document.definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
    return canonicalise(rootType, definition.selectionSet, {
      schema: this.apiSchema,
      annotations: NO_ANNOTATIONS,
      collect: createFieldCollector(this.apiSchema, fragments, variables),
      maxSelections: 10_000,
    });
  }

  async #introspect({ document, definition, variables }: Request): Promise<Variables | null> {
    const { data } = await execute({
      schema: this.apiSchema,
      document,
      operationName: definition.name?.value,
      variableValues: variables,
    });
    return data ?? null;
  }

  #host(): Host {
    const everything = { enabled: new Set<string>(), context: null };
    return {
      passRoot: () => Promise.resolve(everything),
      passEntities: (_fetch, candidates) => Promise.resolve([{ ...everything, candidates }]),
      inspect: () => Promise.resolve(),
      send: this.#send,
    };
  }
}
