/** Builders of permits, records and labels for tests: each record is released by the permit until a test changes one thing. */
import { CONFIDENTIALITY_SYSTEM } from '@causeway/schema';
import type { Permit, RecordFacts, RecordTypeLabel, Scope } from '@causeway/schema';
import { Kind, parse } from 'graphql';
import type { SelectionSetNode } from 'graphql';

/** A permit for laboratory reports, of normal confidentiality, at home. */
export function permit(changes: Partial<Permit> = {}): Permit {
  return {
    effect: 'permit',
    patient: 'chan',
    action: 'READ',
    scopes: ['PERSON', 'LAB_REPORT'],
    administrativeBasis: 'SUBJECT',
    parties: ['clinic'],
    windowStart: null,
    confidentiality: ['N'],
    authorOrganization: null,
    exclusions: [],
    refusals: {},
    obligations: [],
    abroad: false,
    until: null,
    basis: [],
    ...changes,
  };
}

/** A laboratory report. */
export function recordFacts(changes: Partial<RecordFacts> = {}): RecordFacts {
  return {
    patient: 'chan',
    id: 'r-1',
    category: 'LAB_REPORT',
    date: '2026-05-01',
    security: [{ system: CONFIDENTIALITY_SYSTEM, code: 'N' }],
    author: ['role-1', 'clinic'],
    code: [{ system: 'http://loinc.org', code: '1' }],
    party: ['clinic'],
    ...changes,
  };
}

/** The selection set that a text of fields is: `patient { id }`. */
export function selection(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Expected fields');
  return definition.selectionSet;
}

/** The label of a record type by what `@subject` names, as texts of fields. */
export function recordLabel(
  subject: { readonly id: string } & Readonly<
    Partial<Record<'category' | 'date' | 'security' | 'author' | 'code' | 'party', string>>
  >,
  {
    scopes = [],
    domestic = false,
    keys = ['id'],
  }: {
    readonly scopes?: readonly Scope[];
    readonly domestic?: boolean;
    readonly keys?: readonly string[];
  } = {},
): RecordTypeLabel {
  const { id, ...facets } = subject;
  return {
    kind: 'record',
    subject: {
      id: selection(id),
      ...Object.fromEntries(
        Object.entries(facets).map(([facet, fields]) => [facet, selection(fields)]),
      ),
    },
    presence: { scopes, domestic },
    keys: new Set(keys),
  };
}
