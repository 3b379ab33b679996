import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import { SHARABLE_SCOPES } from '@causeway/schema';
import type { ClinicalScope, Period, ProvisionFact } from '@causeway/schema';
import type { Authority } from '../changes/authority.js';
import { putGiven } from '../changes/put-given.js';
import { badInput } from '../changes/refusals.js';
import { intervalOf } from '../period.js';
import { consentInForce } from '../repository/consents.js';
import { partyById } from '../repository/parties.js';
import { activeConsentsLike, granteeKeyOf } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import { INPUT } from '../refusal-texts.js';

/** What a patient does not want to be seen, and by whom; at least one of them is said. */
export interface Restriction {
  /** Organization id; null restricts everybody. */
  readonly organization: string | null;
  /** Null restricts every category. */
  readonly scopes: readonly ClinicalScope[] | null;
}

/**
 * Restricts what an organisation, or everybody, may see of a patient. There is one restriction in force for each: a
 * further one takes its place and holds what it held, so that restricting never opens anything.
 *
 * @throws GraphQLError BAD_USER_INPUT for a restriction of nothing, or of an organisation that is unknown here
 */
export function restrictAccess(
  database: Database,
  authority: Authority,
  restriction: Restriction,
  now: number,
): ConsentRow {
  const { patient } = authority.permit;
  const { organization, scopes } = restriction;
  const grantee = organization === null ? [] : [organization];
  const id = randomUUID();
  return database.inTransaction((db) => {
    requireSomething(db, restriction);
    const key = { patient, kind: 'RESTRICTION', granteeKey: granteeKeyOf(grantee) } as const;
    const former = activeConsentsLike(db, id, key).flatMap(
      ({ owner }) => consentInForce(db, patient, owner) ?? [],
    );
    const at = Math.max(now, ...former.map(({ validFrom }) => validFrom));
    return putGiven(
      database,
      authority,
      {
        id,
        kind: 'RESTRICTION',
        organization,
        period: { start: null, end: null },
        decision: 'permit',
        provision: withDenial(
          former.filter(({ period }) => !isOver(period, at)).flatMap(({ provision }) => provision),
          scopes,
        ),
      },
      at,
    );
  });
}

function requireSomething(db: Database['db'], { organization, scopes }: Restriction): void {
  if (scopes === null ? organization === null : scopes.length === 0) {
    throw badInput(INPUT.nothingToRestrict);
  }
  if (organization !== null && partyById(db, organization)?.kind !== 'Organization') {
    throw badInput(INPUT.organizationUnknown);
  }
}

/** What was denied before, and the categories beside it; plain denials are told as one. */
function withDenial(
  before: readonly ProvisionFact[],
  scopes: readonly ClinicalScope[] | null,
): ProvisionFact[] {
  const plain = before.filter(isPlainDenial);
  const others = before.filter((provision) => !isPlainDenial(provision));
  const denied = [...plain.map(({ category }) => category ?? null), scopes];
  if (denied.includes(null)) return [...others, { type: 'deny' }];
  const category = SHARABLE_SCOPES.filter((scope) => denied.some((one) => one?.includes(scope)));
  return [...others, { type: 'deny', category }];
}

/** Whether a provision denies categories, or everything, on no other condition. */
function isPlainDenial({ type, ...conditions }: ProvisionFact): boolean {
  return type === 'deny' && Object.keys(conditions).every((condition) => condition === 'category');
}

function isOver(period: Period, at: number): boolean {
  const { to } = intervalOf(period);
  return to !== null && to < at;
}
