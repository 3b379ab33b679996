import { describe, expect, it } from '@jest/globals';
import { AuditUnavailableError } from '../audit/audit-log.js';
import { FactsUnavailableError } from '../facts/facts-source.js';
import { describeFailure, isPolicyFailure } from './describe-failure.js';
import { TransportError } from './transport-error.js';

const answered = (extensions: unknown, message = 'patient 4711'): unknown => ({
  message,
  extensions,
});

describe('what a client learns of a failure', () => {
  it.each<readonly [string, unknown, string]>([
    ['an error of ours', new Error('patient 4711'), 'SUBGRAPH_FAILED'],
    ['an error whose code is not known', answered({ code: 'SQLITE' }), 'SUBGRAPH_FAILED'],
    ['an error with innards', answered({ code: 'INTERNAL_SERVER_ERROR' }), 'SUBGRAPH_FAILED'],
    ['a subgraph that does not know us', answered({ code: 'UNAUTHENTICATED' }), 'SUBGRAPH_FAILED'],
    ['a code that every object has', answered({ code: 'constructor' }), 'SUBGRAPH_FAILED'],
    ['no extensions', answered(undefined), 'SUBGRAPH_FAILED'],
    ['extensions that are null', answered(null), 'SUBGRAPH_FAILED'],
    ['an error that is null', null, 'SUBGRAPH_FAILED'],
    ['an error that is a text', 'patient 4711', 'SUBGRAPH_FAILED'],
    ['a wrong argument', answered({ code: 'BAD_USER_INPUT' }), 'BAD_USER_INPUT'],
    ['a conflict', answered({ code: 'CONFLICT' }), 'CONFLICT'],
    ['a link that is none', answered({ code: 'LINK_NOT_FOUND' }), 'LINK_NOT_FOUND'],
    ['a wrong passcode', answered({ code: 'PASSCODE_INVALID' }), 'PASSCODE_INVALID'],
    ['a locked link', answered({ code: 'LINK_LOCKED' }), 'LINK_LOCKED'],
    [
      'an exchange that took too long',
      new TransportError('records', 'timeout'),
      'DEADLINE_EXCEEDED',
    ],
    [
      'a request that was cancelled',
      new TransportError('records', 'cancelled'),
      'DEADLINE_EXCEEDED',
    ],
    ['a subgraph that is down', new TransportError('records', 'unreachable'), 'SUBGRAPH_FAILED'],
    ['a deadline', new DOMException('late', 'TimeoutError'), 'DEADLINE_EXCEEDED'],
    ['an abort', new DOMException('gone', 'AbortError'), 'DEADLINE_EXCEEDED'],
  ])('%s', (_name, error, code) => {
    const failure = describeFailure(error, 'GATEWAY');
    expect(failure.code).toBe(code);
    // The words are ours, whatever the subgraph says.
    expect(failure.message).not.toContain('4711');
    expect(failure.extensions).toEqual({});
  });

  it('keeps a scope, if it is one', () => {
    const refused = (scope: unknown) =>
      describeFailure(answered({ code: 'STEP_UP_REQUIRED', scope, patient: 'chan' }), 'GATEWAY')
        .extensions;
    expect(refused('LAB_REPORT')).toEqual({ scope: 'LAB_REPORT' });
    expect(refused('chan')).toEqual({});
    expect(refused(7)).toEqual({});
  });
});

describe('a change that a subgraph refuses', () => {
  const refused = (changes: object = {}): unknown => ({
    message: 'Expected a period that has not ended, got one in the past; give a later end or none',
    path: ['giveSharingConsent'],
    extensions: { code: 'BAD_USER_INPUT' },
    ...changes,
  });
  const told = (error: unknown) => describeFailure(error, 'SUBGRAPH').message;

  it.each(['BAD_USER_INPUT', 'CONFLICT'])('is told in the words of the subgraph: %s', (code) => {
    expect(told(refused({ extensions: { code } }))).toMatch(/^Expected a period/);
  });

  it.each<readonly [string, object]>([
    ['of another code', { extensions: { code: 'NOT_FOUND' } }],
    ['below the change', { path: ['giveSharingConsent', 'subject'] }],
    ['of no place', { path: undefined }],
    ['of an entity', { path: ['_entities', 0] }],
    ['of several lines', { message: 'Expected a period\nof 4711' }],
    ['without words', { message: '' }],
    ['of too many words', { message: 'x'.repeat(501) }],
    ['that is no text', { message: { patient: 4711 } }],
  ])('is told in our words where it is one %s', (_name, changes) => {
    expect(told(refused(changes))).not.toMatch(/^Expected a period|4711|^x*$/);
  });

  it('is told in our words in a query', () => {
    expect(describeFailure(refused(), 'GATEWAY').message).not.toMatch(/^Expected a period/);
  });
});

describe('the attempts that a wrong passcode leaves', () => {
  const told = (code: string, remainingAttempts: unknown) =>
    describeFailure(answered({ code, remainingAttempts, attempts: 5 }), 'GATEWAY').extensions;

  it('are told', () => {
    expect(told('PASSCODE_INVALID', 4)).toEqual({ remainingAttempts: 4 });
    expect(told('PASSCODE_INVALID', 0)).toEqual({ remainingAttempts: 0 });
  });

  it.each([
    ['4'],
    [-1],
    [4.5],
    [2 ** 53],
    [Infinity],
    [null],
    [undefined],
    [[4]],
    [{ patient: 'chan' }],
  ])('are a whole number or nothing: %j', (remainingAttempts) => {
    expect(told('PASSCODE_INVALID', remainingAttempts)).toEqual({});
  });

  it.each(['LINK_NOT_FOUND', 'LINK_LOCKED', 'CONFLICT', 'BAD_USER_INPUT'])(
    'are told with no other code: %s',
    (code) => {
      expect(told(code, 4)).toEqual({});
    },
  );
});

describe('a failure to decide', () => {
  it.each([
    ['facts', new FactsUnavailableError('consents'), true],
    ['the audit log', new AuditUnavailableError(), true],
    ['anything else', new Error('down'), false],
    ['nothing', null, false],
  ])('of %s is no failure of a part: %#', (_name, error, expected) => {
    expect(isPolicyFailure(error)).toBe(expected);
    if (expected) expect(() => describeFailure(error, 'GATEWAY')).toThrow(error);
  });
});
