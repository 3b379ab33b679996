import { OFFICE_ROLES } from '@causeway/schema';
import type { Caller, OfficeRole } from '@causeway/schema';

/** The roles of a caller that its token alone gives: those of an office, none for others. */
export function roleScopes(caller: Caller): readonly OfficeRole[] {
  return caller.kind === 'office' ? [OFFICE_ROLES[caller.office]] : [];
}
