import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  CLINICAL_SCOPES,
  CONFIDENTIALITY_SYSTEM,
  parseHkid,
  parseResidencePermit,
} from '@causeway/schema';
import type { ConsentFact, GrantState, JoiningStatus, RecognitionFact } from '@causeway/schema';
import { checkStructure } from '@causeway/records/fhir';
import * as ids from './ids.js';
import { recordsOf } from './load/records.js';
import type { World } from './model.js';
import { world } from './world.js';

const NOON = new Date('2026-03-01T04:00:00Z');
const today = world(NOON);

function digestOf(made: World): string {
  return createHash('sha256').update(JSON.stringify(made)).digest('hex');
}

function idsOf(made: World): readonly string[] {
  return [
    made.patients,
    made.relatedPersons,
    made.organizations,
    made.systems,
    made.practitioners,
    made.practitionerRoles,
    made.recognitions,
    made.consents,
    made.grants,
    made.careRelations,
    made.stepUps,
    made.records,
  ].flatMap((list) => list.map(({ id }) => id));
}

describe('world', () => {
  it('is the same, byte for byte, for the same date', () => {
    expect(digestOf(world(NOON))).toBe(digestOf(today));
  });

  it.each(['2026-02-28T16:00:00.000Z', '2026-03-01T15:59:59.999Z'])(
    'is the same for every instant of a local day: %s',
    (instant) => {
      expect(digestOf(world(new Date(instant)))).toBe(digestOf(today));
    },
  );

  it.each(['2026-02-28T15:59:59.999Z', '2026-03-01T16:00:00.000Z'])(
    'moves with the local day: %s',
    (instant) => {
      expect(digestOf(world(new Date(instant)))).not.toBe(digestOf(today));
    },
  );

  it.each(['2024-02-29', '2026-12-31', '2027-01-01', '2028-03-01', '2031-07-15'])(
    'has the same ids on %s',
    (date) => {
      expect(idsOf(world(new Date(`${date}T12:00:00+08:00`)))).toEqual(idsOf(today));
    },
  );

  it('gives no id twice', () => {
    const all = idsOf(today);
    expect(new Set(all).size).toBe(all.length);
  });

  it('lets nothing that has happened lie on its own day or later', () => {
    const told = JSON.stringify([
      today.patients.map(({ joining, deceased }) => [joining, deceased]),
      today.consents.map(({ dateTime, inactiveSince }) => [dateTime, inactiveSince]),
      today.grants.map(({ stateHistory }) => stateHistory),
      today.recognitions.map(({ statusHistory }) => statusHistory.map(({ since }) => since)),
      today.careRelations.map(({ period }) => period.start),
      today.stepUps,
    ]);
    const dates = told.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    expect(dates.length).toBeGreaterThan(300);
    expect(dates.filter((date) => date >= today.date)).toEqual([]);
  });
});

describe('the people of the world', () => {
  it('are some forty', () => {
    expect(today.patients).toHaveLength(43);
  });

  it('have numbers with right check digits, none twice', () => {
    for (const { hkid, residencePermit } of today.patients) {
      expect(parseHkid(hkid)).toBe(hkid);
      expect(hkid).toMatch(/^ZZ/);
      if (residencePermit !== null) expect(parseResidencePermit(residencePermit)).not.toBeNull();
    }
    expect(new Set(today.patients.map(({ hkid }) => hkid)).size).toBe(43);
  });

  it('stand in every joining status', () => {
    const statuses = new Set(today.patients.map(({ joining }) => joining.at(-1)?.status));
    const all: readonly JoiningStatus[] = [
      'NOT_JOINED',
      'ACTIVE',
      'SUSPENDED',
      'WITHDRAWN',
      'DECEASED',
    ];
    expect([...statuses].sort()).toEqual([...all].sort());
  });

  it('have relations of every role and basis, active and ended', () => {
    const { relatedPersons } = today;
    expect(new Set(relatedPersons.map(({ role }) => role))).toEqual(
      new Set(['SDM', 'CAREGIVER', 'AUTHORISED_PERSON', 'CONTACT']),
    );
    expect(new Set(relatedPersons.map(({ basis }) => basis))).toEqual(
      new Set(['PARENT', 'GUARDIAN', 'COURT', 'FAMILY', 'CO_RESIDENT', null]),
    );
    expect(new Set(relatedPersons.map(({ active }) => active))).toEqual(new Set([true, false]));
  });

  it.each([
    ['the child', ids.CHILD_CHAN, 10],
    ['the girl who turns 16 in a week', ids.MINOR_WU, 15],
    ['the girl who turned 16 yesterday', ids.GROWN_MA, 16],
  ])('include %s', (_, id, age) => {
    const birthDate = today.patients.find((patient) => patient.id === id)?.birthDate ?? '';
    expect(completedYears(birthDate, today.date)).toBe(age);
  });
});

