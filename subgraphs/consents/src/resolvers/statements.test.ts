import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { access, consent, consentOfGrant, grant, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { select } from '../testing/select.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const HOUR = 3_600_000;

describe('statements', () => {
  const EVERYTHING = `
    consents(first: 2) { totalCount edges { node { id grantee { id } supersededBy { id } } } }
    crossBorderGrants(first: 2) { totalCount edges { node { id consent { id } } } }
    auditEvents(first: 2) { totalCount edges { node { id } } }
    accessNotifications(first: 2) { totalCount edges { node { id event { id } } } }`;

  it('are as many for fifty patients as for one', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `p-${index + 1}`);
    for (const id of ids) {
      open.repository.putConsent(consent(`c-${id}`, id), TEST_NOW - HOUR);
      open.repository.putConsent(consent(`d-${id}`, id));
      open.repository.putConsent(consentOfGrant(`g-${id}`, id));
      open.repository.putGrant(grant(`g-${id}`, id));
    }
    open.repository.recordAccess(ids.map((id) => access(`e-${id}`, id)));
    const permits = ids.map((id) => own(id));
    open.statements.length = 0;
    await select(open, EVERYTHING, permits, ['p-1']);
    const forOne = open.statements.splice(0);
    const patients = await select(open, EVERYTHING, permits, ids);
    expect(open.statements).toEqual(forOne);
    expect(forOne).toHaveLength(10);
    expect(patients).toHaveLength(50);
    for (const patient of patients) {
      expect(patient).toMatchObject({
        consents: { totalCount: 3 },
        crossBorderGrants: {
          edges: [{ node: { consent: { id: `c-g-${String(patient['id'])}` } } }],
        },
        accessNotifications: { edges: [{ node: { event: { id: `e-${String(patient['id'])}` } } }] },
      });
    }
  });
});
