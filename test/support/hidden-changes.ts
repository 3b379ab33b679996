/**
 * Changes of data that some callers may not read: pairs of worlds that differ in nothing else. What both worlds have
 * (references to records that may not be there, a restriction) is prepared first, in both.
 */
import type { NewRecord } from '@causeway/records';
import { BAUHINIA_CLINIC, CHILD_CHAN, PATIENT_CHAN, SEED_NAMESPACE, idOf } from '@causeway/seeds';
import type { OpenStores, PersonaName } from '@causeway/seeds';
import { confidentialityOf } from '@causeway/schema';
import type { ClinicalScope } from '@causeway/schema';
import { labelled, recordsOf } from './records.js';

/** A change, and the callers who must not notice. */
export interface HiddenChange {
  readonly what: string;
  readonly from: readonly PersonaName[];
  make(stores: OpenStores): void;
}

/** Professionals who have some permit for Chan Tai Man. */
const PERMITTED = ['dr-li', 'dr-wong', 'pharmacist-ng'] as const;

/** Those who have none, and the office that sees who looked but not at what. */
const WITHOUT = ['dr-lee', 'dr-zhao', 'auditor'] as const;

const EVERYBODY = [...PERMITTED, ...WITHOUT];

/** The child is under Dr Wong's care. */
const STRANGERS_TO_THE_CHILD = EVERYBODY.filter((name) => name !== 'dr-wong');

/** Records that may be there or not: the first world has references to them and nothing at their other end. */
const ABSENT = {
  encounter: idOf('hidden/encounter'),
  result: idOf('hidden/result'),
  restricted: idOf('hidden/restricted'),
} as const;

/** What both worlds have: who refers to the absent, and what the patient restricted. */
export function prepare(stores: OpenStores): void {
  const [allergy] = visible(stores, 'AllergyIntolerance');
  const report = visible(stores, 'DiagnosticReport').find(
    ({ category }) => category === 'LAB_REPORT',
  );
  if (allergy === undefined || report === undefined) throw new Error('Expected visible records');
  stores.records.putRecords([
    {
      ...allergy,
      encounter: ABSENT.encounter,
      links: [
        ...allergy.links.filter(({ element }) => element !== 'encounter'),
        { element: 'encounter', position: 0, target: ABSENT.encounter },
      ],
    },
    {
      ...report,
      links: [...report.links, { element: 'result', position: 90, target: ABSENT.result }],
    },
  ]);
  stores.consents.putConsent({
    id: idOf('hidden/restriction'),
    origin: 'LAYER',
    patient: PATIENT_CHAN,
    kind: 'RESTRICTION',
    status: 'active',
    grantor: `Patient/${PATIENT_CHAN}`,
    grantee: [],
    dateTime: null,
    period: { start: null, end: null },
    decision: 'permit',
    provision: [{ type: 'deny', records: [ABSENT.restricted] }],
  });
}

/** The changes. */
export const HIDDEN_CHANGES: readonly HiddenChange[] = [
  {
    what: 'restricted records are added',
    from: EVERYBODY,
    make: (stores) => add(stores, 'restricted', (record) => labelled(record, 'R')),
  },
  {
    what: 'very restricted records are added',
    from: EVERYBODY,
    make: (stores) => add(stores, 'very-restricted', (record) => labelled(record, 'V')),
  },
  {
    what: 'restricted records become others, and more restricted',
    from: EVERYBODY,
    make: (stores) => {
      const restricted = everyRecord(stores).filter(
        ({ security }) => confidentialityOf(security) === 'R',
      );
      stores.records.putRecords(
        restricted.map((record) =>
          labelled({ ...record, status: 'changed', clinicalDate: '2026-11-01' }, 'V'),
        ),
      );
    },
  },
  {
    what: 'records older than the look-back are added',
    from: ['dr-li'],
    make: (stores) => add(stores, 'old', (record) => ({ ...record, clinicalDate: '2019-05-05' })),
  },
  {
    what: 'records without a date are added',
    from: ['dr-li'],
    make: (stores) => add(stores, 'undated', (record) => ({ ...record, clinicalDate: null })),
  },
  {
    what: 'records of other categories are added and changed',
    from: ['dr-li'],
    make: (stores) => {
      addOf(stores, 'other', [
        'Condition',
        'Encounter',
        'ImagingStudy',
        'Procedure',
        'Immunization',
      ]);
      change(stores, (record) => !GRANTED.has(record.category));
    },
  },
  {
    what: 'images and radiology reports are added and changed',
    from: ['pharmacist-ng'],
    make: (stores) => {
      addOf(stores, 'images', ['ImagingStudy']);
      change(stores, ({ category }) => category === 'RAD_IMAGE' || category === 'RAD_REPORT');
    },
  },
  {
    what: 'a record that the patient has restricted is added',
    from: EVERYBODY,
    make: (stores) => {
      const [allergy] = visible(stores, 'AllergyIntolerance');
      put(stores, allergy, { id: ABSENT.restricted });
    },
  },
  {
    what: 'a very restricted encounter and result come to stand behind references',
    from: EVERYBODY,
    make: (stores) => {
      const [encounter] = visible(stores, 'Encounter');
      const [result] = visible(stores, 'Observation').filter(
        ({ category }) => category === 'LAB_REPORT',
      );
      put(stores, encounter && labelled(encounter, 'V'), { id: ABSENT.encounter });
      put(stores, result && labelled(result, 'V'), { id: ABSENT.result });
    },
  },
  {
    what: 'very restricted provenance of what may be seen is added',
    from: EVERYBODY,
    make: (stores) => {
      const [provenance] = visible(stores, 'Provenance');
      const [allergy] = visible(stores, 'AllergyIntolerance');
      if (allergy === undefined) throw new Error('Expected an allergy');
      put(stores, provenance && labelled(provenance, 'V'), {
        id: idOf('hidden/provenance'),
        links: [{ element: 'target', position: 0, target: allergy.id }],
      });
    },
  },
  {
    what: 'another patient’s records are added, and refer to this one’s',
    from: STRANGERS_TO_THE_CHILD,
    make: (stores) => add(stores, 'of-another', (record) => ({ ...record, patient: CHILD_CHAN })),
  },
  {
    what: 'another patient has another name, and has withdrawn',
    from: STRANGERS_TO_THE_CHILD,
    make: (stores) => {
      rename(stores, CHILD_CHAN);
      stores.patients.setJoiningStatus(CHILD_CHAN, 'WITHDRAWN');
    },
  },
  {
    what: 'a patient comes to be whom nobody looks after',
    from: EVERYBODY,
    make: (stores) => rename(stores, CHILD_CHAN, idOf('patient/nobody')),
  },
  {
    what: 'the patient’s ordinary records are changed and added to',
    from: WITHOUT,
    make: (stores) => {
      change(stores, () => true);
      add(stores, 'ordinary', (record) => record);
    },
  },
  {
    what: 'the patient has another name, and has withdrawn',
    from: WITHOUT,
    make: (stores) => {
      rename(stores, PATIENT_CHAN);
      stores.patients.setJoiningStatus(PATIENT_CHAN, 'WITHDRAWN');
    },
  },
  {
    what: 'the patient has another address, telephone and identity card',
    from: ['dr-li'],
    make: (stores) => stay(stores),
  },
  {
    what: 'the patient consents to what concerns others',
    from: ['dr-li', 'dr-wong', 'pharmacist-ng', 'dr-zhao', 'auditor'],
    make: (stores) => {
      stores.consents.putConsent({
        id: idOf('hidden/consent'),
        origin: 'LAYER',
        patient: PATIENT_CHAN,
        kind: 'SHARING',
        status: 'active',
        grantor: `Patient/${PATIENT_CHAN}`,
        grantee: [BAUHINIA_CLINIC],
        dateTime: null,
        period: { start: null, end: null },
        decision: 'permit',
        provision: [],
      });
    },
  },
];