describe('the providers of the world', () => {
  it('are registered at home or placed in a city abroad, and in every registration status', () => {
    const statuses = today.organizations.map(({ registration }) => registration?.status ?? null);
    expect(new Set(statuses)).toEqual(new Set(['REGISTERED', 'SUSPENDED', 'CANCELLED', null]));
    for (const { jurisdiction, city, registration } of today.organizations) {
      expect(registration === null).toBe(jurisdiction !== 'HK');
      expect(city === null).toBe(jurisdiction === 'HK');
    }
  });

  it('have recognitions in every state', () => {
    const all: readonly RecognitionFact['status'][] = [
      'APPLIED',
      'RECOGNISED',
      'SUSPENDED',
      'CANCELLED',
      'EXPIRED',
      'WITHDRAWN',
      'REFUSED',
    ];
    expect(new Set(today.recognitions.map(({ status }) => status))).toEqual(new Set(all));
  });

  it('are subject to every kind of condition, and to one that nobody knows', () => {
    const kinds = today.recognitions.flatMap(({ conditions }) =>
      conditions.map(({ kind }) => kind),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'ALLOWED_PURPOSES',
      'ALLOWED_SCOPES',
      'DEPOSIT_ALLOWED',
      'DEPOSIT_DUTY',
      'DESIGNATED_CLIENT',
      'GBA_ONLY',
      'MAX_GRANT_DURATION',
      'MAX_LOOKBACK',
      'NAMED_LOCATIONS',
      'NO_IMAGE_DOWNLOAD',
      'NO_RESTRICTED_LABEL',
      'PRACTITIONER_ROLES',
      'READ_ALLOWED',
      'TIDE_TABLE_REQUIRED',
      'VALIDITY_PERIOD',
    ]);
  });

  it('keep Dr He’s hospital suspended for longer than the grant to it lasts', () => {
    const suspended = today.recognitions.find(({ status }) => status === 'SUSPENDED');
    const grant = today.grants.find(({ id }) => id === ids.GRANT_HE);
    const end = suspended?.statusHistory.at(-1)?.suspension?.end ?? '';
    expect(end > (grant?.period.end ?? '9999')).toBe(true);
  });
});

