/** What is deposited with images, and what is not taken without a radiology report. */
import { createHash } from 'node:crypto';
import { permit } from '@causeway/kit/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { INSTANCE, buildDicom } from '../images/testing/build-dicom.js';
import { bundleOf, deposit, receiptIn, refusalIn, report } from '../testing/deposits.js';
import { openWith } from '../testing/open.js';
import type { OpenRecords } from '../testing/open.js';

let records: OpenRecords;

beforeEach(() => {
  records = openWith();
});

afterEach(() => {
  records.close();
});

const IMAGE = buildDicom();

/** A whole upload of the depositor, by its id. */
async function uploaded(): Promise<string> {
  const input = {
    patient: 'p-chan',
    organization: 'o-sz',
    practitionerRole: 'r-li',
    grant: 'g-1',
    mediaType: 'application/dicom',
    size: IMAGE.length,
    digest: createHash('sha256').update(IMAGE).digest('hex'),
  };
  const begun = await records.ask(
    'mutation ($input: UploadInput!) { createUpload(input: $input) }',
    {
      use: 'relay',
      variables: { input },
    },
  );
  const { id } = begun.data?.['createUpload'] as { readonly id: string };
  await records.ask(
    'mutation ($id: ID!, $chunk: String!) { appendUpload(id: $id, offset: 0, chunk: $chunk) }',
    { use: 'relay', variables: { id, chunk: IMAGE.toString('base64') } },
  );
  return id;
}

const study = (): object => ({
  resourceType: 'ImagingStudy',
  status: 'available',
  subject: { reference: 'Patient/p-chan' },
  started: '2026-05-30',
  series: [
    {
      uid: '1.2.3',
      modality: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'CT' },
      instance: [
        {
          uid: INSTANCE,
          sopClass: { system: 'urn:ietf:rfc:3986', code: 'urn:oid:1.2.840.10008.5.1.4.1.1.2' },
        },
      ],
    },
  ],
});

const radiology = (): object =>
  report({
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '24627-2' }] },
  });

const stored = () => records.repository.statedOfPatient('p-chan');

describe('a deposit with images', () => {
  it('is taken with a radiology report, and its study shows them', async () => {
    const uploads = [await uploaded()];
    const { resources } = receiptIn(
      await deposit(records, bundleOf(study(), radiology()), { uploads }),
    );
    expect(resources.map(({ category }) => category)).toEqual(['RAD_IMAGE', 'RAD_REPORT']);
    const shown = await records.ask(
      'query ($id: ID!) { _entities(representations: [{ __typename: "ImagingStudy", id: $id }]) { ... on ImagingStudy { images { frames } } } }',
      {
        permits: [permit('p-chan', { scopes: ['RAD_IMAGE'], confidentiality: ['N', 'R'] })],
        variables: { id: resources[0]?.id },
      },
    );
    expect(shown.data).toMatchObject({ _entities: [{ images: [{ frames: 1 }] }] });
  });

  it.each([
    ['no report', [study()]],
    ['a report of another kind', [study(), report()]],
  ])('is not taken with %s, and leaves nothing behind', async (_case, resources) => {
    const uploads = [await uploaded()];
    const refused = refusalIn(await deposit(records, bundleOf(...resources), { uploads }));
    expect(refused).toMatch(/^\w+ .*Expected a radiology report with the images, got none/);
    expect(stored()).toEqual([]);
  });
});
