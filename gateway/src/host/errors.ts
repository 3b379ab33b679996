import { ERROR_TEXTS, documentationOf } from '@causeway/schema';
import type { AnswerCode, Language, Texts } from '@causeway/schema';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { AnswerError } from '../execution/index.js';
import type { IdentityRefusal } from '../identity/index.js';
import type { PlanningError } from '../planning/index.js';
import { OWN_TEXTS, errorText } from './error-text.js';
import { OWN_CODE } from './limits.js';
import { remainingAttempts } from './remaining-attempts.js';
import type { RunResult } from './run-result.js';

/**
 * What an error may carry, beside where its code is explained and the attempts that a wrong passcode leaves; anything
 * else stays here.
 */
const PUBLIC_EXTENSIONS = ['code', 'scope', 'requestable'] as const;

/**
 * An error outside the graph, in a language: its text, its code, and where that is explained. What is told in English
 * alone is so behind the text of its code, or not at all.
 */
export function codedError(
  code: AnswerCode,
  told: Texts | string,
  language: Language,
): GraphQLFormattedError {
  const texts = typeof told === 'string' ? undefined : told;
  const message = typeof told === 'string' ? told : told.en;
  return {
    message: errorText(language, { code, message, texts }),
    extensions: { code, documentation: documentationOf(code) },
  };
}

/** What comes of a request without a caller, with its HTTP status and, where a token would help, how to show one. */
export function refusedRun(refusal: IdentityRefusal): RunResult {
  const { code, reason, status } = refusal;
  const extensions = { code, [OWN_TEXTS]: reason };
  const errors = [{ message: reason.en, path: [], extensions }];
  switch (code) {
    case 'UNAUTHENTICATED':
      return { errors, head: { status, headers: { 'www-authenticate': refusal.challenge } } };
    case 'PURPOSE_REQUIRED':
      return { errors, head: { status } };
    // As where nobody can decide once it is known who asks.
    case 'POLICY_UNAVAILABLE':
      return { data: null, errors };
  }
}

/** What comes of an operation that is larger than what is planned. */
export function tooComplexRun(message: string): RunResult {
  const errors = [{ message, path: [], extensions: { code: 'OPERATION_TOO_COMPLEX' } }];
  return { errors, head: { status: 400 } };
}

/**
 * What comes of an operation that has no plan.
 *
 * @throws PlanningError if the planner failed, which is no fault of the client's
 */
export function unplannedRun(error: PlanningError): RunResult {
  switch (error.problem) {
    case 'too-slow':
      return tooComplexRun(error.message);
    case 'busy': {
      const { message } = error;
      const errors = [{ message, path: [], extensions: { code: 'DEADLINE_EXCEEDED' } }];
      return { errors, head: { status: 503 } };
    }
    case 'failed':
      throw error;
  }
}

/** What comes of a subscription that is asked for one answer. */
export function subscriptionRun(): RunResult {
  const message = 'Expected `Accept: text/event-stream` with a subscription; ask for events';
  const errors = [{ message, path: [], extensions: { code: 'BAD_REQUEST' } }];
  return { errors, head: { status: 406 } };
}

/** An error of an answer, before it is formatted. */
export function plainError({ message, path, extensions }: AnswerError): GraphQLFormattedError {
  return { message, ...(path.length > 0 && { path }), extensions };
}

/** An error for whoever made the request. */
export function requestError(
  code: AnswerCode,
  error: GraphQLError | string,
): GraphQLFormattedError {
  const { extensions, ...rest } =
    typeof error === 'string' ? { message: error, extensions: undefined } : error.toJSON();
  return { ...rest, extensions: { code, ...extensions } };
}

/**
 * Formats an error for clients, in English unless told otherwise: one without a code of ours is masked, and told to
 * whoever runs the gateway.
 */
export type FormatError = (
  formatted: GraphQLFormattedError,
  error: unknown,
  language?: Language,
) => GraphQLFormattedError;

/** Formats errors for clients; who runs the gateway is told of those that are masked. */
export function formatError(onError: (error: unknown) => void): FormatError {
  return (formatted, error, language = 'en') => {
    const { message, locations, path, extensions: given = {} } = formatted;
    const extensions = OWN_CODE in given ? { ...given, code: given[OWN_CODE] } : given;
    const code = extensions['code'];
    const isMasked = code === 'INTERNAL_SERVER_ERROR';
    const texts = isMasked
      ? ERROR_TEXTS.INTERNAL_SERVER_ERROR
      : (extensions[OWN_TEXTS] as Texts | undefined);
    if (isMasked) onError(error);
    const shown = PUBLIC_EXTENSIONS.filter((name) => extensions[name] !== undefined);
    const documentation = documentationOf(code);
    return {
      message: errorText(language, { code, message, texts }),
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: {
        ...Object.fromEntries(shown.map((name) => [name, extensions[name]])),
        ...(documentation !== undefined && { documentation }),
        ...remainingAttempts(extensions),
      },
    };
  };
}
