import { PATIENT_CHAN } from '@causeway/seeds/ids';
import { z } from 'zod';
import { holds, refusedWith, shaped } from '../expectations.js';
import type { Session } from '../session.js';
import type { Stage } from '../stage.js';

const READ = `query ReadUnderTheGrant($id: ID!) {
  patient(id: $id) {
    name { text }
    hkid
    allergyIntolerances(first: 2) { totalCount edges { node { code { text } recordedDate } } }
    medicationRequests { totalCount }
  }
}`;

const seen = z.object({
  patient: z.object({
    name: z.array(z.unknown()).min(1),
    hkid: z.null(),
    allergyIntolerances: z.object({ totalCount: z.number().min(1) }),
    medicationRequests: z.null(),
  }),
});

/** The professional reads what was authorised, and nothing else. */
export async function read(stage: Stage, session: Session): Promise<void> {
  stage.scene('The professional reads');
  stage.tell(
    'Allergies are in the grant. Medication was left out, and the identity card number never leaves Hong Kong.',
  );
  const reply = await stage.ask({ as: session, document: READ, variables: { id: PATIENT_CHAN } });
  shaped(reply.data, seen);
  refusedWith('NOT_SHARABLE', reply);
  refusedWith('CONSENT_REQUIRED', reply);
  holds(reply.errors.length === 2, 'two refusals', reply.errors);
}
