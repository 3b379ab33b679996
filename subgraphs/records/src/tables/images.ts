/** Images of records, and the uploads they come from; their bytes lie in files beside the database. */
import { index, int, table, text, word } from '@causeway/kit/columns';

/** Files on their way in, by pieces; resumable until they are whole. */
export const uploads = table(
  'upload',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** Patient id. */
    patient: text('patient').notNull(),
    organization: text('organization').notNull(),
    practitionerRole: text('practitioner_role').notNull(),
    /** The CrossBorderGrant id; null at home. */
    grant: text('grant'),
    mediaType: word<'application/dicom' | 'image/png' | 'image/jpeg'>('media_type').notNull(),
    /** As declared: bytes, and SHA-256 in hex. */
    size: int('size').notNull(),
    digest: text('digest').notNull(),
    /** How many bytes are there, durably. */
    received: int('received').notNull(),
    state: word<'OPEN' | 'COMPLETE' | 'USED' | 'REFUSED'>('state').notNull(),
    /** Epoch milliseconds. */
    createdAt: int('created_at').notNull(),
    expiresAt: int('expires_at').notNull(),
  },
  (columns) => [index('upload_patient').on(columns.patient)],
);

/** An upload as stored. */
export type UploadRow = typeof uploads.$inferSelect;

/** Images of records, full-resolution, in files beside the database. */
export const images = table(
  'image',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** The record id of the ImagingStudy, and the DICOM instance it is, where it is one. */
    record: text('record').notNull(),
    instance: text('instance'),
    /** The name of its file: the upload's id. */
    file: text('file').notNull(),
    mediaType: word<UploadRow['mediaType']>('media_type').notNull(),
    size: int('size').notNull(),
    digest: text('digest').notNull(),
    frames: int('frames').notNull(),
  },
  (columns) => [index('image_record').on(columns.record)],
);

/** An image as stored. */
export type ImageRow = typeof images.$inferSelect;
