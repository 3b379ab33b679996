/**
 * Links from a record to its patient and to other records. A linked record that the permits of the fetch do not
 * release is not there: null, or left out of the list. What the source displays of it is never shown.
 */
import { Ctx, Field } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import type { RecordLoaders } from '../loaders.js';
import type { RecordType } from '../record-types.js';
import type { RecordRow } from '../tables.js';
import { ClinicalRecord } from './clinical-record.js';
import { Patient } from './patient.js';
import { recordOf, registeredType } from './registry.js';

/** A field that resolves to a linked record. */
export type LinkedRecord<Linked extends ClinicalRecord = ClinicalRecord> = (
  context: RecordsContext,
) => Promise<Linked | null>;

/** A field that resolves to linked records, in the order of the references. */
export type LinkedRecords<Linked extends ClinicalRecord = ClinicalRecord> = (
  context: RecordsContext,
) => Promise<readonly Linked[]>;

/** What a link leads to: records of one type, or of any. */
export type LinkTarget = RecordType | 'ClinicalRecord';

/** The field is the patient the record is about. */
export function PatientOfRecord() {
  return <Name extends string>(
    prototype: ClinicalRecord & Readonly<Record<Name, Patient | null>>,
    name: Name,
  ): void => {
    Object.defineProperty(prototype, name, {
      get(this: ClinicalRecord) {
        return new Patient(this.row.patient);
      },
    });
    const description = 'The patient the record is about.';
    Field(() => Patient, { nullable: true, description })(prototype, name);
  };
}

/** The field is the encounter to which the record belongs. */
export function EncounterOfRecord() {
  return one('Encounter', 'The encounter during which it was made.', async (row, { loaders }) => {
    const encounter = row.encounter === null ? null : await loaders.byId.load(row.encounter);
    return encounter === null ? [] : [encounter];
  });
}

/** The field is the record that the element of its name refers to. */
export function Link(target: LinkTarget, description: string) {
  return one(target, description, (row, { loaders }, name) => linkedRows(loaders, name, row));
}

/** The field is the list of records that the element of its name, or at the given path, refers to. */
export function Links(target: LinkTarget, description: string, path?: string) {
  return many(target, description, (row, { loaders }, name) =>
    linkedRows(loaders, path ?? name, row),
  );
}

/** The field is the list of Provenance records whose target is this record. */
export function ProvenanceOfRecord(description: string) {
  return many('Provenance', description, async (row, { loaders }) => {
    const links = await loaders.provenanceOf.load(row.id);
    return links.map((link) => link.row);
  });
}

async function linkedRows(loaders: RecordLoaders, path: string, { id }: RecordRow) {
  const links = await loaders.linkedBy(path).load(id);
  return links.map((link) => link.row);
}

/** Finds the rows behind the links of a record's field. */
type Find = (
  row: RecordRow,
  context: RecordsContext,
  field: string,
) => Promise<readonly RecordRow[]>;

function one(target: LinkTarget, description: string, find: Find) {
  return <Name extends string>(
    prototype: ClinicalRecord & Readonly<Record<Name, LinkedRecord>>,
    name: Name,
  ): void => {
    const type = () => classOf(target);
    define(prototype, name, type, description, async (row, context) => {
      const [first = null] = recordsOf(target, await find(row, context, name), context);
      return first;
    });
  };
}

function many(target: LinkTarget, description: string, find: Find) {
  return <Name extends string>(
    prototype: ClinicalRecord & Readonly<Record<Name, LinkedRecords>>,
    name: Name,
  ): void => {
    const type = () => [classOf(target)];
    define(prototype, name, type, description, async (row, context) =>
      recordsOf(target, await find(row, context, name), context),
    );
  };
}

function define(
  prototype: ClinicalRecord,
  name: string,
  type: () => object,
  description: string,
  resolve: (row: RecordRow, context: RecordsContext) => Promise<unknown>,
): void {
  const method = {
    value(this: ClinicalRecord, context: RecordsContext) {
      return resolve(this.row, context);
    },
  };
  Object.defineProperty(prototype, name, method);
  Ctx()(prototype, name, 0);
  Field(type, { nullable: true, description })(prototype, name, method);
}

function classOf(target: LinkTarget): typeof ClinicalRecord {
  return target === 'ClinicalRecord' ? ClinicalRecord : registeredType(target).recordClass;
}

/** A source may refer to a resource of another type than R4 allows; such a link leads nowhere. */
function recordsOf(
  target: LinkTarget,
  rows: readonly RecordRow[],
  context: RecordsContext,
): readonly ClinicalRecord[] {
  return rows
    .filter(({ type }) => target === 'ClinicalRecord' || type === target)
    .map((row) => recordOf(row, context));
}
