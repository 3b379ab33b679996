import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { AnswerError } from '../execution/index.js';
import type { IdentityRefusal } from '../identity/index.js';
import { OWN_CODE } from './limits.js';
import { remainingAttempts } from './remaining-attempts.js';

/** What an error may carry beside its code, and the attempts that a wrong passcode leaves; anything else stays here. */
const PUBLIC_EXTENSIONS = ['code', 'scope', 'requestable', 'documentation'] as const;

/** The error of a request without a caller, with its HTTP status and, where a token would help, how to show one. */
export function refusalError(refusal: IdentityRefusal): GraphQLError {
  const { code, reason, status } = refusal;
  const http =
    refusal.code === 'UNAUTHENTICATED'
      ? { status, headers: new HeaderMap([['www-authenticate', refusal.challenge]]) }
      : { status };
  return new GraphQLError(reason, { extensions: { code, http } });
}

/** The error of an operation that is larger than what is planned. */
export function tooComplexError(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'OPERATION_TOO_COMPLEX', http: { status: 400 } },
  });
}

/** An error of the answer as the server takes it. */
export function graphQLError({ message, path, extensions }: AnswerError): GraphQLError {
  return new GraphQLError(message, { ...(path.length > 0 && { path }), extensions });
}

/** Formats errors for clients: an error without a code of ours is masked, and told to whoever runs the gateway. */
export function formatError(
  onError: (error: unknown) => void,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const { message, locations, path, extensions: given = {} } = formatted;
    const extensions = OWN_CODE in given ? { ...given, code: given[OWN_CODE] } : given;
    const isMasked = extensions['code'] === 'INTERNAL_SERVER_ERROR';
    if (isMasked) onError(error);
    const shown = PUBLIC_EXTENSIONS.filter((name) => extensions[name] !== undefined);
    return {
      message: isMasked ? 'The gateway failed to answer; the failure is on record' : message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: {
        ...Object.fromEntries(shown.map((name) => [name, extensions[name]])),
        ...remainingAttempts(extensions),
      },
    };
  };
}
