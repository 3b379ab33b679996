import { Consent, Key, Subject } from '@causeway/schema/decorators';
import { ObjectType } from 'type-graphql';
import { CATEGORIES } from '../record-types.js';
import type { RecordType } from '../record-types.js';
import { ClinicalRecord } from './clinical-record.js';
import { registerType } from './registry.js';
import type { RecordClass } from './registry.js';

/** What a record type has of its own. */
export interface RecordResourceOptions {
  /** The field of the patient: R4 calls it `subject` or `patient`. */
  readonly patient: 'subject' | 'patient';
  /** The field of the concept that says what the record is. */
  readonly code?: string;
  /** Elements beside that field that hold such codes. */
  readonly codesBeside?: readonly string[];
  readonly description: string;
}

/**
 * The class is the GraphQL type of a FHIR resource: an entity, a record about a patient, labelled by its category. A
 * type of a single category carries the label itself; on a type of several, each record names its own.
 */
export function RecordResource(type: RecordType, options: RecordResourceOptions) {
  const { patient, code, codesBeside = [], description } = options;
  return (recordClass: RecordClass): void => {
    const codeElements = code === undefined ? [] : [code, ...codesBeside];
    registerType(type, { recordClass, description, codeElements });
    Key('id')(recordClass);
    Subject({
      id: `${patient} { id }`,
      category: 'category',
      date: 'clinicalDate',
      security: 'security { system code }',
      author: 'author { id }',
      ...(code !== undefined && { code: `${code} { coding { system code } }` }),
    })(recordClass);
    const [category, ...others] = CATEGORIES[type];
    if (category !== undefined && others.length === 0) Consent(category)(recordClass);
    ObjectType(type, { implements: ClinicalRecord, description })(recordClass);
  };
}
