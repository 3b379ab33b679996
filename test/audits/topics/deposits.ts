/** What is taken into a patient's account, from whom, and how often. */
import assert from 'node:assert/strict';
import { PATIENT_CHAN } from '@causeway/seeds/ids';
import type { PersonaName } from '@causeway/seeds/personas';
import type { Topic } from '../audit.js';
import { askOfChan } from '../questions.js';
import { refusalsOf, valueAt } from '../target.js';
import type { Answer, Target } from '../target.js';

/** An immunisation, whose category no other audit counts. The same key each time, so that it is taken once for all. */
function deposit(target: Target, who: PersonaName): Promise<Answer> {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        resource: {
          resourceType: 'Immunization',
          status: 'completed',
          patient: { reference: `Patient/${PATIENT_CHAN}` },
          occurrenceDateTime: '2026-01-05',
          vaccineCode: { coding: [{ system: 'http://snomed.info/sct', code: '46233009' }] },
        },
      },
    ],
  };
  return target.ask(
    who,
    'mutation Audit($input: DepositRecordsInput!) { depositRecords(input: $input) { id } }',
    { input: { patient: PATIENT_CHAN, idempotencyKey: 'audit-of-a-gateway', bundle } },
  );
}

/** Who deposits. */
export const DEPOSITS: Topic = {
  name: 'What is deposited',
  audits: [
    {
      id: 'f006',
      level: 'MUST',
      title: 'MUST take no deposit from abroad that the patient has not authorised',
      needs: 'URL',
      check: async (target) => {
        for (const who of ['dr-li', 'dr-zhao', 'dr-he', 'dr-guo'] as const) {
          const answer = await deposit(target, who);
          assert.deepEqual(answer.data, { depositRecords: null }, who);
        }
      },
    },
    {
      id: 'f007',
      level: 'MUST',
      title: 'MUST take no deposit from a person or an office',
      needs: 'URL',
      check: async (target) => {
        for (const who of ['patient-chan', 'sdm-chan', 'auditor'] as const) {
          const answer = await deposit(target, who);
          assert.equal(valueAt(answer, 'depositRecords') ?? null, null, who);
        }
      },
    },
    {
      id: 'f00a',
      level: 'MUST',
      title: 'MUST take a deposit of a hospital at home, once by its key, for the patient to see',
      needs: 'URL',
      check: async (target) => {
        const count = async (): Promise<number> =>
          Number(
            valueAt(
              await askOfChan(target, 'patient-chan', 'immunizations { totalCount }'),
              'patient.immunizations.totalCount',
            ),
          );
        const first = await deposit(target, 'dr-wong');
        assert.deepEqual(refusalsOf(first), []);
        const held = await count();
        const again = await deposit(target, 'dr-wong');
        assert.equal(
          valueAt(again, 'depositRecords.id'),
          valueAt(first, 'depositRecords.id'),
          'the same key is another deposit',
        );
        assert.equal(await count(), held);
      },
    },
  ],
};
