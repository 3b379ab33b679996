import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { access, drLi, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { idsOf, select } from '../testing/select.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const HOUR = 3_600_000;

describe('Patient.auditEvents', () => {
  const EVENT = `{ edges { node {
    id patient { id } type { code } subtype { code } action recorded outcome outcomeDesc requested reach release
    purposeOfEvent { coding { code } } scopes counts { scope count }
    agent { type { coding { code } } who requestor organization { id } practitionerRole { id } }
    entity { type { code } role { code } what }
  } } }`;

  it('tells the patient who saw what, when and for what purpose', async () => {
    const basis = ['c-g-1', 'g-1'];
    open.repository.recordAccess([access('e-1', 'p-1', { caller: drLi(), abroad: true, basis })]);
    const [patient] = await select(open, `auditEvents ${EVENT}`, [own('p-1')]);
    expect(patient?.['auditEvents']).toEqual({
      edges: [
        {
          node: {
            id: 'e-1',
            patient: { id: 'p-1' },
            type: { code: '110113' },
            subtype: [{ code: 'AuthZ-Consent' }],
            action: 'EXECUTE',
            recorded: '2026-06-01T04:00:00.000Z',
            outcome: 'PERMIT',
            outcomeDesc: 'Permitted; the answer was given.',
            requested: 'READ',
            reach: 'CROSS_BORDER',
            release: 'RELEASED',
            purposeOfEvent: [{ coding: [{ code: 'TREAT' }] }],
            scopes: ['PERSON', 'ALLERGY_ADR'],
            counts: [{ scope: 'ALLERGY_ADR', count: 2 }],
            agent: [
              agent('110150', 'c-shenzhen'),
              { ...agent('IRCP', 'PractitionerRole/r-li', true), practitionerRole: { id: 'r-li' } },
              { ...agent('PROV', 'Organization/o-shenzhen'), organization: { id: 'o-shenzhen' } },
              agent('authserver', 'Causeway'),
            ],
            entity: [
              { type: { code: '1' }, role: { code: '1' }, what: 'Patient/p-1' },
              { type: { code: 'Consent' }, role: null, what: 'Consent/c-g-1' },
              { type: { code: 'CrossBorderGrant' }, role: null, what: 'CrossBorderGrant/g-1' },
              {
                type: { code: 'UserOauthAgent' },
                role: null,
                what: 'urn:ietf:params:oauth:jti:t-li',
              },
            ],
          },
        },
      ],
    });
  });

  const agent = (code: string, who: string, requestor = false) => ({
    type: { coding: [{ code }] },
    who,
    requestor,
    organization: null,
    practitionerRole: null,
  });

  it('tells that something was denied, and never why', async () => {
    const deny = {
      outcome: 'DENY',
      gate: 'PROVISION',
      reason: 'denied by the patient',
      release: 'WITHHELD',
      scopes: [],
      counts: {},
      basis: [],
    } as const;
    open.repository.recordAccess([access('e-1', 'p-1', deny)]);
    const answer = JSON.stringify(await select(open, `auditEvents ${EVENT}`, [own('p-1')]));
    expect(answer).toContain('Denied; nothing was released.');
    expect(answer).toContain('AuthZ-Role');
    expect(answer).not.toContain('PROVISION');
    expect(answer).not.toContain('denied by the patient');
    const type = /\ntype AuditEvent\b[^]*?\n}/.exec(open.sdl)?.[0];
    expect(type).toContain('\n  outcome:');
    for (const name of ['gate', 'reason']) expect(type).not.toMatch(`\n  ${name}:`);
  });

  it.each([
    ['outcome: DENY', 'e-2'],
    ['period: { start: "2026-06-02" }', 'e-3'],
    ['period: { end: "2026-06-01" }', 'e-2 e-1'],
    ['period: { start: "2026-06-01T12:00:00+08:00", end: "2026-06-01T12:00:00+08:00" }', 'e-1'],
    ['period: { start: "2026-06-01" }, outcome: PERMIT', 'e-3 e-1'],
  ])('filters by %s', async (args, ids) => {
    open.repository.recordAccess([
      access('e-1', 'p-1'),
      access('e-2', 'p-1', { at: TEST_NOW + HOUR, outcome: 'DENY', release: 'WITHHELD' }),
      access('e-3', 'p-1', { at: TEST_NOW + 24 * HOUR }),
    ]);
    expect(await idsOf(open, `auditEvents(${args})`, [own('p-1')])).toEqual([
      ids,
      ids.split(' ').length,
    ]);
  });
});

describe('Patient.accessNotifications', () => {
  it('tells the patient of an access and leads to its event', async () => {
    open.repository.recordAccess([access('e-1', 'p-1', { caller: drLi(), abroad: true })]);
    const [patient] = await select(
      open,
      'accessNotifications { edges { node { patient { id } kind duty recorded organization { id } purpose { code } scopes event { id outcome } } } }',
      [own('p-1')],
    );
    expect(patient?.['accessNotifications']).toEqual({
      edges: [
        {
          node: {
            patient: { id: 'p-1' },
            kind: 'ACCESS',
            duty: 'MANDATORY',
            recorded: '2026-06-01T04:00:00.000Z',
            organization: { id: 'o-shenzhen' },
            purpose: { code: 'TREAT' },
            scopes: ['PERSON', 'ALLERGY_ADR'],
            event: { id: 'e-1', outcome: 'PERMIT' },
          },
        },
      ],
    });
  });
});
