/** What the audits ask, and what of the seeds they ask it of. */
import { PATIENT_CHAN } from '@causeway/seeds/ids';
import type { Target, Who } from './target.js';

/** A selection of a patient. */
export const patientWith = (selection: string): string =>
  `query Audit($id: ID!) { patient(id: $id) { ${selection} } }`;

/** The variables that name Chan Tai Man. */
export const CHAN = { id: PATIENT_CHAN };

/** A record that every permit to read shows in part: a name, and allergies. */
export const RECORD = patientWith('name { text } allergyIntolerances(first: 100) { totalCount }');

/** Asks a selection of Chan Tai Man. */
export const askOfChan = (target: Target, who: Who, selection: string) =>
  target.ask(who, patientWith(selection), CHAN);

/** A page of a connection, with all that tells how many records there are. */
export const page = (list: string, args: string, node = 'id'): string =>
  `${list}(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${node} } } }`;

/** What of an answer could tell two patients apart: status, headers less the time of day, and every byte. */
export function tellTale({ status, headers, text }: Awaited<ReturnType<Target['ask']>>): unknown {
  const told = Object.fromEntries([...headers].filter(([name]) => !OF_EACH_ANSWER.has(name)));
  return { status, headers: told, text };
}

/** Headers that differ from answer to answer whatever was asked. */
const OF_EACH_ANSWER = new Set(['date', 'server-timing', 'traceparent', 'x-request-id']);
