/** Runs one valid operation for whoever asks: about the schema from the schema, about anything else by the pipeline. */
import { Kind, OperationTypeNode, execute } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { ExpansionError, INTROSPECTION_FIELDS } from '../execution/index.js';
import { PlanningError } from '../planning/index.js';
import { withAfterMutation } from './after-mutation.js';
import type { AfterMutation } from './after-mutation.js';
import { answer, unavailable } from './answer.js';
import { isPolicyFailure } from './describe-failure.js';
import { endingSignal } from './ending-signal.js';
import { refusedRun, subscriptionRun, tooComplexRun, unplannedRun } from './errors.js';
import type { AnswerOptions } from './exchange.js';
import type { GatewayContext, GraphQLRequest } from './graphql-request.js';
import type { OperationCache, ValidOperation } from './operation-cache.js';
import type { Operation } from './operation.js';
import type { RunResult } from './run-result.js';
import { wrongVariablesRun } from './wrong-variables.js';

/** How operations are run. */
export interface RunOptions {
  readonly operations: OperationCache;
  /** In production there is no introspection without a token. */
  readonly isProduction: boolean;
  /** The longest a request may take, in milliseconds. */
  readonly deadline?: number;
  /** What is done once subgraphs have been asked to change something, before the answer leaves. */
  readonly afterMutation?: AfterMutation;
}

/**
 * Runs an operation.
 *
 * @throws Error for what nobody foresaw; it is for the host to mask it
 */
export type RunOperation = (
  operation: ValidOperation,
  request: Pick<GraphQLRequest, 'variables' | 'extensions'>,
  context: GatewayContext,
) => Promise<RunResult>;

const DEADLINE = 15_000;

const NEVER = new AbortController().signal;

/** Makes what runs operations over a pipeline. */
export function operationRunner(pipeline: AnswerOptions, options: RunOptions): RunOperation {
  const { operations, deadline = DEADLINE, afterMutation = () => Promise.resolve() } = options;
  const { graph, dispatch, schemaFor, onError } = pipeline;

  return async (
    valid,
    { variables = {}, extensions },
    { identified, clientGone = NEVER, language },
  ) => {
    // It is answered by events alone, each of them a query of its own.
    if (valid.definition.operation === OperationTypeNode.SUBSCRIPTION) return subscriptionRun();
    const operation = operations.get(valid);
    if (identified.kind === 'refused')
      return operation.isIntrospection && !options.isProduction
        ? introspect(graph.apiSchema, operation, variables)
        : refusedRun(identified);
    const { caller } = identified;
    if (operation.isIntrospection) {
      try {
        const schema = asksAboutSchema(operation) ? await schemaFor(caller) : graph.apiSchema;
        return await introspect(schema, operation, variables);
      } catch (error) {
        if (!isPolicyFailure(error)) throw error;
        onError(error);
        return unavailable();
      }
    }
    const wantsConsent = extensions?.['consent'] === true;
    const until = performance.now() + deadline;
    const { signal, release } = endingSignal(deadline, clientGone);
    try {
      const asked = {
        operation,
        variables,
        caller,
        wantsConsent,
        signal,
        until,
        clientGone,
        language,
      };
      return await withAfterMutation({ dispatch, afterMutation, onError }, (dispatch) =>
        answer(asked, { ...pipeline, dispatch }),
      );
    } catch (error) {
      if (error instanceof ExpansionError) return tooComplexRun(error.message);
      if (error instanceof PlanningError) return unplannedRun(error);
      throw error;
    } finally {
      release();
    }
  };
}

/** Whether it asks for more than the names of types, which say nothing that the operation does not say itself. */
function asksAboutSchema({ definition }: Operation): boolean {
  return definition.selectionSet.selections.some(
    (selection) => selection.kind === Kind.FIELD && INTROSPECTION_FIELDS.has(selection.name.value),
  );
}

/** Answers what an operation asks about a schema. */
async function introspect(
  schema: GraphQLSchema,
  { document, definition }: Operation,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<RunResult> {
  const { data, errors = [] } = await execute({
    schema,
    document,
    operationName: definition.name?.value,
    variableValues,
    hideSuggestions: true,
  });
  // Nothing was run: the variables are not what the operation declares.
  if (data === undefined) return wrongVariablesRun(errors);
  const extensions = { code: 'INTERNAL_SERVER_ERROR' };
  return { data, errors: errors.map(({ message, path = [] }) => ({ message, path, extensions })) };
}
