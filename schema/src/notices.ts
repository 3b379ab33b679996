/** What patients are told, on its way from the consents subgraph through the gateway's courier to a channel. */
import type { LocalisedName } from './feeds.js';
import type { PurposeOfUse } from './purpose-of-use.js';
import type { Scope } from './scopes.js';

/** What a person or a provider changed, or time did. */
export const CHANGE_KINDS = [
  'CONSENT_REQUESTED',
  'CONSENT_GIVEN',
  'CONSENT_DECLINED',
  'CONSENT_REVOKED',
  'GRANT_REQUESTED',
  'GRANT_AUTHORISED',
  'GRANT_DECLINED',
  'GRANT_LAPSED',
  'LINK_ISSUED',
  'LINK_LOCKED',
  'LINK_EXPIRED',
  'GRANT_REDEEMED',
  'GRANT_COMPLETED',
  'GRANT_EXPIRED',
  'GRANT_SUSPENDED',
  'GRANT_RESUMED',
  'GRANT_REVOKED',
  'STEP_UP_REQUESTED',
  'STEP_UP',
  'EMERGENCY_ACCESS',
  'DEPOSIT_AUTHORISED',
  'DEPOSITED',
  'JOINED',
  'WITHDRAWN',
] as const;

/** What a person or a provider changed, or time did. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a patient is told of: an access, a change, or a secret that goes to nobody else. */
export type NoticeKind = 'ACCESS' | ChangeKind | 'PASSCODE' | 'STEP_UP_CODE';

/** Whether the patient may have declined to be told. */
export type NoticeDuty = 'PREFERENCE' | 'MANDATORY';

/** One of the views that a notice of access lists. */
export interface NoticeView {
  /** AuditEvent id. */
  readonly event: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly scopes: readonly Scope[];
}

/** A notice to be delivered, leased to one courier for a time. */
export interface NoticeTask {
  /** AccessNotification id: the idempotency key of every delivery. */
  readonly id: string;
  readonly patient: string;
  readonly kind: NoticeKind;
  readonly duty: NoticeDuty;
  /** The organisation it is about, with the names it is known by here. */
  readonly organization: { readonly id: string; readonly names: readonly LocalisedName[] } | null;
  readonly purpose: PurposeOfUse;
  readonly scopes: readonly Scope[];
  /** How many records of each, where it tells of a deposit. */
  readonly counts?: Readonly<Partial<Record<Scope, number>>>;
  readonly views: readonly NoticeView[];
  /** When it happened, in epoch milliseconds. */
  readonly recordedAt: number;
  /** A code that goes to the patient alone, erased once delivered or expired. */
  readonly secret: string | null;
  /** How often delivery was tried before. */
  readonly attempts: number;
}

/** What became of a leased notice. */
export interface NoticeOutcome {
  readonly id: string;
  /** `SUPPRESSED`: the patient has declined such notices. */
  readonly result: 'DELIVERED' | 'SUPPRESSED' | 'FAILED';
}

/** Where and how a patient is to be told: from the patients subgraph, for the gateway's courier. */
export interface ContactFacts {
  readonly patient: string;
  /** BCP 47, as the patient prefers to be told. */
  readonly language: string;
  readonly channel: 'APP' | 'SMS' | 'EMAIL' | 'POST';
  readonly refusesAccessNotices: boolean;
  readonly telecom: readonly { readonly system: string; readonly value: string }[];
}
