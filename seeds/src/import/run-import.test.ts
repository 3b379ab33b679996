import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { confidentialityOf } from '@causeway/schema';
import type { NewRecord } from '@causeway/records';
import { DETAILS_FILE } from './run-import.js';
import { countResources, dumpDigest } from './testing/ordered-dump.js';
import { NOW, fixtures, workplace } from './testing/import-fixtures.js';
import type { Workplace } from './testing/import-fixtures.js';

const MRN = 'https://example.org/invented/mrn';

// Databases are opened and written in earnest, on whatever disk there is.
jest.setTimeout(60_000);

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => {
  place.remove();
});

/** What was kept or refused, as `code place-or-file`. */
function notTaken(): string[] {
  const lines = readFileSync(join(place.data, DETAILS_FILE), 'utf8').trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as { code: string; file: string; place: string })
    .map(({ code, file, place: at }) => [code, file.split('/').at(-1), at].join(' ').trim());
}

/** The id of the patient with an invented record number and birth date. */
function patientBorn(birthDate: string): string {
  return place.look(({ patients }) => {
    const ids = [...patients.idsByIdentifier('Patient', MRN, '0001')];
    const found = patients.patientsById(ids).find((patient) => patient.birthDate === birthDate);
    if (found === undefined) throw new Error(`Expected a patient born ${birthDate}`);
    return found.id;
  });
}

function recordsOf(patient: string): NewRecord[] {
  return place.look(({ records }) => records.statedOfPatient(patient));
}

describe('an import', () => {
  it('accounts for every item, and for every row', async () => {
    const report = await place.run();
    expect(report).toMatchObject({
      read: 30,
      imported: 17,
      merged: 3,
      kept: 1,
      refused: 9,
      rows: 17,
      takenUp: 0,
    });
    expect(countResources(place.data)).toBe(17);
  });

  it('says of everything that it does not take why, and where it stands', async () => {
    await place.run();
    expect(notTaken().sort()).toEqual(
      [
        'BUNDLE_TYPE message.json entry[0]',
        'DATABASE_EXPORT export.json',
        'NOT_FHIR log.ndjson line 1',
        'NOT_SHARABLE document.json entry[0]',
        'NOT_SHARABLE transaction.json entry[10]',
        'NOT_SHARABLE transaction.json entry[11]',
        'NO_SUBJECT collection.json entry[2]',
        'PATIENT_NOT_FOUND orphan.json',
        'R5_SHAPE r5.json',
        'TRUNCATED_JSON Condition.ndjson line 2',
      ].sort(),
    );
  });

  it('changes nothing the second time', async () => {
    await place.run();
    const before = dumpDigest(place.data);
    const again = await place.run({ clock: () => NOW + 86_400_000 });
    expect(again).toMatchObject({ read: 30, imported: 0, merged: 20, kept: 1, refused: 9 });
    expect(dumpDigest(place.data)).toBe(before);
  });

  it('merges the same person, whatever their ids, and keeps apart whom an identifier only confuses', async () => {
    const { findings } = await place.run();
    expect(patientBorn('1980-02-29')).not.toBe(patientBorn('1999-09-09'));
    expect(findings.keptApart).toBeGreaterThan(0);
    const immunisations = recordsOf(patientBorn('1980-02-29')).filter(
      ({ type }) => type === 'Immunization',
    );
    expect(immunisations).toHaveLength(1);
  });

  it('binds each record to its own subject', async () => {
    await place.run();
    const [weight, ...others] = recordsOf(patientBorn('1999-09-09'));
    expect(others).toEqual([]);
    expect(weight).toMatchObject({
      type: 'Observation',
      category: 'OBS_LIFESTYLE',
      clinicalDate: '2022',
    });
  });

  it('joins nobody', async () => {
    await place.run();
    place.look(({ patients, consents }) => {
      const [patient] = patients.patientsById([patientBorn('1980-02-29')]);
      expect(patient?.joining).toBe('NOT_JOINED');
      const key = {
        patient: patient?.id ?? '',
        organization: null,
        practitionerRole: null,
        grant: null,
      };
      expect(consents.facts([key], NOW)[0]?.consents).toEqual([]);
    });
  });

  it('joins for trying out when it is told to, once', async () => {
    await place.run({ isJoining: true });
    const before = dumpDigest(place.data);
    await place.run({ isJoining: true });
    expect(dumpDigest(place.data)).toBe(before);
    place.look(({ patients, consents }) => {
      const id = patientBorn('1980-02-29');
      expect(patients.patientsById([id])[0]?.joining).toBe('ACTIVE');
      const key = { patient: id, organization: null, practitionerRole: null, grant: null };
      expect(consents.facts([key], NOW)[0]?.consents).toMatchObject([
        { kind: 'JOINING', origin: 'LAYER' },
      ]);
    });
  });

  it('does not undo what was decided since: a patient who withdrew stays withdrawn', async () => {
    await place.run();
    const id = patientBorn('1980-02-29');
    place.look(({ patients }) => patients.setJoiningStatus(id, 'WITHDRAWN'));
    await place.run({ isJoining: true });
    place.look(({ patients }) => {
      expect(patients.patientsById([id])[0]?.joining).toBe('WITHDRAWN');
    });
  });

  it('takes up what it kept once its patient comes, and counts it then', async () => {
    await place.run();
    const report = await place.run({ paths: [fixtures('later')] });
    expect(report).toMatchObject({ read: 2, imported: 2, kept: 0, rows: 2, takenUp: 1 });
    const again = await place.run({ paths: [fixtures('later')] });
    expect(again).toMatchObject({ read: 1, imported: 0, merged: 1, takenUp: 0 });
  });

  it('keeps what waits when other files are imported in between', async () => {
    await place.run();
    await place.run({ paths: [fixtures('bulk')] });
    expect(await place.run({ paths: [fixtures('later')] })).toMatchObject({
      imported: 2,
      takenUp: 1,
    });
  });

  it('imports a consent so that it can only deny', async () => {
    await place.run();
    const [denial] = place.look(({ patients, consents }) => {
      const source = { namespace: fixtures('loose'), id: 'Patient/example' };
      const patient = patients.idOfSource('Patient', source) ?? '';
      const key = { patient, organization: null, practitionerRole: null, grant: null };
      return consents.facts([key], NOW)[0]?.consents ?? [];
    });
    expect(denial).toMatchObject({
      origin: 'IMPORTED',
      kind: 'RESTRICTION',
      decision: 'deny',
      provision: [],
    });
  });
});

