/** Organisations, practitioners and their roles: who they are, and the rows that come of them. */
import type { Resource } from '@causeway/records/fhir';
import {
  idAt,
  organizationEntry,
  organizationNamesOf,
  practitionerEntry,
  practitionerRoleEntry,
} from '../entries/provider.js';
import { genderOf, humanNamesOf, identifiersOf } from '../entries/read.js';
import { IdentityBook } from '../identity/identity-book.js';
import type { Registry, Sameness } from '../identity/identity-book.js';
import {
  isSameByIdentifier,
  isSameBySource,
  namesOfHuman,
  profileOf,
} from '../identity/person-profile.js';
import type { Profile } from '../identity/person-profile.js';
import type { Kind } from '../kinds.js';
import { gather, stageGathered } from './gather.js';
import type { EntryOf } from './gather.js';
import type { LinkItem, LinkRun } from './link-run.js';

type ProviderType = 'Organization' | 'Practitioner' | 'PractitionerRole';

const SAME = { byIdentifier: isSameByIdentifier, bySource: isSameBySource };

/** A role is that of one practitioner at one organisation, as far as either is known. */
interface RoleProfile {
  readonly practitioner: string | null;
  readonly organization: string | null;
}

/** Decides on every provider of a run. */
export function linkProviders(run: LinkRun): void {
  const { providers } = run.stores;
  linkType(run, 'Organization', 'organization', organizationEntry, SAME, {
    describe: (resource) =>
      profileOf({ names: organizationNamesOf(resource), identifiers: identifiersOf(resource) }),
    stored: (id) =>
      profileOf({
        names: providers.namesOf([id]).map(({ text }) => text),
        identifiers: providers.identifiersOf([id]),
      }),
  });
  linkType(run, 'Practitioner', 'practitioner', practitionerEntry, SAME, {
    describe: (resource) =>
      profileOf({
        gender: genderOf(resource),
        names: namesOfHuman(humanNamesOf(resource)),
        identifiers: identifiersOf(resource),
      }),
    stored: (id) => {
      const [known] = providers.practitionersById([id]);
      return profileOf({
        gender: known?.gender ?? null,
        names: namesOfHuman(known?.name ?? []),
        identifiers: providers.identifiersOf([id]),
      });
    },
  });
  const areOneRole = { byIdentifier: agreeOnRole, bySource: agreeOnRole };
  linkType(run, 'PractitionerRole', 'practitioner-role', practitionerRoleEntry, areOneRole, {
    describe: (resource, item): RoleProfile => {
      const resolve = run.resolverFor(item, null);
      return {
        practitioner: idAt(resource, 'practitioner', 'Practitioner', resolve),
        organization: idAt(resource, 'organization', 'Organization', resolve),
      };
    },
    stored: (id): RoleProfile => {
      const [known] = providers.practitionerRolesById([id]);
      return {
        practitioner: known?.practitioner ?? null,
        organization: known?.organization ?? null,
      };
    },
  });
}

interface Descriptions<Described> {
  describe(resource: Resource, item: LinkItem): Described;
  stored(id: string): Described;
}

function linkType<Described extends Profile | RoleProfile>(
  run: LinkRun,
  type: ProviderType,
  kind: Extract<Kind, 'organization' | 'practitioner' | 'practitioner-role'>,
  entryOf: EntryOf,
  same: Sameness<Described>,
  descriptions: Descriptions<Described>,
): void {
  const { providers } = run.stores;
  const registry: Registry<Described> = {
    idOfSource: (source) => providers.idOfSource(type, source),
    idsByIdentifier: (system, value) => providers.idsByIdentifier(type, system, value),
    profileOf: (id) => descriptions.stored(id),
  };
  const book = new IdentityBook(registry, same);
  const organizations = new Map<string, string | null>();
  const placed = (id: string) => ({
    type,
    id,
    patient: null,
    ...(type === 'PractitionerRole' && {
      organization: organizationOfRole(run, id, organizations),
    }),
  });
  const gathered = gather(run, run.itemsOf(kind), book, (resource, item) =>
    descriptions.describe(resource, item),
  );
  for (const { id, members } of gathered) {
    const [{ resource, item }] = members;
    if (type === 'PractitionerRole') {
      const resolve = run.resolverFor(item, null);
      organizations.set(id, idAt(resource, 'organization', 'Organization', resolve));
    }
    for (const member of members) run.targets.place(member.item.seq, placed(id));
  }
  run.targets.register(type, {
    withIdentifier: (system, value) => book.withIdentifier(system, value),
    ofSource: (source) => book.ofSource(source),
    placed,
  });
  const stored = {
    resourceOf: (id: string) => providers.resourceOf(type, id),
    identifiersOf: (owners: readonly string[]) => providers.identifiersOf(owners),
  };
  for (const each of gathered) stageGathered(run, kind, each, stored, entryOf);
}

function organizationOfRole(
  run: LinkRun,
  id: string,
  known: ReadonlyMap<string, string | null>,
): string | null {
  const here = known.get(id);
  if (here !== undefined) return here;
  return run.stores.providers.practitionerRolesById([id])[0]?.organization ?? null;
}

function agreeOnRole(one: RoleProfile, other: RoleProfile): boolean {
  const agree = (a: string | null, b: string | null): boolean =>
    a === null || b === null || a === b;
  return agree(one.practitioner, other.practitioner) && agree(one.organization, other.organization);
}
