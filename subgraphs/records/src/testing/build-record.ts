import { randomUUID } from 'node:crypto';
import { CONFIDENTIALITY_SYSTEM } from '@causeway/schema';
import type { Confidentiality } from '@causeway/schema';
import type { NewRecord } from '../new-record.js';
import { CATEGORIES } from '../record-types.js';
import type { RecordType } from '../record-types.js';
import type { SecurityLabel } from '../tables.js';

/** A confidentiality label. */
export function confidential(code: Confidentiality): SecurityLabel {
  return { system: CONFIDENTIALITY_SYSTEM, code };
}

/**
 * A record to test with: an allergy of patient `p-chan` of 1 March 2024, not sensitive, unless told. The source id is
 * the record's id.
 */
export function buildRecord(stated: Partial<NewRecord> = {}): NewRecord {
  const id = stated.id ?? randomUUID();
  const type = stated.type ?? 'AllergyIntolerance';
  return {
    id,
    type,
    patient: 'p-chan',
    category: 'ALLERGY_ADR',
    clinicalDate: '2024-03-01',
    recordedDate: null,
    security: [confidential('N')],
    authorOrganization: null,
    authorRole: null,
    encounter: null,
    status: 'active',
    sourceJurisdiction: 'HK',
    sourceNamespace: 'https://records.example.hk',
    sourceId: id,
    content: { resourceType: type },
    codes: [],
    links: [],
    ...stated,
  };
}

/** A record of a type, in the first category that it can belong to unless told. */
export function ofType(type: RecordType, stated: Partial<NewRecord> = {}): NewRecord {
  const [category = 'ALLERGY_ADR'] = CATEGORIES[type];
  return buildRecord({ type, category, ...stated });
}
