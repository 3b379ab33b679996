import type { ExplainedAccess, FetchContext, Permit } from '@causeway/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let consents: OpenConsents;
beforeEach(() => {
  consents = openEmpty();
});
afterEach(() => consents.close());

const EXPLANATION: ExplainedAccess = {
  effect: 'deny',
  gate: 'CONSENT',
  number: 7,
  reason: 'no sharing consent',
  refusal: null,
  consents: [],
  grant: null,
  conditions: [],
  scopes: [],
  obligations: [],
  until: null,
  sentences: ['Denied.'],
  supposing: null,
};

const QUERY =
  '{ explainAccess(patient: "p-1", input: { caller: { person: "p-2" }, purpose: "PATRQT" }) { outcome number } }';

const ask = async (
  permits: readonly Permit[],
  explanations?: FetchContext['explanations'],
): Promise<unknown> => {
  const { data } = await consents.ask(QUERY, {
    permits,
    ...(explanations !== undefined && { explanations }),
  });
  return data?.['explainAccess'];
};

const ANSWERED = { explainAccess: { kind: 'explained', explanation: EXPLANATION } } as const;

describe('explainAccess', () => {
  it('tells what the gateway explains, to those who may read the audit trail of the patient', async () => {
    expect(await ask([own('p-1')], ANSWERED)).toEqual({ outcome: 'DENY', number: 7 });
  });

  it('tells nothing without a permit for it, and nothing of its own', async () => {
    expect(await ask([], ANSWERED)).toBeNull();
    expect(await ask([own('p-2')], ANSWERED)).toBeNull();
    expect(await ask([{ ...own('p-1'), scopes: ['PERSON'] }], ANSWERED)).toBeNull();
    expect(await ask([own('p-1')])).toBeNull();
  });
});
