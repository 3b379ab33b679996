import { describe, expect, it } from '@jest/globals';
import type { GrantFact } from '@causeway/schema';
import { SESSION_ISSUER } from '../identity/index.js';
import type { Subject } from '../identity/index.js';
import { LONGEST_SESSION, sessionTerms } from './session-terms.js';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const SECONDS = NOW / 1000;

const professional = {
  kind: 'professional',
  practitionerRole: 'role-1',
  organization: 'org-1',
  grant: null,
  subject: 'account-1',
  client: 'clinic-app',
  tokenId: 'token-1',
} as const;

const subject = (changes: Partial<Subject> = {}): Subject => ({
  kind: 'subject',
  caller: professional,
  purposes: ['TREAT'],
  issuer: 'https://issuer.invalid',
  expires: SECONDS + 3_600,
  thumbprint: 'thumbprint',
  ...changes,
});

const encounter = { id: 'encounter-1', organization: 'org-1', open: true };

const grant = (changes: Partial<GrantFact> = {}): GrantFact => ({
  id: 'grant-1',
  patient: 'pat-1',
  organization: 'org-1',
  practitionerRole: null,
  purpose: 'TREAT',
  scopes: ['ALLERGY_ADR'],
  lookBack: 'P3Y',
  permissions: ['READ'],
  period: { start: '2026-11-20', end: '2026-11-30' },
  state: 'REDEEMED',
  encounter,
  includesRestricted: false,
  consent: 'consent-1',
  ...changes,
});

const in5Minutes = new Date(NOW + 300_000).toISOString();

describe('sessionTerms', () => {
  it('are those of the practitioner, for the grant and the key, for ten minutes', () => {
    expect(sessionTerms(subject(), grant(), NOW)).toEqual({
      caller: professional,
      grant: 'grant-1',
      purpose: 'TREAT',
      thumbprint: 'thumbprint',
      expires: SECONDS + LONGEST_SESSION,
    });
  });

  it.each<readonly [string, Partial<Subject>, Partial<GrantFact>]>([
    ['to a system', { caller: { ...professional, kind: 'system', system: 'system-1' } }, {}],
    ['for a grant to that very practitioner', {}, { practitionerRole: 'role-1' }],
    [
      'for the trial of a channel, with a token that is for one',
      { purposes: ['TREAT', 'HTEST'] },
      { purpose: 'HTEST' },
    ],
    [
      'with a token that is for the same grant',
      { caller: { ...professional, grant: 'grant-1' } },
      {},
    ],
  ])('are given %s', (_case, whose, which) => {
    expect(sessionTerms(subject(whose), grant(which), NOW)).not.toBeNull();
  });

  it.each<readonly [string, Partial<Subject>, Partial<GrantFact>, number]>([
    ['the grant, if that is sooner', {}, { period: { start: null, end: in5Minutes } }, 300],
    [
      'the encounter, if that is sooner',
      {},
      { encounter: { ...encounter, endsAt: NOW + 90_500 } },
      90,
    ],
    ["the practitioner's own token, if that is sooner", { expires: SECONDS + 60 }, {}, 60],
    [
      'none of them, if all are later',
      {},
      { encounter: { ...encounter, endsAt: NOW + 3_600_000 } },
      600,
    ],
  ])('end with %s', (_case, whose, which, seconds) => {
    expect(sessionTerms(subject(whose), grant(which), NOW)?.expires).toBe(SECONDS + seconds);
  });

  it.each<readonly [string, Partial<Subject>, Partial<GrantFact>]>([
    [
      'a person',
      { caller: { kind: 'person', person: 'pat-1', subject: 's', client: 'c', tokenId: 't' } },
      {},
    ],
    [
      'an office',
      { caller: { kind: 'office', office: 'AUDITOR', subject: 's', client: 'c', tokenId: 't' } },
      {},
    ],
    ['another session token', { issuer: SESSION_ISSUER }, {}],
    ['a token for another purpose', { purposes: ['HPAYMT'] }, {}],
    ['a token for no trial, for a grant to one', {}, { purpose: 'HTEST' }],
    ['a token for a trial, for a grant to treat', { purposes: ['HTEST'] }, {}],
    ['any token, for a grant for research', { purposes: ['HRESCH'] }, { purpose: 'HRESCH' }],
    ['a token for another grant', { caller: { ...professional, grant: 'grant-2' } }, {}],
    ['a token that has ended', { expires: SECONDS }, {}],
    ['a grant to another organisation', {}, { organization: 'org-2' }],
    ['a grant to another practitioner', {}, { practitionerRole: 'role-2' }],
    ['a grant for another purpose', {}, { purpose: 'HRESCH' }],
    ['a grant whose period is over', {}, { period: { start: null, end: '2026-11-21' } }],
    ['a grant whose period has not begun', {}, { period: { start: '2026-11-23', end: null } }],
    ['a grant whose period cannot be read', {}, { period: { start: null, end: 'soon' } }],
    ['a grant without an encounter', {}, { encounter: null }],
    ['a grant whose encounter is over', {}, { encounter: { ...encounter, open: false } }],
    [
      'a grant whose encounter is at another organisation',
      {},
      { encounter: { ...encounter, organization: 'org-2' } },
    ],
    ['a grant whose encounter ends now', {}, { encounter: { ...encounter, endsAt: NOW } }],
  ])('are not given for %s', (_case, whose, which) => {
    expect(sessionTerms(subject(whose), grant(which), NOW)).toBeNull();
  });

  it.each<GrantFact['state']>([
    'REQUESTED',
    'AUTHORISED',
    'LINK_ISSUED',
    'COMPLETED',
    'EXPIRED',
    'REVOKED',
    'DECLINED',
    'LAPSED',
    'LOCKED',
    'SUSPENDED',
  ])('are not given for a grant that is %s', (state) => {
    expect(sessionTerms(subject(), grant({ state }), NOW)).toBeNull();
  });

  it('are not given for no grant at all', () => {
    expect(sessionTerms(subject(), null, NOW)).toBeNull();
  });
});
