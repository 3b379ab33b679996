import { createHash } from 'node:crypto';
import type { Database } from '@causeway/kit';
import { TEST_NOW, permit } from '@causeway/kit/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { putRecords } from '../repository/write.js';
import { openRecordsDatabase } from '../database.js';
import { ofType } from '../testing/build-record.js';
import type { NewUpload } from '../uploads/upload-input.js';
import { UPLOAD_LIFETIME, openUploads } from '../uploads/uploads.js';
import { attachUploads } from './attach-uploads.js';
import type { AttachProblem, UploadsToAttach } from './attach-uploads.js';
import { temporaryImageFiles } from './image-files.js';
import type { ImageFiles } from './image-files.js';
import { ATTACHED } from './image-texts.js';
import { readImagesOf } from '../repository/images.js';
import { INSTANCE, buildDicom } from './testing/build-dicom.js';
import { buildJpeg } from './testing/build-jpeg.js';

const OTHER_INSTANCE = `${INSTANCE}.2`;

describe('attachUploads', () => {
  let database: Database;
  let files: ImageFiles;

  beforeEach(() => {
    database = openRecordsDatabase({ path: ':memory:' });
    files = temporaryImageFiles();
    putRecords(database, [
      ofType('ImagingStudy', { id: 'i-1' }),
      ofType('ImagingStudy', { id: 'i-2' }),
    ]);
  });
  afterEach(() => {
    database.close();
    files.close();
  });

  function uploaded(content: Buffer, stated: Partial<NewUpload> = {}, pieces = content): string {
    const uploads = openUploads(database, files);
    const { id } = uploads.create(
      {
        patient: 'p-chan',
        organization: 'o-1',
        practitionerRole: 'r-1',
        grant: 'g-1',
        mediaType: 'application/dicom',
        size: content.length,
        digest: createHash('sha256').update(content).digest('hex'),
        ...stated,
      },
      TEST_NOW,
    );
    uploads.append(id, 0, pieces, TEST_NOW);
    return id;
  }

  const jpeg = (): string => uploaded(buildJpeg(), { mediaType: 'image/jpeg' });
  const dicom = (instance = INSTANCE): string =>
    uploaded(buildDicom({ elements: { '00080018': ['UI', instance] } }));

  function attach(
    ids: readonly string[],
    stated: Partial<UploadsToAttach> = {},
  ): AttachProblem | null {
    return database.inTransaction((db) =>
      attachUploads(db, files, {
        uploads: ids,
        patient: 'p-chan',
        organization: 'o-1',
        grant: 'g-1',
        studies: [{ record: 'i-1', instances: [INSTANCE, OTHER_INSTANCE] }],
        hasReport: true,
        now: TEST_NOW,
        ...stated,
      }),
    );
  }

  const bound = () =>
    readImagesOf(database.db, [permit('p-chan')], ['i-1', 'i-2']).map(
      ({ record, instance, file }) => [file, record, instance],
    );

  it('binds a DICOM image to the study that lists its instance', () => {
    const id = dicom(OTHER_INSTANCE);
    const studies = [
      { record: 'i-1', instances: [INSTANCE] },
      { record: 'i-2', instances: [OTHER_INSTANCE] },
    ];
    expect(attach([id], { studies })).toBeNull();
    expect(bound()).toEqual([[id, 'i-2', OTHER_INSTANCE]]);
  });

  it('binds other images to the instances that are left, in their order', () => {
    const [first, second] = [jpeg(), dicom(INSTANCE)];
    expect(attach([first, second])).toBeNull();
    expect(bound()).toEqual([
      [first, 'i-1', OTHER_INSTANCE],
      [second, 'i-1', INSTANCE],
    ]);
  });

  it('binds what it will to the only study of a bundle that lists no instances', () => {
    const ids = [jpeg(), dicom()];
    expect(attach(ids, { studies: [{ record: 'i-1', instances: [] }] })).toBeNull();
    expect(bound()).toEqual([
      [ids[0], 'i-1', null],
      [ids[1], 'i-1', INSTANCE],
    ]);
  });

  it('binds an upload once', () => {
    const id = dicom();
    expect(attach([id])).toBeNull();
    expect(attach([id])).toMatchObject({ position: 0 });
  });

  it.each<[string, () => readonly string[], Partial<UploadsToAttach>]>([
    ['of another patient', () => [dicom()], { patient: 'p-wong' }],
    ['of another organisation', () => [dicom()], { organization: 'o-2' }],
    ['of another grant', () => [dicom()], { grant: 'g-2' }],
    ['of a grant, at home', () => [dicom()], { grant: null }],
    ['whose day is over', () => [dicom()], { now: TEST_NOW + UPLOAD_LIFETIME }],
    ['that is not there', () => ['nobody'], {}],
    ['that is not whole', () => [uploaded(buildDicom(), {}, buildDicom().subarray(0, -1))], {}],
    ['that was refused', () => [uploaded(buildDicom(), { digest: '0'.repeat(64) })], {}],
    ['of an instance that no study lists', () => [dicom('1.2.3')], {}],
    ['for which no instance is left', () => [jpeg(), jpeg(), jpeg()], {}],
    ['without a study', () => [dicom()], { studies: [] }],
    ['without a report', () => [dicom()], { hasReport: false }],
    ['beside one that cannot be bound', () => [dicom(), 'nobody'], {}],
  ])('binds nothing where there is an upload %s', (_, ids, stated) => {
    const named = ids();
    expect(attach(named, stated)).toMatchObject({ position: named.length - 1 });
    expect(bound()).toEqual([]);
  });

  it('binds nothing where an upload is named twice', () => {
    const id = dicom();
    expect(attach([id, id])).toMatchObject({ problem: ATTACHED.twice });
    expect(bound()).toEqual([]);
  });
});
