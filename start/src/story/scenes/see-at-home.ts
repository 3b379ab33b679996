import { PATIENT_CHAN } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered, holds, shaped } from '../expectations.js';
import type { Stage } from '../stage.js';
import type { Deposited } from './deposit.js';

const RECEIPTS = `query WhatWasDeposited {
  me {
    depositReceipts(first: 1) {
      edges { node { id depositedAt sourceJurisdiction resources { type category id } } }
    }
  }
}`;

const AT_HOME = `query SeeAtHome($id: ID!) {
  patient(id: $id) {
    radiologyReports(first: 1) { edges { node { id conclusion author { name } } } }
    imagingStudies(first: 1) { edges { node { id images { id mediaType frames size } } } }
  }
}`;

const DISPUTE = `mutation DisputeDeposit($patient: ID!, $receipt: ID!, $record: ID!) {
  disputeDeposit(patient: $patient, receipt: $receipt, record: $record, reason: "This is not my X-ray") {
    id
    disputes { record reason }
  }
}`;

const receipts = z.object({
  me: z.object({
    depositReceipts: z.object({
      edges: z.array(z.object({ node: z.object({ id: z.string() }) })).min(1),
    }),
  }),
});

const atHome = z.object({
  patient: z.object({
    radiologyReports: z.object({ edges: z.array(z.unknown()).min(1) }),
    imagingStudies: z.object({
      edges: z
        .array(
          z.object({
            node: z.object({
              id: z.string(),
              images: z.array(z.object({ id: z.string() })).min(1),
            }),
          }),
        )
        .min(1),
    }),
  }),
});

const links = z.array(z.object({ viewUrl: z.string(), downloadUrl: z.string().nullable() })).min(1);
const disputed = z.object({
  disputeDeposit: z.object({ disputes: z.array(z.object({ record: z.string() })).min(1) }),
});

/** At home the records of the visit are seen at full quality; the patient disputes one. */
export async function seeAtHome(stage: Stage, deposited: Deposited, xray: Buffer): Promise<void> {
  stage.scene('They are seen at home, at full resolution');
  stage.tell('He is told of the deposit, and has the receipt.');
  const { me } = answered(await stage.ask({ as: 'patient-chan', document: RECEIPTS }), receipts);
  const [newest] = me.depositReceipts.edges;
  holds(newest?.node.id === deposited.receipt, 'the receipt', newest);

  stage.tell('His doctor in Hong Kong finds report and X-ray among his records.');
  const variables = { id: PATIENT_CHAN };
  const { patient } = answered(
    await stage.ask({ as: 'dr-wong', document: AT_HOME, variables }),
    atHome,
  );
  const [study] = patient.imagingStudies.edges;
  holds(study?.node.id === deposited.study, 'the study of the visit first', study);
  const images = study?.node.images.map(({ id }) => id) ?? [];

  stage.tell(
    'The pixels are those that were made, byte for byte; the link works for minutes, and with one token only.',
  );
  const given = await stage.fetch('dr-wong', {
    method: 'POST',
    path: '/images/links',
    body: { images },
  });
  const [link] = shaped(JSON.parse(given.bytes.toString()), links);
  const seen = await stage.fetch('dr-wong', { method: 'GET', path: link?.viewUrl ?? '' });
  holds(seen.bytes.equals(xray), 'the X-ray as it was deposited', seen.status);
  const elsewhere = await stage.fetch('dr-lee', { method: 'GET', path: link?.viewUrl ?? '' });
  holds(elsewhere.status === 404, 'nothing for another token', elsewhere.status);

  stage.tell('He disputes one record. It stays where it is, and says so.');
  answered(
    await stage.ask({
      as: 'patient-chan',
      document: DISPUTE,
      variables: { patient: PATIENT_CHAN, receipt: deposited.receipt, record: deposited.study },
    }),
    disputed,
  );
}