describe('the consents of the world', () => {
  it('are of every kind, status and origin', () => {
    const kinds: readonly ConsentFact['kind'][] = [
      'JOINING',
      'SHARING',
      'CROSS_BORDER',
      'RESTRICTION',
      'DEPOSIT_OBJECTION',
    ];
    const statuses: readonly ConsentFact['status'][] = [
      'draft',
      'proposed',
      'active',
      'rejected',
      'inactive',
      'entered-in-error',
    ];
    expect(new Set(today.consents.map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(new Set(today.consents.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(new Set(today.consents.map(({ origin }) => origin))).toEqual(
      new Set(['LAYER', 'IMPORTED']),
    );
  });

  it('include one that is over by its date alone, and one that has not begun', () => {
    const active = today.consents.filter(({ status }) => status === 'active');
    expect(active.some(({ period }) => (period.end ?? '9999') < today.date)).toBe(true);
    expect(active.some(({ period }) => (period.start ?? '') > today.date)).toBe(true);
  });

  it('include none of Chan Tai Man for Dr Lee’s clinic, and one for the pharmacy', () => {
    const granteesOfChan = today.consents
      .filter(({ patient, status }) => patient === ids.PATIENT_CHAN && status === 'active')
      .flatMap(({ grantee }) => grantee);
    expect(granteesOfChan).not.toContain(ids.BAUHINIA_CLINIC);
    expect(granteesOfChan).toContain(ids.FERRY_PIER_PHARMACY);
  });

  it('have grants in every state, each with the consent that materialises it once authorised', () => {
    const states: readonly GrantState[] = [
      'REQUESTED',
      'AUTHORISED',
      'LINK_ISSUED',
      'REDEEMED',
      'COMPLETED',
      'EXPIRED',
      'REVOKED',
      'DECLINED',
      'LAPSED',
      'LOCKED',
      'SUSPENDED',
    ];
    expect(new Set(today.grants.map(({ state }) => state))).toEqual(new Set(states));
    for (const grant of today.grants) {
      const isAuthorised = grant.stateHistory.some(({ state }) => state === 'AUTHORISED');
      const consent = today.consents.find(({ id }) => id === grant.consent);
      expect(consent?.kind ?? null).toBe(isAuthorised ? 'CROSS_BORDER' : null);
    }
  });

  it('give Dr Li what the persona says', () => {
    expect(today.grants.find(({ id }) => id === ids.GRANT_LI)).toMatchObject({
      patient: ids.PATIENT_CHAN,
      organization: ids.LIANHUA_BAY_HOSPITAL,
      state: 'REDEEMED',
      scopes: ['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT'],
      lookBack: 'P3Y',
      encounter: { organization: ids.LIANHUA_BAY_HOSPITAL, open: true },
      includesRestricted: false,
    });
  });

  it('have care relations open and ended', () => {
    const ends = today.careRelations.map(({ period }) => period.end !== null);
    expect(new Set(ends)).toEqual(new Set([true, false]));
  });
});

describe('the records of the world', () => {
  it('are of every category', () => {
    expect(new Set(today.records.map(({ category }) => category))).toEqual(
      new Set(CLINICAL_SCOPES),
    );
  });

  it('are marked as test data, each of them', () => {
    const marked = today.records.filter(({ resource }) =>
      JSON.stringify(resource['meta']).includes('"HTEST"'),
    );
    expect(marked).toHaveLength(today.records.length);
  });

  it('are sound FHIR R4', () => {
    const issues = today.records.flatMap(({ resource }) => checkStructure(resource));
    expect(issues).toEqual([]);
  });

  it('carry only codes that the sensitive value sets can speak of, or that a story leaves unclassified', () => {
    const unclassified = recordsOf(today).filter(
      ({ patient, security }) => patient !== ids.PATIENT_CHAN && !hasConfidentiality(security),
    );
    expect(unclassified).toEqual([]);
  });

  it('are of the category that their builder says', () => {
    const categories = new Map(recordsOf(today).map(({ id, category }) => [id, category]));
    const other = today.records.filter(({ id, category }) => categories.get(id) !== category);
    expect(other).toEqual([]);
  });

  it('refer only to what is in the world', () => {
    const known = new Set(idsOf(today));
    const references = JSON.stringify(today.records).matchAll(/"reference":"[A-Za-z]+\/([^"]+)"/g);
    const missing = [...references].filter(([, id]) => id === undefined || !known.has(id));
    expect(missing).toEqual([]);
  });
});

function hasConfidentiality(security: readonly { readonly system: string | null }[]): boolean {
  return security.some(({ system }) => system === CONFIDENTIALITY_SYSTEM);
}

function completedYears(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
