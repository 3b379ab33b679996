/** Fields of Patient that list records: each lists one record type in one category, and is labelled with it. */
import { connectionOf, connectionPage, pageRequest } from '@causeway/kit';
import type { Connection } from '@causeway/kit';
import type { ClinicalScope, Permit } from '@causeway/schema';
import { Consent } from '@causeway/schema/decorators';
import { GraphQLError } from 'graphql';
import { Args, Ctx, FieldResolver, Root } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import type { RecordsContext } from './context.js';
import { RecordArguments, filterOf } from './record-arguments.js';
import type { RecordType } from './record-types.js';
import { RECORD_KEYSET, keysetOf } from './repository/record-order.js';
import { recordOf, registeredType } from './types/index.js';
import type { ClinicalRecord, Patient } from './types/index.js';

/** A field that lists records: a method of the resolver of Patient. */
export type ListOfRecords = (
  patient: Patient,
  args: RecordArguments,
  context: RecordsContext,
) => Promise<Connection<ClinicalRecord> | null>;

/** What a field of Patient lists. */
export interface Listing {
  readonly field: string;
  readonly type: RecordType;
  readonly category: ClinicalScope;
  readonly description: string;
}

const listings: Listing[] = [];

/** Every list of records that Patient has, in the order of its fields. */
export function recordListings(): readonly Listing[] {
  return listings;
}

/** The field lists the records of a type and category that the patient's permit releases. */
export function Lists(type: RecordType, category: ClinicalScope, description: string) {
  return <Name extends string>(
    prototype: Readonly<Record<Name, ListOfRecords>>,
    field: Name,
  ): void => {
    const listing = { field, type, category, description };
    listings.push(listing);
    const connectionType = connectionTypeOf(type);
    const method = {
      value: (patient: Patient, args: RecordArguments, context: RecordsContext) =>
        pageOf(patient, listing, args, context),
    };
    Object.defineProperty(prototype, field, method);
    Root()(prototype, field, 0);
    Args(() => RecordArguments)(prototype, field, 1);
    Ctx()(prototype, field, 2);
    Consent(category)(prototype, field, method);
    FieldResolver(() => connectionType, { nullable: true, description })(prototype, field, method);
  };
}

async function pageOf(
  { id: patient }: Patient,
  { type, category }: Listing,
  args: RecordArguments,
  context: RecordsContext,
): Promise<Connection<ClinicalRecord> | null> {
  const request = pageRequest(args, RECORD_KEYSET);
  const permit = context.permitFor(patient);
  if (permit?.scopes.includes(category) !== true) return null;
  if (args.restricted === true) demandRestricted(permit, category);
  const { codeElements } = registeredType(type);
  const list = { type, category, codeElements, filter: filterOf(args) };
  return connectionPage(request, {
    rows: await context.loaders.page(list, request).load(patient),
    keysetOf,
    nodeOf: (row) => recordOf(row, context),
    total: () => context.loaders.total(list, patient),
  });
}

/** By the permit alone: the answer is the same whether restricted records exist or not. */
function demandRestricted({ confidentiality, abroad }: Permit, scope: ClinicalScope): void {
  if (confidentiality.includes('R')) return;
  const code = abroad ? 'CONSENT_REQUIRED' : 'STEP_UP_REQUIRED';
  throw new GraphQLError(
    'Expected a permit that covers restricted records, got one that does not; ask without `restricted` for the others',
    { extensions: { code, scope } },
  );
}

const connectionTypes = new Map<RecordType, ClassType<Connection<ClinicalRecord>>>();

function connectionTypeOf(type: RecordType): ClassType<Connection<ClinicalRecord>> {
  const known =
    connectionTypes.get(type) ?? connectionOf(type, () => registeredType(type).recordClass);
  connectionTypes.set(type, known);
  return known;
}
