/**
 * The words of `@requiresScopes`: offices by the token, providers by facts. A provider holds its role only while the
 * first gates of the decision pass for it: its token is its own, the practitioner's role is active, the organisation is
 * registered or recognised, the purpose is one of treatment.
 */
import type { Office } from './caller.js';

/** The role of each office. */
export const OFFICE_ROLES: Readonly<Record<Office, OfficeRole>> = {
  COMMISSIONER: 'office:commissioner',
  SECRETARY_FOR_HEALTH: 'office:secretary-for-health',
  AUDITOR: 'office:auditor',
};

/** The role of an office. */
export type OfficeRole = 'office:commissioner' | 'office:secretary-for-health' | 'office:auditor';

/** The role of a provider in good standing: in Hong Kong, or recognised outside it. */
export const PROVIDER_ROLES = ['provider:domestic', 'provider:cross-border'] as const;

/** The role of a provider in good standing. */
export type ProviderRole = (typeof PROVIDER_ROLES)[number];

/** A word that `@requiresScopes` may name. */
export type Role = OfficeRole | ProviderRole;
