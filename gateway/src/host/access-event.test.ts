import { describe, expect, it } from '@jest/globals';
import type { Decision } from '@causeway/schema';
import { permit } from '../enforcement/testing/records.js';
import { accessEvent } from './access-event.js';

const reasonOf = (decision: Decision): string | null =>
  accessEvent(decision, {
    at: 0,
    caller: {
      kind: 'person',
      person: 'chan',
      purpose: 'PATRQT',
      subject: 'subject',
      client: 'client',
      tokenId: 'token',
    },
    operation: { name: null, digest: '' },
    release: 'RELEASED',
    scopes: [],
    counts: {},
  }).reason;

describe('an access event', () => {
  it('gives no reason for a permit', () => {
    expect(reasonOf(permit())).toBeNull();
  });

  it('names the consents that could not be interpreted, whatever was permitted beside them', () => {
    expect(reasonOf(permit({ uninterpreted: ['c-1', 'c-2'] }))).toBe(
      'not interpreted: consent c-1, c-2',
    );
  });
});
