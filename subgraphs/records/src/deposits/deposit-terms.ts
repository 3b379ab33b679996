import { callerOf } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { ClinicalScope, Permit, PurposeOfUse } from '@causeway/schema';
import { notFound } from './refusals.js';

/** On what terms a deposit is made: what its permit says, and who holds it. */
export interface DepositTerms {
  readonly patient: string;
  readonly organization: string;
  readonly practitionerRole: string;
  /** The CrossBorderGrant id; null at home. */
  readonly grant: string | null;
  /** The encounter abroad that is open; null at home. */
  readonly encounter: string | null;
  /** ISO 3166-2. */
  readonly jurisdiction: string;
  /** The categories that may be deposited. */
  readonly depositable: readonly ClinicalScope[];
  readonly purpose: PurposeOfUse;
  /** Whether it is test data of a channel on trial. */
  readonly isTest: boolean;
  /** References of the grant and the consents it rests on. */
  readonly legalBasis: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The terms on which the caller may deposit for a patient: by the permit in the signed context of this very fetch.
 *
 * @throws GraphQLError NOT_FOUND without one, as for a patient who does not exist
 */
export function depositTerms(context: SubgraphContext, patient: string): DepositTerms {
  const caller = callerOf(context);
  const permit = context.fetch.permits.find(
    (one) => one.patient === patient && one.action === 'DEPOSIT' && one.scopes.includes('DEPOSIT'),
  );
  if (permit === undefined || (caller.kind !== 'professional' && caller.kind !== 'system')) {
    throw notFound();
  }
  const { organization, practitionerRole, purpose } = caller;
  return {
    patient,
    organization,
    practitionerRole,
    ...placeOf(permit, organization),
    depositable: permit.depositable ?? [],
    purpose,
    isTest: purpose === 'HTEST',
    legalBasis: legalBasisOf(permit),
    now: context.fetch.now,
  };
}

type Place = Pick<DepositTerms, 'grant' | 'encounter' | 'jurisdiction'>;

/** Abroad a deposit is of the grant's encounter there; a permit that does not say which is none. */
function placeOf(permit: Permit, organization: string): Place {
  const { abroad, encounter = null, grant = null, jurisdiction } = permit;
  if (!abroad) return { grant: null, encounter: null, jurisdiction: jurisdiction ?? 'HK' };
  const isWhole = grant !== null && jurisdiction !== undefined;
  if (!isWhole || encounter?.organization !== organization) throw notFound();
  return { grant, encounter: encounter.id, jurisdiction };
}

function legalBasisOf({ basis, grant = null }: Permit): readonly string[] {
  const consents = basis.filter((id) => id !== grant).map((id) => `Consent/${id}`);
  return grant === null ? consents : [`CrossBorderGrant/${grant}`, ...consents];
}
