import { readByInstant } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { ProviderFacts, ProviderFactsKey, RecognitionFact } from '@causeway/schema';
import { eq } from 'drizzle-orm';
import { recognitionInForce } from '../recognition-in-force.js';
import { FACTS_OWNER, epochs } from '../tables.js';
import type { OrganizationRecord, OrganizationStore } from './organizations.js';
import type { PractitionerRoleRecord, PractitionerStore } from './practitioners.js';
import { suspensionOf } from './recognitions.js';
import type { RecognitionRecord, RecognitionStore } from './recognitions.js';
import type { SystemRecord, SystemStore } from './systems.js';

type Stores = OrganizationStore & PractitionerStore & SystemStore & RecognitionStore;

/**
 * The facts of each key, in order: what is registered now, or was at the key's instant, whatever the clock says of
 * periods. Five statements in one read transaction, however many keys of an instant.
 */
export function providerFacts(
  database: Database,
  stores: Stores,
  keys: readonly ProviderFactsKey[],
): ProviderFacts[] {
  return readByInstant(keys, (some, at) => factsAsOf(database, stores, some, at));
}

function factsAsOf(
  database: Database,
  stores: Stores,
  keys: readonly ProviderFactsKey[],
  at: number | undefined,
): ProviderFacts[] {
  const organizationIds = keys.map((key) => key.organization);
  const systemIds = keys.flatMap((key) => key.system ?? []);
  return database.inReadTransaction((db) => {
    const epoch = db.select().from(epochs).where(eq(epochs.owner, FACTS_OWNER)).get()?.value ?? 0;
    const organizations = byId(stores.organizationsById(organizationIds, at));
    const roles = byId(
      stores.practitionerRolesById(
        keys.map((key) => key.practitionerRole),
        at,
      ),
    );
    const systems = byId(stores.systemsById(systemIds, at));
    const recognitions = Map.groupBy(
      stores.recognitionsOf([...organizationIds, ...systemIds], at),
      (recognition) => recognition.subject,
    );
    const recognitionOf = (subject: string): RecognitionFact | null =>
      recognitionFact(recognitionInForce(recognitions.get(subject) ?? []));

    return keys.map((key) => {
      const organization = organizations.get(key.organization);
      const role = roles.get(key.practitionerRole);
      const system = key.system === null ? undefined : systems.get(key.system);
      return {
        epoch,
        organization:
          organization === undefined
            ? null
            : organizationFact(organization, recognitionOf(organization.id)),
        practitionerRole: role === undefined ? null : practitionerRoleFact(role),
        system: system === undefined ? null : systemFact(system, recognitionOf(system.id)),
      };
    });
  });
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function organizationFact(
  organization: OrganizationRecord,
  recognition: RecognitionFact | null,
): ProviderFacts['organization'] {
  const { id, jurisdiction, city, deemedConsent, registrationStatus } = organization;
  const period = { start: organization.registrationStart, end: organization.registrationEnd };
  return {
    id,
    jurisdiction,
    city,
    registration: registrationStatus === null ? null : { status: registrationStatus, period },
    recognition,
    deemedConsent,
  };
}

function practitionerRoleFact(role: PractitionerRoleRecord): ProviderFacts['practitionerRole'] {
  const { id, organization, active, profession } = role;
  // Whoever has a role at no organisation acts for none.
  if (organization === null) return null;
  const period = { start: role.periodStart, end: role.periodEnd };
  return { id, organization, active, period, profession };
}

function systemFact(
  { id, members }: SystemRecord,
  recognition: RecognitionFact | null,
): ProviderFacts['system'] {
  return { id, recognition, members };
}

/** What decisions, and others, read of the recognition that counts; null where there is none. */
export function recognitionFact(recognition: RecognitionRecord | null): RecognitionFact | null {
  if (recognition === null) return null;
  const { id, status, periodStart, periodEnd, conditions } = recognition;
  return {
    id,
    status,
    period: { start: periodStart, end: periodEnd },
    suspension: suspensionOf(recognition),
    conditions,
  };
}
