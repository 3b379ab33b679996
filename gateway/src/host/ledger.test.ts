import { describe, expect, it } from '@jest/globals';
import { recordFacts, recordLabel } from '../enforcement/testing/records.js';
import { Ledger } from './ledger.js';

const OWN_CATEGORY = recordLabel({ id: 'patient { id }', category: 'category' });
const PERSON = recordLabel({ id: 'id' }, { scopes: ['PERSON'] });
const NO_SCOPE = recordLabel({ id: 'patient { id }' });

describe('the ledger of an answer', () => {
  it('counts records by their own category, or else by their type’s scope', () => {
    const ledger = new Ledger();
    ledger.countRecord('chan', 'Report', OWN_CATEGORY, recordFacts({ id: 'r-1' }));
    ledger.countRecord('chan', 'Report', OWN_CATEGORY, recordFacts({ id: 'r-2' }));
    ledger.countRecord('chan', 'Patient', PERSON, recordFacts({ id: 'chan', category: null }));
    ledger.countRecord('chan', 'Summary', NO_SCOPE, recordFacts({ category: null }));
    expect(ledger.of('chan')).toEqual({
      scopes: ['LAB_REPORT', 'PERSON'],
      counts: { LAB_REPORT: 2, PERSON: 1 },
    });
  });

  it('counts a record once, wherever else in the answer it stands', () => {
    const ledger = new Ledger();
    for (const type of ['Report', 'Report', 'Observation'])
      ledger.countRecord('chan', type, OWN_CATEGORY, recordFacts({ id: 'r-1' }));
    expect(ledger.of('chan').counts).toEqual({ LAB_REPORT: 2 });
  });

  it('notes the scopes of values, and no other demands', () => {
    const ledger = new Ledger();
    ledger.countScopes('chan', ['MEDICATION', '@domestic', 'MEDICATION', 'EVERYTHING']);
    expect(ledger.of('chan')).toEqual({ scopes: ['MEDICATION'], counts: {} });
  });

  it('keeps patients apart', () => {
    const ledger = new Ledger();
    ledger.countScopes('chan', ['MEDICATION']);
    expect(ledger.of('wong')).toEqual({ scopes: [], counts: {} });
  });
});
