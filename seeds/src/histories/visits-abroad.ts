import { encounterName } from '../consents/grants.js';
import type { SeedGrant, SeedPatient, SeedPractitionerRole, SeedRecord } from '../model.js';
import { encounter } from '../records/encounter.js';
import { snomed } from '../records/terminology.js';

/** The encounters at which grants were redeemed, written by the organisations where they took place. */
export function visitsAbroad(
  patients: readonly SeedPatient[],
  roles: readonly SeedPractitionerRole[],
  grants: readonly SeedGrant[],
): readonly SeedRecord[] {
  const byId = new Map(patients.map((patient) => [patient.id, patient]));
  return grants.flatMap(({ patient: id, slug, encounter: visit, stateHistory }) => {
    const patient = byId.get(id);
    const redeemed = stateHistory.find(({ state }) => state === 'REDEEMED');
    if (patient === undefined || visit === null || redeemed === undefined) return [];
    const { organization, open } = visit;
    const role = roles.find((each) => each.organization === organization)?.id ?? null;
    return encounter(
      { patient, name: encounterName(slug), author: { organization, role } },
      {
        class: 'AMB',
        type: snomed('185349003', 'Encounter for check up'),
        start: redeemed.since,
        ...(open ? {} : { end: `${redeemed.since.slice(0, 10)}T18:00:00+08:00` }),
      },
    );
  });
}
