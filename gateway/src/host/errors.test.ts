import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, REQUEST_CODES, documentationOf, wordsOf } from '@causeway/schema';
import { GraphQLError } from 'graphql';
import { OWN_TEXTS } from './error-text.js';
import { formatError, plainError, refusedRun, tooComplexRun } from './errors.js';
import { OWN_CODE } from './limits.js';

function format(error: GraphQLError) {
  const reported: unknown[] = [];
  const shown = formatError((told) => reported.push(told))(error.toJSON(), error);
  return { shown, reported };
}

describe('an error as a client sees it', () => {
  it('carries code, scope, requestable and documentation, and nothing else', () => {
    const extensions = { code: 'CONSENT_REQUIRED', scope: 'LAB_REPORT', requestable: false };
    const { shown, reported } = format(
      new GraphQLError('No', {
        path: ['patient', 0],
        extensions: {
          ...extensions,
          documentation: 'https://elsewhere.example',
          patient: 'chan',
          reason: 'denied',
          stacktrace: ['at …'],
        },
      }),
    );
    const documentation = 'https://specs.causeway.health/errors/consent-required';
    expect(shown).toEqual({
      message: 'No',
      path: ['patient', 0],
      extensions: { ...extensions, documentation },
    });
    expect(reported).toEqual([]);
  });

  it.each([
    ['PASSCODE_INVALID', 4, { remainingAttempts: 4 }],
    ['PASSCODE_INVALID', '4', {}],
    ['LINK_LOCKED', 4, {}],
  ])('tells with %s and %j attempts left: %j', (code, remainingAttempts, expected) => {
    const { shown } = format(new GraphQLError('No', { extensions: { code, remainingAttempts } }));
    expect(shown.extensions).toEqual({
      code,
      documentation: documentationOf(code),
      ...expected,
    });
  });

  it('is masked, and told to whoever runs the gateway, where nobody foresaw it', () => {
    const error = new GraphQLError('SQLITE_ERROR near patient 4711', {
      extensions: { code: 'INTERNAL_SERVER_ERROR', scope: 'LAB_REPORT' },
    });
    const { shown, reported } = format(error);
    expect(shown.message).not.toContain('4711');
    expect(shown.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(reported).toEqual([error]);
  });

  it('has a code of its own where validation gives all of them one', () => {
    const { shown } = format(
      new GraphQLError('Too deep', {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', [OWN_CODE]: 'OPERATION_TOO_COMPLEX' },
      }),
    );
    expect(shown.extensions).toEqual({
      code: 'OPERATION_TOO_COMPLEX',
      documentation: 'https://specs.causeway.health/errors/operation-too-complex',
    });
  });

  it.each([...ERROR_CODES, ...REQUEST_CODES])('is explained where its code is: %s', (code) => {
    const { shown } = format(new GraphQLError('No', { extensions: { code } }));
    expect(shown.extensions?.['documentation']).toBe(
      `https://specs.causeway.health/errors/${code.toLowerCase().replaceAll('_', '-')}`,
    );
  });

  it('says where in the operation it is', () => {
    const { shown } = format(new GraphQLError('No', { path: [] }));
    expect(shown).toEqual({ message: 'No', path: [], extensions: {} });
  });
});

describe('what comes of', () => {
  it('a request without a caller has the status of the refusal, and says how to show a token', () => {
    const run = refusedRun({
      kind: 'refused',
      code: 'UNAUTHENTICATED',
      status: 401,
      problem: 'TOKEN_MISSING',
      reason: wordsOf('No token'),
      challenge: 'Bearer',
    });
    expect(run).toEqual({
      errors: [
        {
          message: 'No token',
          path: [],
          extensions: { code: 'UNAUTHENTICATED', [OWN_TEXTS]: wordsOf('No token') },
        },
      ],
      head: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
    });
  });

  it('a request without a purpose of use has the status of the refusal', () => {
    const run = refusedRun({
      kind: 'refused',
      code: 'PURPOSE_REQUIRED',
      status: 400,
      problem: 'PURPOSE_MISSING',
      reason: wordsOf('No purpose'),
    });
    expect(run).toEqual({
      errors: [
        {
          message: 'No purpose',
          path: [],
          extensions: { code: 'PURPOSE_REQUIRED', [OWN_TEXTS]: wordsOf('No purpose') },
        },
      ],
      head: { status: 400 },
    });
  });

  it('an operation that is too large is the client’s', () => {
    expect(tooComplexRun('Too many')).toEqual({
      errors: [{ message: 'Too many', path: [], extensions: { code: 'OPERATION_TOO_COMPLEX' } }],
      head: { status: 400 },
    });
  });

  it.each([
    [[], undefined],
    [
      ['patient', 0],
      ['patient', 0],
    ],
  ])('a field that fails stands at its path: %j', (path, expected) => {
    const error = plainError({ message: 'No', path, extensions: { code: 'FORBIDDEN' } });
    expect(error.path).toEqual(expected);
  });
});
