/** The records subgraph: clinical records by patient and category. */
export { openRecordsDatabase } from './database.js';
export type { NewRecord, RecordCode, RecordLink } from './new-record.js';
export { CATEGORIES, RECORD_TYPES } from './record-types.js';
export type { RecordType } from './record-types.js';
export { putRecords, sourceIds } from './repository/write.js';
export type { PutReport } from './repository/write.js';
export type { SecurityLabel } from './tables.js';
