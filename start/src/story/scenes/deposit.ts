import { FLAME_TREE_HOSPITAL, PATIENT_CHAN } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered, holds, refusedWith, shaped } from '../expectations.js';
import type { Session } from '../session.js';
import type { Stage } from '../stage.js';
import { visitBundle } from '../visit-bundle.js';
import { upload } from '../upload.js';

const ISSUE_CODE = `mutation IssueDepositCode($patient: ID!, $organization: ID!) {
  issueRequestCode(patient: $patient, organization: $organization, use: DEPOSIT) { code }
}`;

const MY_GRANT = `query MyGrant {
  myGrant { patient { id } encounter { id } }
}`;

const PRESENT = `mutation PresentDepositCode($input: PresentDepositCodeInput!) {
  presentDepositCode(input: $input) { until }
}`;

const DEPOSIT = `mutation DepositRecords($input: DepositRecordsInput!) {
  depositRecords(input: $input) {
    id
    digest
    sourceJurisdiction
    resources { type category id digest }
  }
}`;

const issued = z.object({ issueRequestCode: z.object({ code: z.string() }) });
const mine = z.object({
  myGrant: z.object({
    patient: z.object({ id: z.string() }),
    encounter: z.object({ id: z.string() }),
  }),
});
const presented = z.object({ presentDepositCode: z.object({ until: z.string() }) });
const taken = z.object({
  depositRecords: z.object({
    id: z.string(),
    resources: z.array(z.object({ type: z.string(), id: z.string() })),
  }),
});

/** What was deposited. */
export interface Deposited {
  /** DepositReceipt id. */
  readonly receipt: string;
  /** The record id of the ImagingStudy. */
  readonly study: string;
}

/** The records of the visit come home: the report and the X-ray, all or nothing, once. */
export async function deposit(
  stage: Stage,
  grant: string,
  session: Session,
  xray: Buffer,
): Promise<Deposited> {
  stage.scene("The visit's report and X-ray are deposited");
  const { myGrant } = answered(await stage.ask({ as: session, document: MY_GRANT }), mine);
  const patient = myGrant.patient.id;
  const bundle = visitBundle({
    patient,
    organization: FLAME_TREE_HOSPITAL,
    encounter: myGrant.encounter.id,
  });
  const key = { patient, idempotencyKey: `story-${grant}`, bundle };

  stage.tell(
    'Reading is one thing, depositing another: it takes a code of its own, and the identity card at the desk.',
  );
  const early = await stage.ask({ as: session, document: DEPOSIT, variables: { input: key } });
  shaped(early.data, z.object({ depositRecords: z.null() }));

  const { issueRequestCode } = answered(
    await stage.ask({
      as: 'patient-chan',
      document: ISSUE_CODE,
      variables: { patient: PATIENT_CHAN, organization: FLAME_TREE_HOSPITAL },
    }),
    issued,
  );
  answered(
    await stage.ask({
      as: 'dr-guo',
      document: PRESENT,
      variables: {
        input: {
          grant,
          code: issueRequestCode.code,
          identityCheck: { document: 'HKID_CARD', attested: true },
        },
      },
    }),
    presented,
  );

  stage.tell(
    "Somebody else's records are refused, with their place in the bundle, and nothing is stored.",
  );
  const foreign = visitBundle({
    patient: 'somebody-else',
    organization: FLAME_TREE_HOSPITAL,
    encounter: myGrant.encounter.id,
  });
  refusedWith(
    'DEPOSIT_REJECTED',
    await stage.ask({
      as: session,
      document: DEPOSIT,
      variables: { input: { ...key, bundle: foreign } },
    }),
  );

  stage.tell(
    'The X-ray is uploaded by pieces, and checked by its digest; then all is taken in, with a receipt.',
  );
  const input = { ...key, uploads: [await upload(stage, session, patient, xray)] };
  const first = answered(
    await stage.ask({ as: session, document: DEPOSIT, variables: { input } }),
    taken,
  );
  stage.tell('Sent again, as after a lost answer, they are not taken twice.');
  const again = answered(
    await stage.ask({ as: session, document: DEPOSIT, variables: { input } }),
    taken,
  );
  holds(again.depositRecords.id === first.depositRecords.id, 'the same receipt', again);
  const study = first.depositRecords.resources.find(({ type }) => type === 'ImagingStudy');
  return { receipt: first.depositRecords.id, study: study?.id ?? '' };
}
