/**
 * What tests of subgraphs have in common: a fixed time and key, callers and permits, a gateway to ask as, and a way past
 * the subgraph to its database.
 */
import type { Caller, FetchContext, Office, Permit } from '@causeway/schema';
import { SHARABLE_SCOPES } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import { openDatabase } from './database.js';
import type { Database, DatabaseOptions } from './database.js';
import { signedFetch } from './signed-fetch.js';
import type { HandledSubgraph } from './signed-fetch.js';

/** The time of tests: noon of 1 June 2026 in Hong Kong, in epoch milliseconds. */
export const TEST_NOW = Date.parse('2026-06-01T12:00:00+08:00');

/** A key to sign with. */
export const TEST_KEY = new Uint8Array(32).fill(7);

/** A permit to read everything sharable of a patient, at home. */
export function permit(patient: string, stated: Partial<Permit> = {}): Permit {
  return {
    effect: 'permit',
    patient,
    action: 'READ',
    scopes: SHARABLE_SCOPES,
    administrativeBasis: 'SUBJECT',
    parties: [],
    windowStart: null,
    confidentiality: ['N'],
    authorOrganization: null,
    exclusions: [],
    refusals: {},
    obligations: [],
    abroad: false,
    until: null,
    basis: [],
    ...stated,
  };
}

const presented = { subject: 's-1', client: 'c-1', tokenId: 't-1' } as const;

/** A person who calls for themself. */
export function personCaller(person: string): Caller {
  return { kind: 'person', ...presented, purpose: 'PATRQT', person };
}

/** A professional who calls for an organisation. */
export function professionalCaller(organization = 'o-1', practitionerRole = 'r-1'): Caller {
  return {
    kind: 'professional',
    ...presented,
    purpose: 'TREAT',
    practitionerRole,
    organization,
    grant: null,
  };
}

/** The holder of an office; the Commissioner, unless told. */
export function officeCaller(office: Office = 'COMMISSIONER'): Caller {
  return { kind: 'office', ...presented, purpose: 'HOPERAT', office };
}

/** Asks a subgraph an operation as the gateway, with what is stated of the context; by default for a professional. */
export type Ask = (
  query: string,
  stated?: Partial<FetchContext> & { readonly variables?: Readonly<Record<string, unknown>> },
) => Promise<ExecutionResult>;

/** The gateway of a subgraph that was opened with `TEST_KEY` and the clock, which stands still at `TEST_NOW` unless told. */
export function gatewayOf(subgraph: HandledSubgraph, clock: () => number = () => TEST_NOW): Ask {
  return (query, { variables = {}, ...stated } = {}) =>
    signedFetch(
      subgraph,
      { query, variables },
      { use: 'data', caller: professionalCaller(), permits: [], now: clock(), ...stated },
      TEST_KEY,
      clock(),
    );
}

/** Works on a database in a file itself, beside the subgraph that has it open. */
export function workBeside(options: DatabaseOptions, work: (db: Database['db']) => void): void {
  const database = openDatabase(options);
  try {
    work(database.db);
  } finally {
    database.close();
  }
}

/** Runs the work as a user without rights of their own: root is bound by no file mode. */
export function unprivileged<Result>(work: () => Result): Result {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
