import { connectionPage, pageRequest } from '@causeway/kit';
import type { Connection, PageArgs } from '@causeway/kit';
import type { AdministrativeScope, Permit } from '@causeway/schema';
import type { ConsentsContext } from '../context.js';
import { grantAt } from '../grants/grant-at.js';
import type { RecordLoaders } from '../loaders.js';
import { grantNode } from '../nodes/grant-node.js';
import type { GrantNode } from '../nodes/grant-node.js';
import { NEWEST_FIRST } from '../repository/list.js';
import type { ListKeyset } from '../repository/list.js';
import { grantFilter } from './list-args.js';
import type { GrantListArgs } from './list-args.js';

/** How a patient's list of records is made. */
export interface PatientList<Filter, Row, Node> {
  readonly scope: AdministrativeScope;
  readonly loaders: RecordLoaders<Filter, Row>;
  readonly filter: Filter;
  readonly keysetOf: (row: Row) => ListKeyset;
  readonly nodeOf: (row: Row, permit: Permit) => Node;
}

/** A page of a patient's list, newest first; null without a permit for its scope. */
export async function patientList<Filter, Row, Node>(
  context: ConsentsContext,
  patient: string,
  args: PageArgs,
  { scope, loaders, filter, keysetOf, nodeOf }: PatientList<Filter, Row, Node>,
): Promise<Connection<Node> | null> {
  const request = pageRequest(args, NEWEST_FIRST);
  const permit = context.permitToSee(scope, patient);
  if (permit === undefined) return null;
  const { rows, counts } = loaders.listed(filter, request);
  return connectionPage(request, {
    rows: await rows.load(patient),
    keysetOf,
    nodeOf: (row) => nodeOf(row, permit),
    total: async () => (await counts.load(patient))?.total ?? 0,
  });
}

/** A page of a patient's grants, newest first; null without a permit for them. */
export function grantList(
  context: ConsentsContext,
  patient: string,
  args: GrantListArgs,
): Promise<Connection<GrantNode> | null> {
  return patientList(context, patient, args, {
    scope: 'GRANT',
    loaders: context.loaders.grants,
    filter: grantFilter(args),
    keysetOf: ({ instant, owner }) => [instant, owner],
    // Time turns a grant whether or not that is recorded yet.
    nodeOf: (row, permit) => grantNode(grantAt(row, context.fetch.now), permit),
  });
}
