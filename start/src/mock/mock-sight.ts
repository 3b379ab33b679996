/** What of the mock's objects the permits of a fetch let be seen; the gateway checks it all again. */
import type { SubgraphContext } from '@causeway/kit';
import { isAdministrativeScope } from '@causeway/schema';
import type { Permit } from '@causeway/schema';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { MockObject } from './mock-object.js';
import { isMarked, scopesOn, subjectOf } from './schema-marks.js';

/** An object, for whom the context permits it. */
interface Standing {
  readonly object: MockObject;
  readonly type: GraphQLObjectType;
  readonly context: SubgraphContext;
}

/** Whether a record may be there at all; what is about no patient always may. A Patient is there as a key. */
export function mayStand({ object, type, context }: Standing): boolean {
  const subject = subjectOf(type);
  if (subject === null || type.name === 'Patient') return true;
  const scopes = scopesOn(type);
  if (overseesAll(context, scopes)) return true;
  const permit = permitOf(object, context);
  if (permit === undefined || !covers(permit, type, scopes)) return false;
  return subject.facets['party'] === undefined || isOwnParty(object, permit);
}

/** Whether a field may be read, by the labels of its own and of the record it stands in. */
export function mayRead({
  object,
  type,
  field,
  context,
}: Standing & { readonly field: GraphQLField<unknown, unknown> }): boolean {
  if (subjectOf(type) === null || field.name === 'id') return true;
  const scopes = [...scopesOn(type), ...scopesOn(field)];
  if (overseesAll(context, scopes)) return true;
  const permit = permitOf(object, context);
  return permit !== undefined && covers(permit, type, scopes) && covers(permit, field, []);
}

/** Offices see administrative records of everybody; no permit goes along for them. */
function overseesAll({ fetch }: SubgraphContext, scopes: readonly string[]): boolean {
  return (
    fetch.caller?.kind === 'office' && scopes.length > 0 && scopes.every(isAdministrativeScope)
  );
}

function permitOf({ patient }: MockObject, context: SubgraphContext): Permit | undefined {
  return patient === null ? undefined : context.permitFor(patient);
}

function covers(
  permit: Permit,
  marked: Parameters<typeof isMarked>[0],
  scopes: readonly string[],
): boolean {
  if (isMarked(marked, 'domestic') && permit.abroad) return false;
  return scopes.every((scope) => permit.scopes.some((one) => one === scope));
}

/** Who is but a party to records sees those to which it is one. */
function isOwnParty({ given }: MockObject, { administrativeBasis, parties }: Permit): boolean {
  if (administrativeBasis !== 'PARTY') return true;
  const named = [given['grantee'], given['requester'], given['organization']].flat();
  return named.some((party) => typeof party === 'string' && parties.includes(party));
}
