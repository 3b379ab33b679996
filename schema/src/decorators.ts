/** The consent directives as type-graphql decorators, for subgraph classes and their fields and arguments. */
import 'reflect-metadata';
import { Directive } from 'type-graphql';
import type { Action } from './decision.js';
import type { Scope } from './scopes.js';

/** A decorator of a class, field, argument or input field. */
type SchemaDecorator = ReturnType<typeof Directive>;

/** The value belongs to this sharable category; repeated labels must all be permitted. */
export function Consent(scope: Scope): SchemaDecorator {
  return Directive(`@consent(scope: ${JSON.stringify(scope)})`);
}

/** Selections by which a record says what a decision may read of it. */
export interface SubjectSelections {
  readonly id: string;
  readonly category?: string;
  readonly date?: string;
  readonly security?: string;
  readonly author?: string;
  readonly code?: string;
  readonly party?: string;
}

/** A record about a patient, and where it says so. */
export function Subject(selections: SubjectSelections): SchemaDecorator {
  const args = Object.entries(selections).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return Directive(`@subject(${args.join(', ')})`);
}

/** The argument is one patient's id, decided on before anything is fetched. */
export function PatientId(action: Action = 'READ'): SchemaDecorator {
  return Directive(`@patientId(action: ${JSON.stringify(action)})`);
}

/** The value never leaves the jurisdiction. */
export function Domestic(): SchemaDecorator {
  return Directive('@domestic');
}

/** The value is not about a patient. */
export function Open(): SchemaDecorator {
  return Directive('@open');
}

/** An entity with the given key fields. */
export function Key(
  fields: string,
  options: { readonly resolvable?: boolean } = {},
): SchemaDecorator {
  const resolvable = options.resolvable === false ? ', resolvable: false' : '';
  return Directive(`@key(fields: ${JSON.stringify(fields)}${resolvable})`);
}

/** A value type that several subgraphs define alike. */
export function Shareable(): SchemaDecorator {
  return Directive('@shareable');
}

/** Not part of the public schema. */
export function Inaccessible(): SchemaDecorator {
  return Directive('@inaccessible');
}

/** The field is for callers with a valid token. */
export function Authenticated(): SchemaDecorator {
  return Directive('@authenticated');
}

/** The field is for callers who hold every scope of one of the given sets. */
export function RequiresScopes(...anyOf: readonly (readonly string[])[]): SchemaDecorator {
  return Directive(`@requiresScopes(scopes: ${JSON.stringify(anyOf)})`);
}
