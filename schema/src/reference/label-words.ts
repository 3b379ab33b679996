/** What the labels of a field say, in the words of the reference. */
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { AccessGraph } from '../access/label-access.js';
import { partsOf } from '../access/need.js';
import type { Need } from '../access/need.js';
import { SCOPES, isAdministrativeScope } from '../scopes.js';
import type { Scope } from '../scopes.js';

/**
 * What it takes to get a field, whoever asks: `always`, `with consent for PERSON; never across the border`. What is said
 * of a value's own fields comes on top of the field that returns the value.
 */
export function labelWords(
  graph: AccessGraph,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): string {
  const label = graph.labels.type(type.name);
  const access = graph.field(type, field);
  const asked = new Set(access.flat());
  const scopes = SCOPES.filter((scope) => asked.has(`scope:${scope}`));
  const own: readonly Scope[] = scopes.filter(isAdministrativeScope);
  // A type that names its scope has no records of another category.
  const isOfAnyCategory =
    asked.has('category:own') && !(label?.kind === 'record' && label.presence.scopes.length > 0);
  const agreed = [
    ...scopes.filter((scope) => !own.includes(scope)).map(code),
    ...(isOfAnyCategory ? ['the record’s own category'] : []),
  ];
  const clauses = [
    ...(agreed.length > 0 ? [`with consent for ${listed(agreed)}`] : []),
    ...(own.length > 0
      ? [`for the patient, a party to it or an office (${listed(own.map(code))})`]
      : []),
    ...(asked.has('place:home') ? ['**never across the border**'] : []),
    ...namedPatient(asked),
  ];
  if (clauses.length > 0) return clauses.join('; ');
  return label?.kind === 'value' ? 'with the value that it is part of' : 'always';
}

/** Who may ask for a field, by the roles that it names; empty where it names none. */
export function roleWords({ labels }: AccessGraph, type: string, field: string): string {
  const { authenticated, anyOf } = labels.roles(type, field);
  if (anyOf.length > 0) return anyOf.map((set) => set.map(code).join(' with ')).join(' or ');
  return authenticated ? 'any known caller' : '';
}

function namedPatient(asked: ReadonlySet<Need>): readonly string[] {
  return [...asked].flatMap((need) => {
    const [kind, about] = partsOf(need);
    switch (kind) {
      case 'token':
        return ['for the patient of the token'];
      case 'permit':
        return [`with a permit to ${PERMITTED[about] ?? about} for the patient who is named`];
      default:
        return [];
    }
  });
}

const PERMITTED: Readonly<Record<string, string>> = {
  READ: 'read',
  DEPOSIT: 'deposit',
  AUTHORISE: 'authorise',
  EMERGENCY: 'declare an emergency',
};

const code = (word: string): string => `\`${word}\``;

function listed(words: readonly string[]): string {
  const [last = '', ...others] = [...words].reverse();
  return others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : last;
}
