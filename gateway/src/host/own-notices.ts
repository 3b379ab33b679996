import { z } from 'zod';
import type { Outbox, ReadContacts } from '../courier/courier.js';
import { contactFacts, noticeTask } from '../courier/shapes.js';
import type { OwnCall } from './own-calls.js';
import { readOwn } from './read-own.js';

/** The outbox of the consents subgraph, asked by the gateway's own calls. */
export function ownOutbox(call: OwnCall): Outbox {
  return {
    claim: async (first, leaseSeconds) =>
      readOwn(
        'consents',
        z.array(noticeTask),
        await call(
          'consents',
          'courier',
          'mutation($first: Int!, $leaseSeconds: Int!) { claimNotices(first: $first, leaseSeconds: $leaseSeconds) }',
          'claimNotices',
          { first, leaseSeconds },
        ),
      ),
    settle: (outcomes) =>
      call(
        'consents',
        'courier',
        'mutation($outcomes: [NoticeOutcomeInput!]!) { settleNotices(outcomes: $outcomes) }',
        'settleNotices',
        { outcomes },
      ),
  };
}

/** How patients want to be told, asked of the patients subgraph. */
export function ownContacts(call: OwnCall): ReadContacts {
  return async (patients) => {
    const contacts = readOwn(
      'patients',
      z.array(contactFacts.nullable()),
      await call(
        'patients',
        'courier',
        'query($patients: [ID!]!) { contactFacts(patients: $patients) }',
        'contactFacts',
        { patients },
      ),
    );
    // Whose is whose is told by the answer itself: an answer out of order must not tell one patient of another.
    const byPatient = new Map(contacts.map((contact) => [contact?.patient, contact]));
    return patients.map((patient) => byPatient.get(patient) ?? null);
  };
}
