import { callerOf, refused } from '@causeway/kit';
import type { Office } from '@causeway/schema';
import type { ProvidersContext } from '../context.js';
import type { StepRecord } from '../entries.js';

/** Who may lead what is in the register. */
type Registrar = Exclude<Office, 'AUDITOR'>;

const TITLES: Readonly<Record<Registrar, string>> = {
  COMMISSIONER: 'the Commissioner',
  SECRETARY_FOR_HEALTH: 'the Secretary for Health',
};

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
  throw refused('FORBIDDEN', `Expected ${TITLES[office]}, got another caller`);
}
