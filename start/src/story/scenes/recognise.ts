import { localDate } from '@causeway/schema';
import { FLAME_TREE_HOSPITAL, PATIENT_CHAN } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered } from '../expectations.js';
import type { Stage } from '../stage.js';

const READ = `query ReadRecord($id: ID!) {
  patient(id: $id) { name { text } allergyIntolerances { totalCount } }
}`;

const APPLY = `mutation ApplyForRecognition($input: RecognitionApplicationInput!) {
  applyForRecognition(input: $input) { id status }
}`;

const RECOGNISE = `mutation RecogniseParty($id: ID!, $reason: String!) {
  recogniseParty(id: $id, reason: $reason) {
    status
    categories
    conditions { kind value }
    statusHistory { status reason since }
  }
}`;

const DAY = 86_400_000;

/** The hospital's conditions: what the Commissioner lets any patient authorise it to do. */
const CONDITIONS = [
  {
    kind: 'ALLOWED_SCOPES',
    value: 'PERSON,ALLERGY_ADR,MEDICATION,LAB_REPORT,RAD_REPORT,RAD_IMAGE',
  },
  { kind: 'MAX_LOOKBACK', value: 'P3Y' },
  { kind: 'MAX_GRANT_DURATION', value: 'P14D' },
  { kind: 'DEPOSIT_ALLOWED', value: 'true' },
];

const applied = z.object({
  applyForRecognition: z.object({ id: z.string(), status: z.literal('APPLIED') }),
});

const recognised = z.object({
  recogniseParty: z.object({
    status: z.literal('RECOGNISED'),
    statusHistory: z.array(z.unknown()).min(2),
  }),
});

const nothing = z.object({ patient: z.null() });

/** The Commissioner recognises a hospital; that alone lets nothing cross. Returns the recognition's id. */
export async function recognise(stage: Stage, now: number): Promise<string> {
  stage.scene('The Commissioner recognises a hospital outside Hong Kong');
  stage.tell(
    'Flame Tree Hospital in Dongguan (invented) has never been recognised. Its Dr Guo sees nothing.',
  );
  answered(
    await stage.ask({ as: 'dr-guo', document: READ, variables: { id: PATIENT_CHAN } }),
    nothing,
  );

  stage.tell(
    'It applies, and the Commissioner recognises it, under conditions that every access is held to.',
  );
  const period = { start: localDate(now), end: localDate(now + 365 * DAY) };
  const { applyForRecognition } = answered(
    await stage.ask({
      as: 'commissioner',
      document: APPLY,
      variables: {
        input: {
          subject: FLAME_TREE_HOSPITAL,
          instrument: { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-FILING-0001' },
          period,
          conditions: CONDITIONS,
          categories: ['EHCV_GBA_PILOT'],
          reason: 'Application received',
        },
      },
    }),
    applied,
  );
  const { id } = applyForRecognition;
  answered(
    await stage.ask({
      as: 'commissioner',
      document: RECOGNISE,
      variables: { id, reason: 'All requirements are met' },
    }),
    recognised,
  );

  stage.tell(
    'Recognition is the first of two gates. Without the patient, Dr Guo still sees nothing.',
  );
  answered(
    await stage.ask({ as: 'dr-guo', document: READ, variables: { id: PATIENT_CHAN } }),
    nothing,
  );
  return id;
}
