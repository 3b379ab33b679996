/** What the root fields of a mock lead to, by the caller and the permits of the fetch. */
import { requireUse } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import { idOf } from '@causeway/seeds/stage';
import { isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { MockEntities } from './mock-entities.js';
import type { MockRecords } from './mock-records.js';
import type { MockSociety } from './society-facts.js';

/** The arguments of a root field. */
export type RootArgs = Readonly<Record<string, unknown>>;

/** What a root field gives: what is known, an id of what is, null for nothing; undefined where it is made up. */
export type KnownRoot = (args: RootArgs, context: SubgraphContext) => unknown;

/** What the roots are told from. */
export interface MockRootsOptions {
  readonly schema: GraphQLSchema;
  readonly society: MockSociety;
  readonly entities: MockEntities;
  readonly records: MockRecords;
}

/** The root fields whose answer is known; all others are made up, page by page. */
export function knownRoots(options: MockRootsOptions): Readonly<Record<string, KnownRoot>> {
  const { schema, society, entities, records } = options;
  const byId =
    (type: string): KnownRoot =>
    ({ id }) =>
      entities.has(type) ? entities.find(type, String(id)) : null;
  return {
    patient: ({ id }) => id,
    me: (_args, context) => {
      const { caller } = context.fetch;
      const person = caller?.kind === 'person' ? caller.person : '';
      return context.permitFor(person) === undefined ? null : person;
    },
    myGrant: (_args, { fetch: { caller } }) =>
      caller !== null && 'grant' in caller ? caller.grant : null,
    myPatients: ({ after, first }, context) => {
      const organization = callerOrganization(context);
      const inCare = society.people.careRelations.filter(
        (one) => one.organization === organization,
      );
      const ids = [...new Set(inCare.map(({ patient }) => patient))].sort();
      return ids.filter((id) => typeof after !== 'string' || id > after).slice(0, Number(first));
    },
    grantRequest: ({ id }, context) =>
      requestsOf(society, context).includes(String(id)) ? id : null,
    myGrantRequests: ({ first }, context) => requestsOf(society, context).slice(0, Number(first)),
    grantRequests: ({ patient, first }) =>
      society
        .grants()
        .filter((grant) => grant.patient === patient)
        .map(({ id }) => id)
        .slice(0, Number(first)),
    organization: byId('Organization'),
    publicHealthRecordSystem: byId('PublicHealthRecordSystem'),
    practitioner: byId('Practitioner'),
    practitionerRole: byId('PractitionerRole'),
    recognition: byId('Recognition'),
    // What is deposited is not kept: there is a receipt for it, and nothing else.
    depositRecords: ({ input }, context) => {
      const { patient, idempotencyKey } = input as {
        readonly patient: string;
        readonly idempotencyKey: string;
      };
      const organization = callerOrganization(context);
      const id = idOf(`mock/receipt/${patient}/${organization ?? ''}/${idempotencyKey}`);
      return { id, patient, organization, isTest: false };
    },
    recordTypes: () =>
      Object.values(schema.getTypeMap())
        .filter((type) => isObjectType(type))
        .map(({ name, description }) => ({ name, description, lists: records.listsOfType(name) }))
        .filter(({ lists }) => lists.length > 0)
        .map(({ lists, ...type }) => ({
          ...type,
          categories: [...new Set(lists.map(({ category }) => category))],
          lists: lists.map((list) => ({ ...list, description: `The list ${list.field}.` })),
        })),
  };
}

/** Refuses a caller what only the gateway itself may ask. @throws GraphQLError FORBIDDEN on behalf of a caller */
export function requireOwnCall(context: SubgraphContext): void {
  // Any of the gateway's own uses: which one asks for what is the real subgraphs' to tell apart.
  if (context.fetch.use === 'data') requireUse(context, 'facts');
}

/** The organisation that a caller acts for; null for one that acts for none. */
export function callerOrganization({ fetch: { caller } }: SubgraphContext): string | null {
  return caller !== null && 'organization' in caller ? caller.organization : null;
}

function requestsOf(society: MockSociety, context: SubgraphContext): readonly string[] {
  const organization = callerOrganization(context);
  return society
    .grants()
    .filter((grant) => grant.organization === organization)
    .map(({ id }) => id);
}
