/** One request, from its variables and targets on: what comes of it, whatever happens. */
import { ERROR_TEXTS } from '@causeway/schema';
import { getVariableValues } from 'graphql';
import { isPolicyFailure } from './describe-failure.js';
import { Exchange, UnsettledError } from './exchange.js';
import type { AnswerOptions, GatewayAnswer, GatewayRequest } from './exchange.js';
import { rootTargets } from './root-targets.js';
import type { RootTarget } from './root-targets.js';
import type { RunResult } from './run-result.js';
import { wrongVariablesRun } from './wrong-variables.js';

/** How variables are read: nobody is told what else the schema has, nor all that is wrong where much is. */
const COERCION = { hideSuggestions: true, maxErrors: 10 } as const;

/** Answers one request. */
export async function answer(request: GatewayRequest, options: AnswerOptions): Promise<RunResult> {
  const { graph } = options;
  const { definition } = request.operation;
  const coerced = getVariableValues(
    graph.apiSchema,
    definition.variableDefinitions ?? [],
    { ...request.variables },
    COERCION,
  );
  if (coerced.errors !== undefined) return wrongVariablesRun(coerced.errors);
  const variant = request.operation.variant(coerced.coerced);
  let targets: ReadonlyMap<string, RootTarget>;
  try {
    const usesToken = [...variant.roots.values()].some(({ leadsTo }) => leadsTo?.kind === 'token');
    const tokenPatient = usesToken ? await options.facts.tokenPatient(request.caller) : null;
    targets = rootTargets(
      variant.roots,
      definition.operation,
      graph.apiSchema,
      tokenPatient,
      coerced.coerced,
    );
  } catch (error) {
    if (!isPolicyFailure(error)) throw error;
    options.onError(error);
    return unavailable();
  }
  const exchange = new Exchange(request, options, variant, targets, coerced.coerced);
  try {
    return await exchange.run();
  } catch (error) {
    options.onError(error);
    await exchange.recordFailure();
    if (isPolicyFailure(error) || error instanceof UnsettledError) return unavailable();
    throw error;
  }
}

/** The answer when nobody can decide: nothing, for every operation with a labelled coordinate. */
export function unavailable(): GatewayAnswer {
  const message = ERROR_TEXTS.POLICY_UNAVAILABLE.en;
  return {
    data: null,
    errors: [{ message, path: [], extensions: { code: 'POLICY_UNAVAILABLE' } }],
  };
}
