/** Reads a patient's own record out of the graph, by ordinary operations, all of it or nothing. */
import type { ClinicalScope } from '@causeway/schema';
import type { GraphQLSchema } from 'graphql';
import type { AskGraph } from './ask-graph.js';
import { listDocument, patientDocument } from './documents.js';
import { listOf, objectOf, textOf } from './json.js';
import type { JsonObject } from './json.js';
import { REFUSED } from './refusal-texts.js';
import { SelfCarryError } from './self-carry-error.js';
import { RECORD_LISTS } from './sections.js';
import type { RecordList } from './sections.js';

/** What of a record is wanted. */
export interface Selection {
  readonly patient: string;
  readonly categories: ReadonlySet<ClinicalScope>;
  /** Only records whose clinical date lies in it; null for all. */
  readonly period: {
    readonly start?: string | undefined;
    readonly end?: string | undefined;
  } | null;
}

/** A record as the graph answers it, and the list it was found in. */
export interface ListedRecord {
  readonly list: RecordList;
  readonly record: JsonObject;
}

/** A patient's own record, as the graph answers it. */
export interface OwnRecord {
  readonly patient: JsonObject;
  readonly records: readonly ListedRecord[];
}

/** Reads what is selected. @throws SelfCarryError if the caller may not have it, or not all of it could be read */
export type Collect = (ask: AskGraph, selection: Selection) => Promise<OwnRecord>;

/** Pages that no list of a person's records reaches. */
const MOST_PAGES = 1_000;

/** Collects from a graph with this schema. @throws Error if the schema lacks what is to be read */
export function collector(schema: GraphQLSchema): Collect {
  const patientText = patientDocument(schema);
  const lists = RECORD_LISTS.map((list) => ({ list, text: listDocument(schema, list.field) }));
  return async (ask, selection) => {
    const patient = await patientOf(ask, patientText, { patient: selection.patient });
    const wanted = lists.filter(({ list }) => selection.categories.has(list.category));
    const records = await Promise.all(
      wanted.map(({ list, text }) => recordsOf(ask, list, text, selection)),
    );
    return { patient, records: records.flat() };
  };
}

async function recordsOf(
  ask: AskGraph,
  list: RecordList,
  text: string,
  { patient, period }: Selection,
): Promise<ListedRecord[]> {
  const records: ListedRecord[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found: JsonObject = await patientOf(ask, text, { patient, period, after });
    const connection = objectOf(found[list.field]);
    if (connection === null) throw incomplete();
    for (const edge of listOf(connection['edges'])) {
      const record = objectOf(objectOf(edge)?.['node']);
      if (record === null) throw incomplete();
      records.push({ list, record });
    }
    const pageInfo = objectOf(connection['pageInfo']);
    if (pageInfo?.['hasNextPage'] !== true) return records;
    after = textOf(pageInfo['endCursor']);
  }
  throw incomplete();
}

/** The patient of an answer without errors; whoever they are not there for learns no more than that. */
async function patientOf(ask: AskGraph, text: string, variables: JsonObject): Promise<JsonObject> {
  const { patient } = await ask(text, variables);
  const found = objectOf(patient);
  if (found !== null) return found;
  throw new SelfCarryError(404, 'NOT_FOUND', REFUSED.notTheirs);
}

/** A summary with parts missing would pass for a whole one. */
function incomplete(): SelfCarryError {
  return new SelfCarryError(503, 'SUBGRAPH_FAILED', REFUSED.incomplete);
}
