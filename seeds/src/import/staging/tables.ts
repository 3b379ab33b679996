/**
 * The tables of the staging file: what an import has read and what it is about to write, so that whoever is killed in
 * between can go on. When an import is done, only the items that it kept remain.
 */
import type { SecurityLabel } from '@causeway/records/fhir';
import { flag, index, int, json, primaryKey, table, text, word } from '@causeway/kit/columns';
import type { Kind } from '../kinds.js';
import type { RefusalCode } from '../refusal.js';
import type { RowKind } from './row-entries.js';

/** How far a run has come: before `COMMITTING` the databases are untouched, from then on only what is staged counts. */
export type Phase = 'READING' | 'COMMITTING';

/** What a run finds out beside what becomes of each item. */
export interface Findings {
  /** References that did not resolve and were kept as written, by how they are written. */
  readonly unresolved: Readonly<Record<string, number>>;
  /** Records with at least one of them. */
  readonly recordsWithUnresolved: number;
  /** Resources that share an identifier or a source id with somebody they contradict. */
  readonly keptApart: number;
}

/** The run that is under way; there is one at most. */
export const runs = table('run', {
  id: int('id').primaryKey(),
  phase: word<Phase>('phase').notNull(),
  /** What it was started with, as JSON: a run that was started with the same goes on. */
  task: text('task').notNull(),
  /** What was found while deciding, for the report. */
  findings: json<Findings>('findings'),
});

/** Files that the run has read to their end. */
export const files = table('file', {
  path: text('path').primaryKey(),
  /** Bytes and time of change when it was read. */
  state: text('state').notNull(),
});

/** What became of an item; null while that is open. */
export type Disposition = 'IMPORTED' | 'MERGED' | 'KEPT' | 'REFUSED';

/** Items as read, in their order. */
export const items = table(
  'item',
  {
    seq: int('seq').primaryKey(),
    /** Real path of its file. */
    file: text('file').notNull(),
    /** The folder that was named for import and holds the file: relative references of what stands alone lead no higher. */
    root: text('root').notNull(),
    place: text('place').notNull(),
    /** The resource type; null for what is none. */
    type: text('type'),
    kind: word<Kind>('kind'),
    sourceNamespace: text('source_namespace'),
    sourceId: text('source_id'),
    /** Type and id as the resource itself says. */
    localId: text('local_id'),
    fullUrl: text('full_url'),
    bundle: text('bundle'),
    bundleLabels: json<readonly SecurityLabel[]>('bundle_labels'),
    /** The resource as JSON; null for what is refused. */
    content: text('content'),
    /** Whether an earlier run kept it. */
    isEarlier: flag('is_earlier').notNull(),
    disposition: word<Disposition>('disposition'),
    code: word<RefusalCode | 'PATIENT_NOT_FOUND'>('code'),
    reason: text('reason'),
  },
  (columns) => [
    index('item_file').on(columns.file),
    index('item_source').on(columns.sourceNamespace, columns.sourceId),
  ],
);

/** An item as staged. */
export type ItemRow = typeof items.$inferSelect;

/** Rows that are to be written, in the order in which their databases take them. */
export const rows = table(
  'row',
  {
    kind: word<RowKind>('kind').notNull(),
    id: text('id').notNull(),
    /** Patient id; null for what is about no patient. */
    patient: text('patient'),
    /** Whether the run makes it, rather than changing one that is there. */
    isNew: flag('is_new').notNull(),
    /** What its writer takes, null where nothing of it changes. */
    entry: json<unknown>('entry'),
    /** Further sources it was merged with: namespace and id each. */
    sources:
      json<readonly { readonly namespace: string; readonly id: string }[]>('sources').notNull(),
  },
  (columns) => [
    primaryKey({ columns: [columns.kind, columns.id] }),
    index('row_patient').on(columns.patient),
  ],
);

/** A row as staged. */
export type StagedRow = typeof rows.$inferSelect;
