import { explain } from '@causeway/gateway/explain';
import type { DecisionRequest } from '@causeway/gateway/enforcement';
import type { NewRecord } from '@causeway/records';
import { isClinicalScope } from '@causeway/schema';
import type { ClinicalScope, Gate, RecordFacts } from '@causeway/schema';
import { selectedFields } from '@causeway/schema/consumers';
import type { AccessGraph, FieldDemand } from '@causeway/schema/consumers';
import { getNamedType } from 'graphql';
import type { ParsedOperation } from './explain-operation.js';

/** What a permit makes of a patient's records of one type and category. */
export interface RecordCount {
  readonly type: string;
  readonly category: string;
  readonly released: number;
  /** By the gate that withholds them. */
  readonly withheld: Readonly<Partial<Record<Gate, number>>>;
}

/** What an operation asks for. */
export interface AskedRecords {
  readonly access: AccessGraph;
  readonly needs: readonly FieldDemand[];
  readonly operation: ParsedOperation;
}

/** Counts the records of the types and categories that an operation asks for: all there are, beyond its pages and filters. */
export function recordCounts(
  grounds: DecisionRequest,
  records: readonly NewRecord[],
  { access, needs, operation }: AskedRecords,
): readonly RecordCount[] {
  const types = new Set(
    selectedFields(access.api, operation).map(({ field }) => getNamedType(field.type).name),
  );
  const scopes = new Set(needs.flatMap((need) => need.scopes));
  const isAsked = needs.some((need) => isOfAnyCategory(need, needs))
    ? () => true
    : (category: ClinicalScope) => scopes.has(category);
  const asked = records.filter(({ type, category }) => types.has(type) && isAsked(category));
  const groups = Map.groupBy(asked, ({ type, category }) => `${type} ${category}`);
  return [...groups.values()].flatMap((group) => countsOf(grounds, group, access));
}

/** Whether a list holds records of every category: nothing on the way to it asks for one. */
function isOfAnyCategory(
  { path, isOfEachCategory }: FieldDemand,
  needs: readonly FieldDemand[],
): boolean {
  const isWithinCategory = needs.some(
    (other) => other.scopes.some(isClinicalScope) && path.startsWith(`${other.path}.`),
  );
  return isOfEachCategory && !isWithinCategory;
}

function countsOf(
  grounds: DecisionRequest,
  group: readonly NewRecord[],
  { labels }: AccessGraph,
): readonly RecordCount[] {
  const [first] = group;
  const label = first && labels.type(first.type);
  if (first === undefined || label?.kind !== 'record') return [];
  const gates = group.map(
    (record) => explain(grounds, { kind: 'record', label, record: factsOf(record) }).gate,
  );
  const withheld = Map.groupBy(
    gates.filter((gate) => gate !== null),
    (gate) => gate,
  );
  return [
    {
      type: first.type,
      category: first.category,
      released: gates.filter((gate) => gate === null).length,
      withheld: Object.fromEntries([...withheld].map(([gate, all]) => [gate, all.length])),
    },
  ];
}

/** What the decision may know of a record. Its subgraph filters by each of its codes, so all of them count. */
function factsOf(record: NewRecord): RecordFacts {
  const { patient, id, category, clinicalDate, security, authorRole, authorOrganization } = record;
  return {
    patient,
    id,
    category,
    date: clinicalDate,
    security,
    author: [authorRole, authorOrganization].filter((author) => author !== null),
    code: record.codes,
    party: [],
  };
}
