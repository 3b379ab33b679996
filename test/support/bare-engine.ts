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
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {
  FieldFailure,
  INTROSPECTION_FIELDS,
  canonicalise,
  compilePlan,
  compileProjection,
  conditionVariables,
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
  Projection,
  QueryPlan,
  ResultObject,
  Step,
  SubgraphAnswer,
} from '../../gateway/src/execution/index.js';

/** Sends an operation to a subgraph, by the name it has in the supergraph. */
export type Send = (subgraph: string, request: OutgoingRequest) => Promise<SubgraphAnswer>;

/** Which of the overrides that carry a label are in force. */
export interface Overrides {
  /** The labels in force, by name. */
  readonly labels: readonly string[];
  /** From 0 up to, but not including, 100: `percent(N)` is in force where it is below N. */
  readonly percentage: number;
}

const NO_OVERRIDES: Overrides = { labels: [], percentage: 0 };

type Variables = Readonly<Record<string, unknown>>;

/** An operation, read once per text. */
interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  /** The variables that its conditions depend on. */
  readonly conditions: readonly string[];
}

interface Request extends Operation {
  readonly variables: Variables;
}

/** An operation, compiled once per text and values of its conditions. */
interface Compiled {
  readonly client: CanonicalOperation['client'];
  readonly projection: Projection;
  readonly step: Step | null;
}

/** Nothing is hidden, nothing demanded. */
const NO_ANNOTATIONS: Annotations = {
  isRecord: () => false,
  hidden: () => [],
  demands: () => [],
  fetchDemands: () => [],
  hiddenDemands: () => [],
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
  readonly #overrides: Overrides;
  readonly #operations = new Map<string, Operation | GraphQLError[]>();
  readonly #compiled = new Map<string, Compiled>();

  constructor(supergraphSdl: string, send: Send, overrides: Overrides = NO_OVERRIDES) {
    const supergraph = parse(supergraphSdl);
    this.apiSchema = buildASTSchema(transformSupergraphToPublicSchema(supergraph));
    this.#schema = buildASTSchema(supergraph, { assumeValidSDL: true });
    this.#isOfType = isOfTypeIn(this.#schema);
    this.#planner = new QueryPlanner(supergraphSdl);
    this.#send = send;
    this.#overrides = overrides;
  }

  /** The answer to an operation; errors of subgraphs are shown as they are. */
  async ask(text: string, given: Variables = {}, operationName?: string): Promise<ExecutionResult> {
    const key = `${operationName ?? ''}\n${text}`;
    const operation = remembered(this.#operations, key, () => this.#read(text, operationName));
    if (Array.isArray(operation)) return { errors: operation };
    const { coerced: variables, errors: refused } = getVariableValues(
      this.apiSchema,
      operation.definition.variableDefinitions ?? [],
      given,
    );
    if (variables === undefined) return { errors: refused };
    const request = { ...operation, variables };
    const values = operation.conditions.map((name) => variables[name] === true);
    const compiled = remembered(this.#compiled, `${values.join()}\n${key}`, () =>
      this.#compile(request),
    );
    return this.#answer(request, compiled);
  }

  /** The plan of an operation that holds neither fragments nor conditions, as the planner makes it. */
  plan(canonical: string): QueryPlan {
    const { labels, percentage } = this.#overrides;
    return this.#planner.plan(canonical, undefined, new Set(labels), percentage) as QueryPlan;
  }

  #read(text: string, operationName: string | undefined): Operation | GraphQLError[] {
    const document = parse(text);
    const invalid = validate(this.apiSchema, document);
    if (invalid.length > 0) return [...invalid];
    const definition = getOperationAST(document, operationName);
    const rootType = definition == null ? null : this.apiSchema.getRootType(definition.operation);
    if (definition == null || rootType == null) throw new Error('Expected one operation');
    return {
      document,
      definition,
      rootType,
      conditions: conditionVariables(document),
    };
  }

  #compile(request: Request): Compiled {
    const { canonical, client } = this.#canonicalise(request);
    const printed = printCanonical(request.definition, canonical, new Set());
    const plan = printed === null ? {} : this.plan(printed.text);
    return {
      client,
      projection: compileProjection(client, () => false),
      step: compilePlan(plan, { schema: this.#schema, annotations: NO_ANNOTATIONS }),
    };
  }

  async #answer(
    request: Request,
    { client, projection, step }: Compiled,
  ): Promise<ExecutionResult> {
    const { rootType, variables } = request;
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
    const asksForSchema = client.fields
      .get(rootType.name)
      ?.some(({ name }) => INTROSPECTION_FIELDS.has(name));
    const schemaAnswers = asksForSchema === true ? await this.#introspect(request) : null;
    const { data, errors } = project(
      projection,
      result,
      { ownerOf: () => null, refuse: () => null, released: () => undefined },
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
      onInterfaces: new Map(),
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

function remembered<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
