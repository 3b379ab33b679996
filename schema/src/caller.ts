import type { PurposeOfUse } from './purpose-of-use.js';

/** An office that the layer serves by administrative scopes only. */
export type Office = 'COMMISSIONER' | 'SECRETARY_FOR_HEALTH' | 'AUDITOR';

interface Presented {
  /** The token's `sub`. */
  readonly subject: string;
  /** The OAuth client that presents the token. */
  readonly client: string;
  /** The one purpose declared for this request. */
  readonly purpose: PurposeOfUse;
  /** The token's `jti`, for the audit trail. */
  readonly tokenId: string;
}

/**
 * A natural person who speaks for themself or for another: patient, substitute decision maker or caregiver.
 * Which of these they are to a given patient is a fact at each decision, never a claim.
 */
export interface PersonCaller extends Presented {
  readonly kind: 'person';
  /** The person's Patient id. */
  readonly person: string;
}

/**
 * A healthcare professional acting for one organisation. Whether domestic or cross-border follows from the
 * organisation's registry entry.
 */
export interface ProfessionalCaller extends Presented {
  readonly kind: 'professional';
  readonly practitionerRole: string;
  readonly organization: string;
  /** The redeemed cross-border grant the token is bound to. */
  readonly grant: string | null;
}

/** A recognised public health record system acting for a named organisation and practitioner. */
export interface SystemCaller extends Presented {
  readonly kind: 'system';
  readonly system: string;
  readonly practitionerRole: string;
  readonly organization: string;
  readonly grant: string | null;
}

/** The Commissioner, the Secretary for Health or an auditor. */
export interface OfficeCaller extends Presented {
  readonly kind: 'office';
  readonly office: Office;
}

/** Who asks, for what purpose: what a verified token and the `Purpose-Of-Use` header amount to. */
export type Caller = PersonCaller | ProfessionalCaller | SystemCaller | OfficeCaller;
