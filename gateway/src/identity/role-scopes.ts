import type { Caller, Office } from '@causeway/schema';

const SCOPES_OF_OFFICES: Readonly<Record<Office, string>> = {
  COMMISSIONER: 'office:commissioner',
  SECRETARY_FOR_HEALTH: 'office:secretary-for-health',
  AUDITOR: 'office:auditor',
};

/** The scopes by which the federation's `@requiresScopes` knows a caller: those of an office, none for others. */
export function roleScopes(caller: Caller): readonly string[] {
  return caller.kind === 'office' ? [SCOPES_OF_OFFICES[caller.office]] : [];
}
