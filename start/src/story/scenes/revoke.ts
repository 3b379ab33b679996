import { PATIENT_CHAN } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered, holds } from '../expectations.js';
import type { Session } from '../session.js';
import type { Stage } from '../stage.js';

const REVOKE = `mutation RevokeGrant($patient: ID!, $grant: ID!) {
  revokeGrant(patient: $patient, id: $grant) { state encounter { status } }
}`;

const READ = `query ReadAfterRevocation($id: ID!) {
  patient(id: $id) { name { text } allergyIntolerances { totalCount } }
}`;

const revoked = z.object({ revokeGrant: z.object({ state: z.literal('REVOKED') }) });
const nothing = z.object({ patient: z.null() });

/** The patient revokes; from that instant the same session reads nothing. */
export async function revoke(stage: Stage, grant: string, session: Session): Promise<void> {
  stage.scene('The patient revokes, and the professional is refused');
  answered(
    await stage.ask({
      as: 'patient-chan',
      document: REVOKE,
      variables: { patient: PATIENT_CHAN, grant },
    }),
    revoked,
  );
  stage.tell('The same session, a moment later: no patient, and no error that would say why.');
  answered(
    await stage.ask({ as: session, document: READ, variables: { id: PATIENT_CHAN } }),
    nothing,
  );
  stage.tell('Nor is there another session to be had.');
  const another = await stage.openSession('dr-guo', grant);
  holds(another === null, 'no session for a revoked grant', another?.name);
}
