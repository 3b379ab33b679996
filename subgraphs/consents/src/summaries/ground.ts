import type { AuditEventRow } from '../tables.js';
import type { Ground } from './words.js';

/** Why what an event tells of was possible; null where nothing was, or where a change speaks for itself. */
export function groundOf({
  caller,
  patient,
  outcome,
  basis,
  change,
  purpose,
}: AuditEventRow): Ground | null {
  if (outcome === 'DENY') return null;
  switch (caller.kind) {
    case 'person':
      return caller.person === patient ? 'OWN' : 'ACTING';
    case 'office':
      return 'OFFICE';
    case 'layer':
      return null;
    case 'professional':
    case 'system':
      if (caller.grant !== null && basis.includes(caller.grant)) return 'GRANT';
      if (purpose === 'ETREAT' || purpose === 'BTG') return 'EMERGENCY';
      if (basis.length > 0) return 'CONSENT';
      // A provider that is let in without a consent of its own is one that joining lets in.
      return change === null ? 'JOINING' : null;
  }
}
