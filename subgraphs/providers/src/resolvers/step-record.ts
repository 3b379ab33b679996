import { callerOf, refused } from '@causeway/kit';
import { filled } from '@causeway/schema';
import type { Office } from '@causeway/schema';
import type { ProvidersContext } from '../context.js';
import type { StepRecord } from '../entries.js';
import { CALLER, OFFICE } from '../refusal-texts.js';

/** Who may lead what is in the register. */
type Registrar = Exclude<Office, 'AUDITOR'>;

/**
 * What history keeps of a step of an office. The gateway lets nobody else get here; history has to be able to rely on
 * it all the same.
 *
 * @throws GraphQLError FORBIDDEN for any other caller
 */
export function stepRecord(
  context: ProvidersContext,
  office: Registrar,
  reason: string,
): StepRecord {
  const caller = callerOf(context);
  if (caller.kind === 'office' && caller.office === office) {
    return { reason, recordedBy: caller.subject };
  }
  throw refused('FORBIDDEN', filled(CALLER, { office: OFFICE[office] }));
}
