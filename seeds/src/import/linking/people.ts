/** Patients and the people related to them: who they are, and the rows that come of them. */
import { randomUUID } from 'node:crypto';
import { objectOf } from '@causeway/records/fhir';
import { patientEntry, relatedPersonEntry } from '../entries/patient.js';
import { genderOf, humanNamesOf, identifiersOf } from '../entries/read.js';
import { IdentityBook } from '../identity/identity-book.js';
import {
  isSameByIdentifier,
  isSameBySource,
  namesOfHuman,
  profileOf,
} from '../identity/person-profile.js';
import type { Profile } from '../identity/person-profile.js';
import { gather, stageGathered } from './gather.js';
import type { LinkRun } from './link-run.js';
import { stageBound } from './stage-bound.js';
import { subjectOf } from './subject.js';

/** Decides on every patient of a run; returns the ids of those who were not there before. */
export function linkPatients(run: LinkRun): ReadonlySet<string> {
  const { patients } = run.stores;
  const book = new IdentityBook<Profile>(
    {
      idOfSource: (source) => patients.idOfSource('Patient', source),
      idsByIdentifier: (system, value) => patients.idsByIdentifier('Patient', system, value),
      profileOf: (id) => {
        const [known] = patients.patientsById([id]);
        return profileOf({
          birthDate: known?.birthDate ?? null,
          gender: known?.gender ?? null,
          names: namesOfHuman(known?.name ?? []),
          identifiers: patients.identifiersOf([id]),
        });
      },
    },
    { byIdentifier: isSameByIdentifier, bySource: isSameBySource },
  );
  const gathered = gather(run, run.itemsOf('patient'), book, (resource) =>
    profileOf({
      birthDate: typeof resource['birthDate'] === 'string' ? resource['birthDate'] : null,
      gender: genderOf(resource),
      names: namesOfHuman(humanNamesOf(resource)),
      identifiers: identifiersOf(resource),
    }),
  );
  const placed = (id: string) => ({ type: 'Patient', id, patient: id });
  for (const { id, members } of gathered) {
    for (const { item } of members) run.targets.place(item.seq, placed(id));
  }
  run.targets.register('Patient', {
    withIdentifier: (system, value) => book.withIdentifier(system, value),
    ofSource: (source) => book.ofSource(source),
    placed,
  });
  const stored = {
    resourceOf: (id: string) => patients.resourceOf('Patient', id),
    identifiersOf: (owners: readonly string[]) => patients.identifiersOf(owners),
  };
  for (const each of gathered) stageGathered(run, 'patient', each, stored, patientEntry);
  return new Set(gathered.filter(({ isNew }) => isNew).map(({ id }) => id));
}

/** Decides on every related person of a run. */
export function linkRelatedPersons(run: LinkRun): void {
  const { patients } = run.stores;
  stageBound(run, 'related-person', {
    type: 'RelatedPerson',
    boundTo: (resource, item) => subjectOf(run, resource, item),
    idOfSource: (source) => patients.idOfSource('RelatedPerson', source),
    resourceOf: (id) => patients.resourceOf('RelatedPerson', id),
    newId: () => randomUUID(),
    entryOf: (resource, { id, patient, source, resolve }) =>
      relatedPersonEntry(objectOf(resource) ?? {}, patient, {
        id,
        source,
        identifier: identifiersOf(resource),
        resolve,
      }),
  });
}
