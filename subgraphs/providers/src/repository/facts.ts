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
 * Answers the facts of each key, in order: what is registered now, or was at the key's instant, whatever the clock says of
 * periods. Five statements in one read transaction, however many keys of an instant.
 */
export type ProviderFactsReader = (keys: readonly ProviderFactsKey[]) => ProviderFacts[];

/** Reads facts by statements that are made once: every request waits for them. */
export function providerFactsReader(database: Database, stores: Stores): ProviderFactsReader {
  const epochOf = database.db.select().from(epochs).where(eq(epochs.owner, FACTS_OWNER)).prepare();
  const read = (keys: readonly ProviderFactsKey[], at: number | undefined): ProviderFacts[] => {
    const organizationIds = keys.map((key) => key.organization);
    const roleIds = keys.map((key) => key.practitionerRole);
    const systemIds = keys.flatMap((key) => key.system ?? []);
    const found = database.inReadTransaction(() => ({
      epoch: epochOf.get()?.value ?? 0,
      organizations: stores.organizationsById(organizationIds, at),
      roles: stores.practitionerRolesById(roleIds, at),
      systems: stores.systemsById(systemIds, at),
      recognitions: stores.recognitionsOf([...organizationIds, ...systemIds], at),
    }));
    return factsIn(found, keys);
  };
  return (keys) => readByInstant(keys, read);
}

/** The facts of each key in what was found of all of them. */
function factsIn(
  found: {
    readonly epoch: number;
    readonly organizations: readonly OrganizationRecord[];
    readonly roles: readonly PractitionerRoleRecord[];
    readonly systems: readonly SystemRecord[];
    readonly recognitions: readonly RecognitionRecord[];
  },
  keys: readonly ProviderFactsKey[],
): ProviderFacts[] {
  const { epoch } = found;
  const organizations = byId(found.organizations);
  const roles = byId(found.roles);
  const systems = byId(found.systems);
  const recognitions = Map.groupBy(found.recognitions, (recognition) => recognition.subject);
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
