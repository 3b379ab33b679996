/**
 * The answer that is due: everything there is lies open, and at each value it is asked whether the caller may have it.
 * Null and errors spread as the specification of GraphQL says, by graphql-js.
 */
import { buildSchema, execute } from 'graphql';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { GraphModel } from '../graph/model.js';
import { clientSdl } from '../graph/print-graph.js';
import { Refused } from './demand.js';
import type { DueAnswer, DueError, Question } from './due-answer.js';
import { Walk } from './walk.js';
import type { Place } from './walk.js';

/** The oracle of one graph. */
export class Oracle {
  readonly #graph: GraphModel;
  readonly #schema: GraphQLSchema;

  constructor(graph: GraphModel) {
    this.#graph = graph;
    this.#schema = buildSchema(clientSdl(graph));
  }

  /** What clients see. */
  get schema(): GraphQLSchema {
    return this.#schema;
  }

  /** The answer that is due to a question. */
  answer(question: Question): DueAnswer {
    const walk = new Walk(this.#graph, question);
    const { data, errors = [] } = execute({
      schema: this.#schema,
      document: question.document,
      variableValues: question.variables,
      fieldResolver: walk.resolve,
      typeResolver: (value) => (value as Place).type,
    }) as { readonly data?: unknown; readonly errors?: readonly GraphQLError[] };
    const { patients, gates, firstGate, released, withheld, crosses } = walk;
    const { fault, caller } = question.situation;
    // An office is decided on without a fact.
    const needsFacts = caller.kind !== 'office' && (patients.size > 0 || walk.asksForToken);
    const isUnavailable =
      (fault === 'facts down' && needsFacts) || (fault === 'audit down' && patients.size > 0);
    if (isUnavailable) gates.add('AUDIT');
    return {
      data: isUnavailable ? 'null' : JSON.stringify(data),
      errors: isUnavailable ? [{ path: '', codes: ['POLICY_UNAVAILABLE'] }] : errors.map(dueError),
      ...{ patients, gates, withheld, crosses, released: isUnavailable ? 0 : released },
      firstGate: isUnavailable ? 'AUDIT' : firstGate,
    };
  }
}

function dueError({ path = [], originalError }: GraphQLError): DueError {
  if (!(originalError instanceof Refused))
    throw new Error(`Expected refusals alone, got ${String(originalError)}`);
  return { path: path.join('.'), codes: originalError.codes };
}