describe('what an import leaves as it is', () => {
  const HCP = 'https://example.org/invented/hcp';

  it('is a patient who is registered, though their records are taken', async () => {
    const registered = {
      id: '20000000-0000-4000-8000-000000000001',
      source: { namespace: 'urn:invented:registry', id: 'ying' },
      identifier: [{ system: MRN, value: '0001' }],
      name: [{ text: 'Registered Ying' }],
      gender: 'female',
      birthDate: '1980-02-29',
      address: [],
      telecom: [],
      content: null,
      isDeceased: null,
      deceased: null,
      preferredLanguage: 'zh-HK',
      notificationPreference: null,
      generalPractitioner: null,
    } as const;
    place.look(({ patients }) => patients.putPatient(registered));
    await place.run();
    expect(patientBorn('1980-02-29')).toBe(registered.id);
    place.look(({ patients }) => {
      const [patient] = patients.patientsById([registered.id]);
      expect(patient).toMatchObject({
        name: [{ text: 'Registered Ying' }],
        preferredLanguage: 'zh-HK',
      });
    });
    expect(recordsOf(registered.id).map(({ type }) => type)).toContain('Observation');
  });

  it('is an organisation that is registered, its jurisdiction above all', async () => {
    const registered = {
      id: '20000000-0000-4000-8000-000000000002',
      source: { namespace: 'urn:invented:registry', id: 'clinic' },
      identifier: [{ system: HCP, value: '9' }],
      name: [{ language: 'en', text: 'Invented Clinic' }],
      active: true,
      type: [],
      telecom: [],
      address: [],
      partOf: null,
      jurisdiction: 'CN-GD',
      city: null,
      content: null,
    };
    place.look(({ providers }) => providers.putOrganization(registered));
    await place.run();
    place.look(({ providers }) => {
      const [organization] = providers.organizationsById([registered.id]);
      expect(organization).toMatchObject({ jurisdiction: 'CN-GD', registrationStatus: null });
    });
    const encounter = recordsOf(patientBorn('1980-02-29')).find(({ type }) => type === 'Encounter');
    expect(encounter).toMatchObject({
      authorOrganization: registered.id,
      sourceJurisdiction: 'CN-GD',
    });
  });

  it('is a version that says more, or is newer, than what is imported', async () => {
    await place.run();
    const id = patientBorn('1980-02-29');
    const telecom = () => place.look(({ patients }) => patients.patientsById([id])[0]?.telecom);
    expect(telecom()).toEqual([{ system: 'email', value: 'ying@example.org' }]);
    await place.run({ paths: [fixtures('bundles', 'transaction.json')] });
    expect(telecom()).toEqual([{ system: 'email', value: 'ying@example.org' }]);
  });
});