/** The categories of Dr Li's grant. */
const GRANTED: ReadonlySet<ClinicalScope> = new Set(['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT']);

const COPIED: readonly NewRecord['type'][] = [
  'AllergyIntolerance',
  'MedicationRequest',
  'DiagnosticReport',
  'Observation',
  'Condition',
];

function everyRecord({ records }: OpenStores): readonly NewRecord[] {
  return records.statedOfPatient(PATIENT_CHAN);
}

/** Normal records of this year, which those with a permit for the category see. */
function visible(stores: OpenStores, type: NewRecord['type']): readonly NewRecord[] {
  return recordsOf(stores, PATIENT_CHAN, type).filter(
    ({ security, clinicalDate }) =>
      confidentialityOf(security) === 'N' && clinicalDate?.startsWith('2026') === true,
  );
}

function put(
  stores: OpenStores,
  record: NewRecord | undefined,
  stated: Partial<NewRecord> & { readonly id: string },
): void {
  if (record === undefined) throw new Error(`Expected a record to make ${stated.id} of`);
  stores.records.putRecords([{ ...record, ...stated, sourceId: stated.id }]);
}

function add(stores: OpenStores, name: string, made: (record: NewRecord) => NewRecord): void {
  addOf(stores, name, COPIED, made);
}

/** Adds copies of two records of each type, made others. */
function addOf(
  stores: OpenStores,
  name: string,
  types: readonly NewRecord['type'][],
  made: (record: NewRecord) => NewRecord = (record) => record,
): void {
  for (const type of types) {
    for (const [position, record] of visible(stores, type).slice(0, 2).entries())
      put(stores, made(record), { id: idOf(`hidden/${name}/${type}/${position}`) });
  }
}

function change(stores: OpenStores, isMeant: (record: NewRecord) => boolean): void {
  const meant = everyRecord(stores).filter(isMeant);
  stores.records.putRecords(
    meant.map((record) => ({ ...record, status: 'changed', recordedDate: '2026-11-11' })),
  );
}

/** Writes a patient with another name, as that patient or as one who is new. */
function rename(stores: OpenStores, patient: string, id = patient): void {
  const [row] = stores.patients.patientsById([patient]);
  if (row === undefined) throw new Error('Expected the patient');
  stores.patients.putPatient({
    ...row,
    id,
    source: { namespace: SEED_NAMESPACE, id },
    identifier: stores.patients.identifiersOf([patient]),
    name: [{ text: 'Somebody Else', language: 'en' }],
    birthDate: '1950-01-01',
    content: null,
  });
}

/** Changes what never leaves Hong Kong. */
function stay(stores: OpenStores): void {
  const [row] = stores.patients.patientsById([PATIENT_CHAN]);
  if (row === undefined) throw new Error('Expected the patient');
  stores.patients.putPatient({
    ...row,
    source: { namespace: SEED_NAMESPACE, id: PATIENT_CHAN },
    identifier: stores.patients
      .identifiersOf([PATIENT_CHAN])
      .map((identifier) => ({ ...identifier, use: 'old' as const })),
    address: [],
    telecom: [],
    preferredLanguage: 'en',
    notificationPreference: null,
    generalPractitioner: null,
    content: null,
  });
}
