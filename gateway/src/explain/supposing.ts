/** What a consent would change: the same question, answered as if the patient had given it. */
import { CLINICAL_SCOPES } from '@causeway/schema';
import type { ClinicalScope, ConsentFact, Explanation, Scope } from '@causeway/schema';
import type { DecisionRequest } from '../enforcement/index.js';
import { explain } from './explain.js';
import type { Asked } from './finding.js';

/** The kinds of consents that can be supposed. */
export const SUPPOSABLE = ['SHARING', 'RESTRICTION', 'CROSS_BORDER'] as const;

/** A consent that the patient has not given. */
export interface SupposedConsent {
  readonly kind: (typeof SUPPOSABLE)[number];
  /** Organization id; null for a restriction of everybody. */
  readonly organization: string | null;
  /** The categories that are shared, or restricted; null for every one. */
  readonly scopes: readonly ClinicalScope[] | null;
}

/** What a consent would change. */
export interface Supposition {
  readonly before: Explanation;
  readonly after: Explanation;
  /** The scopes that the caller would be permitted, and is not. */
  readonly gained: readonly Scope[];
  /** The scopes that the caller is permitted, and would not be. */
  readonly lost: readonly Scope[];
}

/** The id of a consent that is only supposed. */
export const SUPPOSED = 'supposed';

/** Explains a question as things stand, and as they would with the consent. */
export function suppose(
  request: DecisionRequest,
  asked: Asked,
  consent: SupposedConsent,
): Supposition {
  const before = explain(request, asked);
  const after = explain(supposing(request, consent), asked);
  return {
    before,
    after,
    gained: after.scopes.filter((scope) => !before.scopes.includes(scope)),
    lost: before.scopes.filter((scope) => !after.scopes.includes(scope)),
  };
}

/**
 * The request as it would be with the consent, which takes the place of one of its kind for the same organisation. One
 * for a provider abroad becomes that of the grant which the caller is bound to: without a grant there is nothing that
 * it could authorise.
 */
export function supposing(request: DecisionRequest, consent: SupposedConsent): DecisionRequest {
  const { consentFacts } = request;
  if (consentFacts === null) return request;
  const given = consentOf(consent);
  const consents = [...consentFacts.consents.filter((former) => !isReplaced(former, given)), given];
  const { grant } = consentFacts;
  if (consent.kind !== 'CROSS_BORDER' || grant === null)
    return { ...request, consentFacts: { ...consentFacts, consents } };
  const scopes = consent.scopes ?? CLINICAL_SCOPES;
  return {
    ...request,
    consentFacts: { ...consentFacts, consents, grant: { ...grant, scopes, consent: given.id } },
  };
}

/** The consent in the shape in which consents of its kind are given here. */
function consentOf({ kind, organization, scopes }: SupposedConsent): ConsentFact {
  return {
    id: SUPPOSED,
    kind,
    status: 'active',
    period: { start: null, end: null },
    ...termsOf(kind, scopes),
    grantee: organization === null ? [] : [organization],
    origin: 'LAYER',
  };
}

function termsOf(
  kind: SupposedConsent['kind'],
  scopes: SupposedConsent['scopes'],
): Pick<ConsentFact, 'decision' | 'provision'> {
  if (scopes === null)
    return { decision: 'permit', provision: kind === 'RESTRICTION' ? [{ type: 'deny' }] : [] };
  switch (kind) {
    case 'SHARING':
      // Whose records they are goes with any of them.
      return { decision: 'deny', provision: [{ type: 'permit', category: ['PERSON', ...scopes] }] };
    case 'CROSS_BORDER': {
      const category = CLINICAL_SCOPES.filter((scope) => !scopes.includes(scope));
      return { decision: 'permit', provision: [{ type: 'deny', category }] };
    }
    case 'RESTRICTION':
      return { decision: 'permit', provision: [{ type: 'deny', category: scopes }] };
  }
}

/** A restriction adds to those there are: restricting never opens anything. */
function isReplaced(former: ConsentFact, { kind, grantee }: ConsentFact): boolean {
  return (
    kind !== 'RESTRICTION' &&
    former.kind === kind &&
    former.status === 'active' &&
    former.grantee.length === grantee.length &&
    former.grantee.every((one) => grantee.includes(one))
  );
}
