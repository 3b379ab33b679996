import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES as OWN, REFUSAL_CODES as KNOWN, REQUEST_CODES } from '@causeway/schema';
import { ERROR_CODES, REFUSAL_CODES, codeOf, refusalAt, refusalsOf } from './index.js';
import type { GraphError } from './index.js';

const refusal: GraphError = {
  message: 'refused',
  path: ['patient', 'conditions'],
  extensions: {
    code: 'CONSENT_REQUIRED',
    scope: 'DIAGNOSIS',
    requestable: true,
    documentation: 'https://docs.example/consent-required',
  },
};

describe('the refusals of an answer', () => {
  it('are its errors with a code of refusal, by path', () => {
    expect(refusalsOf({ data: { patient: null }, errors: [refusal] })).toEqual([
      {
        path: ['patient', 'conditions'],
        code: 'CONSENT_REQUIRED',
        scope: 'DIAGNOSIS',
        requestable: true,
        documentation: 'https://docs.example/consent-required',
      },
    ]);
  });

  it.each<[string, GraphError]>([
    ['of another code', { ...refusal, extensions: { code: 'SUBGRAPH_FAILED' } }],
    ['of a code that the graph does not have', { ...refusal, extensions: { code: 'OTHER' } }],
    ['without a code', { ...refusal, extensions: {} }],
    ['without a path', { ...refusal, path: undefined }],
  ])('are not errors %s', (_name, error) => {
    expect(refusalsOf({ errors: [error] })).toEqual([]);
  });

  it('are none where there are no errors', () => {
    expect(refusalsOf({ data: {} })).toEqual([]);
  });

  it('know no scope that the graph does not have, and say nothing that was not said', () => {
    const bare = { ...refusal, extensions: { code: 'NOT_SHARABLE', scope: 'EVERYTHING' } };
    expect(refusalsOf({ errors: [bare] })).toMatchObject([
      { scope: undefined, requestable: false, documentation: undefined },
    ]);
  });

  it('cover what stands within what was refused', () => {
    const refusals = refusalsOf({ errors: [refusal] });
    expect(refusalAt(refusals, ['patient', 'conditions', 'edges', 0])).toBe(refusals[0]);
    expect(refusalAt(refusals, ['patient', 'conditions'])).toBe(refusals[0]);
    expect(refusalAt(refusals, ['patient'])).toBeUndefined();
    expect(refusalAt(refusals, ['patient', 'name'])).toBeUndefined();
  });
});

describe('the codes of the client', () => {
  it('are those of the graph', () => {
    expect(ERROR_CODES).toEqual([...OWN, ...REQUEST_CODES]);
    expect(REFUSAL_CODES).toEqual(KNOWN);
  });

  it('are known from those of others', () => {
    expect(codeOf(refusal)).toBe('CONSENT_REQUIRED');
    expect(codeOf({ message: 'down', extensions: { code: 'ECONNREFUSED' } })).toBeUndefined();
  });
});
