/** Images in a graph's records: written as a deposit would, without one. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openRecordsDatabase } from '../../subgraphs/records/src/database.js';
import { attachUploads } from '../../subgraphs/records/src/images/attach-uploads.js';
import { openImageFiles } from '../../subgraphs/records/src/images/image-files.js';
import type { ImageMediaType } from '../../subgraphs/records/src/images/media-types.js';
import { putRecords } from '../../subgraphs/records/src/repository/write.js';
import { ofType } from '../../subgraphs/records/src/testing/build-record.js';
import { openUploads } from '../../subgraphs/records/src/uploads/uploads.js';
import type { NewRecord } from '@causeway/records';
import type { WorldFolder } from './seeded-world.js';

/** What is written. */
export interface PlantedImage {
  readonly patient: string;
  readonly bytes: Buffer;
  readonly mediaType?: ImageMediaType;
  /** What is stated of its ImagingStudy. */
  readonly study?: Partial<NewRecord>;
}

/** Writes an ImagingStudy with one image into a folder's records; returns the study's id. */
export function plantImage(
  folder: Pick<WorldFolder, 'path'>,
  image: PlantedImage,
  now: number,
): string {
  const { patient, bytes, mediaType = 'application/dicom', study = {} } = image;
  const database = openRecordsDatabase({ path: join(folder.path, 'records.sqlite') });
  try {
    const files = openImageFiles(join(folder.path, 'images'));
    const record = ofType('ImagingStudy', { patient, clinicalDate: '2026-11-20', ...study });
    putRecords(database, [record]);
    const uploads = openUploads(database, files);
    const of = { patient, organization: 'o', practitionerRole: 'r', grant: null };
    const digest = createHash('sha256').update(bytes).digest('hex');
    const { id } = uploads.create({ ...of, mediaType, size: bytes.length, digest }, now);
    uploads.append(id, 0, bytes, now);
    const request = { ...of, uploads: [id], hasReport: true, now };
    const studies = [{ record: record.id, instances: [] }];
    const problem = attachUploads(database.db, files, { ...request, studies });
    if (problem !== null) throw new Error(problem.problem.en);
    return record.id;
  } finally {
    database.close();
  }
}