describe('records that stand alone', () => {
  const category = [{ coding: [{ code: 'vital-signs' }] }];
  const code = { text: 'invented' };
  const mother = { resourceType: 'Patient', id: 'mother', name: [{ text: 'Invented Mother' }] };
  const child = { resourceType: 'Patient', id: 'child', name: [{ text: 'Invented Child' }] };

  /** Imports resources, each as a file of its own in one folder. */
  async function importAlone(
    ...resources: { resourceType: string; id: string }[]
  ): Promise<string> {
    const folder = join(place.data, '..', 'alone');
    mkdirSync(folder);
    for (const resource of resources) {
      const name = `${resource.resourceType}-${resource.id}.json`;
      writeFileSync(join(folder, name), JSON.stringify(resource));
    }
    await place.run({ paths: [folder] });
    return folder;
  }

  it('never lead into the records of somebody else', async () => {
    const vital = { resourceType: 'Observation', status: 'final', category, code };
    const folder = await importAlone(
      mother,
      child,
      { ...vital, id: 'a', ...{ subject: { reference: 'Patient/mother' } } },
      {
        ...vital,
        id: 'b',
        ...{
          subject: { reference: 'Patient/child' },
          derivedFrom: [{ reference: 'Observation/a' }],
        },
      },
    );
    const id = place.look(({ patients }) =>
      patients.idOfSource('Patient', { namespace: folder, id: 'Patient/child' }),
    );
    const [observation] = recordsOf(id ?? '');
    expect(observation?.links).toEqual([]);
    expect(observation?.content['derivedFrom']).toEqual([{ reference: 'Observation/a' }]);
  });

  it.each([
    ['AMBIGUOUS_SUBJECT', 'of two patients', ['Patient/mother', 'Patient/child']],
    ['SUBJECT_NOT_A_PATIENT', 'of a device', ['Device/1']],
    ['PATIENT_NOT_FOUND', 'of somebody unknown', ['Patient/nobody']],
  ])('are not taken: %s for an appointment %s', async (expected, _, actors) => {
    const participant = actors.map((reference) => ({ actor: { reference }, status: 'accepted' }));
    const appointment = { resourceType: 'Appointment', id: 'a', status: 'booked', participant };
    await importAlone(mother, child, appointment);
    expect(notTaken()).toEqual([`${expected} Appointment-a.json`]);
  });
});

describe('the records that an import makes', () => {
  const ofType = (records: readonly NewRecord[], type: string): NewRecord => {
    const [only, ...others] = records.filter((record) => record.type === type);
    if (only === undefined || others.length > 0) throw new Error(`Expected one ${type}`);
    return only;
  };

  it('hold a note once, as restricted as the most sensitive result of its encounter', async () => {
    await place.run();
    const records = recordsOf(patientBorn('1980-02-29'));
    expect(records.filter(({ type }) => type === 'DiagnosticReport')).toEqual([]);
    const { security } = ofType(records, 'DocumentReference');
    expect(confidentialityOf(security)).toBe('R');
    expect(security.map(({ code }) => code)).toContain('HIV');
  });

  it('raise a note that is there already when something sensitive comes to stand beside it', async () => {
    const bundle = JSON.parse(readFileSync(fixtures('bundles', 'transaction.json'), 'utf8')) as {
      entry: { resource?: { resourceType: string } }[];
    };
    const entry = bundle.entry.filter(({ resource }) => resource?.resourceType !== 'Observation');
    const folder = join(place.data, '..', 'first');
    mkdirSync(folder);
    writeFileSync(join(folder, 'bundle.json'), JSON.stringify({ ...bundle, entry }));
    await place.run({ paths: [folder] });
    const note = () => ofType(recordsOf(patientBorn('1980-02-29')), 'DocumentReference');
    expect(confidentialityOf(note().security)).toBe('N');
    const observations = bundle.entry.filter(
      ({ resource }) => resource?.resourceType === 'Observation',
    );
    writeFileSync(join(folder, 'bundle.json'), JSON.stringify({ ...bundle, entry: observations }));
    await place.run({ paths: [folder] });
    expect(confidentialityOf(note().security)).toBe('R');
  });

  it('carry the drug that they refer to', async () => {
    await place.run();
    const request = ofType(recordsOf(patientBorn('1980-02-29')), 'MedicationRequest');
    expect(request.content).toMatchObject({
      medicationReference: { reference: '#medication' },
      contained: [{ resourceType: 'Medication', id: 'medication' }],
    });
    expect(request.codes).toContainEqual({
      element: 'medication',
      system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
      code: '312617',
    });
  });

  it('take date and organisation from their encounter where they have none', async () => {
    await place.run();
    const records = recordsOf(patientBorn('1980-02-29'));
    const condition = ofType(records, 'Condition');
    const encounter = ofType(records, 'Encounter');
    expect(condition).toMatchObject({
      clinicalDate: '2023-05-02T10:00:00+08:00',
      authorOrganization: encounter.authorOrganization,
      encounter: encounter.id,
      sourceJurisdiction: 'HK',
    });
    expect(encounter.authorOrganization).not.toBeNull();
  });

  it('keep a reference that does not resolve as it was written', async () => {
    const { findings } = await place.run();
    const condition = ofType(recordsOf(patientBorn('1980-02-29')), 'Condition');
    expect(condition.content['asserter']).toEqual({
      reference: 'Practitioner?identifier=https://example.org/invented/licence|77',
    });
    expect(findings.unresolved).toMatchObject({ conditional: 1 });
  });

  it('take over the label of the bundle that carries them', async () => {
    await place.run();
    const immunisation = ofType(recordsOf(patientBorn('1980-02-29')), 'Immunization');
    expect(confidentialityOf(immunisation.security)).toBe('R');
  });
});
