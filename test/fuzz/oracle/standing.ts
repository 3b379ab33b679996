/** Whether a record is there for somebody, and if not, by which gate. */
import type { Gate } from '@causeway/schema';
import type { TypeModel } from '../graph/model.js';
import type { RecordData } from '../world/world.js';
import { levelOf } from './record-conditions.js';
import type { Judged } from './record-conditions.js';
import { spanOf } from './time.js';
import type { Entitlement, Verdict } from './verdict.js';

type RecordModel = Extract<TypeModel, { kind: 'record' }>;

/** What may be known of a record: what its type names. */
export function judged({ facets, presence }: RecordModel, record: RecordData): Judged {
  const has = (facet: RecordModel['facets'][number]): boolean => facets.includes(facet);
  const { id, category, date, security, author, code } = record;
  return {
    id,
    categories: has('category') ? (category === null ? [] : [category]) : presence.scopes,
    date: has('date') ? date : undefined,
    security: has('security') ? security : [],
    authors: has('author') && author !== null ? [author] : [],
    codes: has('code') ? code : [],
  };
}

/** The gate that keeps a record from somebody; null where it is there. */
export function withholding(type: RecordModel, record: RecordData, verdict: Verdict): Gate | null {
  if (verdict.kind === 'denied') return verdict.gate;
  const known = judged(type, record);
  if (!isOfCategory(type, record, verdict)) return 'CATEGORY';
  if (verdict.since !== null && type.facets.includes('date')) {
    const [first] = spanOf(record.date) ?? [];
    if (first === undefined || first < verdict.since) return 'DATA_PERIOD';
  }
  if (verdict.denials.some((denial) => denial.takes(known))) return 'PROVISION';
  if (!isOfLevel(type, known, verdict)) return 'LABEL';
  const isOfOther =
    verdict.party !== null && type.facets.includes('party') && record.party !== verdict.party;
  return isOfOther ? 'CATEGORY' : null;
}

function isOfCategory(
  { facets, presence }: RecordModel,
  { category }: RecordData,
  verdict: Entitlement,
): boolean {
  if (!presence.scopes.every((scope) => verdict.scopes.has(scope))) return false;
  if (presence.domestic && verdict.isAbroad) return false;
  return !facets.includes('category') || (category !== null && verdict.scopes.has(category));
}

function isOfLevel(
  { facets }: RecordModel,
  known: Judged,
  { levels, ownRecordsOf }: Entitlement,
): boolean {
  if (!facets.includes('security') || levels.includes(levelOf(known.security))) return true;
  return ownRecordsOf !== null && known.authors.includes(ownRecordsOf);
}
