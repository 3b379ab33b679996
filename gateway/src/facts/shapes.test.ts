import { describe, expect, it } from '@jest/globals';
import type { ProvisionFact } from '@causeway/schema';
import { consentFacts } from './shapes.js';

const ALWAYS = { start: null, end: null };

/** Every condition: one that were lost on the way would make a permit of one thing a permit of all. */
const PROVISION: Required<ProvisionFact> = {
  type: 'permit',
  period: ALWAYS,
  dataPeriod: { start: '2026', end: null },
  actor: ['clinic'],
  action: ['READ'],
  purpose: ['TREAT'],
  securityLabel: [{ system: null, code: 'PSY' }],
  category: ['LAB_REPORT'],
  code: [{ system: 'http://loinc.org', code: null }],
  authoredBy: ['clinic'],
  records: ['r-1'],
  related: ['e-1'],
  uninterpreted: ['expression'],
  provision: [{ type: 'deny' }],
};

const facts = (provision: unknown) => ({
  epoch: 1,
  consents: [
    {
      id: 'consent',
      kind: 'RESTRICTION',
      status: 'active',
      period: ALWAYS,
      decision: 'permit',
      grantee: [],
      provision: [provision],
      origin: 'IMPORTED',
    },
  ],
  grant: null,
  careRelation: null,
  stepUp: null,
  emergency: null,
});

describe('facts of consents, as they come over the wire', () => {
  it('keep every condition of a provision', () => {
    expect(consentFacts.parse(facts(PROVISION)).consents[0]?.provision).toEqual([PROVISION]);
  });

  it.each([
    ['a type', { type: 'perhaps' }],
    ['an action', { type: 'permit', action: ['SELL'] }],
    ['a condition', { type: 'permit', related: 'e-1' }],
    ['a provision within', { type: 'permit', provision: [{}] }],
  ])('are none with %s that is not known', (_, provision) => {
    expect(consentFacts.safeParse(facts(provision)).success).toBe(false);
  });
});
