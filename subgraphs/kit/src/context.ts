import type { Caller, FetchContext, Language, OwnUse, Permit } from '@causeway/schema';
import { refused } from './refused.js';

/** What every resolver of a subgraph may know of the fetch it serves. */
export interface SubgraphContext {
  readonly fetch: FetchContext;
  /** The permit for a patient; a patient without one is not there. */
  permitFor(patient: string): Permit | undefined;
}

/** The base of a resolver context, from the verified context of a fetch. */
export function subgraphContext(fetch: FetchContext): SubgraphContext {
  const permits = new Map(fetch.permits.map((permit) => [permit.patient, permit]));
  return { fetch, permitFor: (patient) => permits.get(patient) };
}

/** The caller on whose behalf data is asked. @throws GraphQLError if this is a call of the gateway's own */
export function callerOf(context: SubgraphContext): Caller {
  if (context.fetch.use === 'data' && context.fetch.caller !== null) return context.fetch.caller;
  throw refused('FORBIDDEN', 'Expected a fetch on behalf of a caller');
}

/** The language that the caller asks to be spoken to in, where an argument names none. */
export function languageOf({ fetch }: SubgraphContext): Language {
  return fetch.language ?? 'en';
}

/** Refuses a field that only the gateway itself may ask for. @throws GraphQLError unless the fetch is of that use */
export function requireUse(context: SubgraphContext, use: OwnUse): void {
  if (context.fetch.use === use) return;
  throw refused('FORBIDDEN', 'Expected a call of the gateway itself');
}
