import { isObjectType } from 'graphql';
import { accessOf } from '../access/caller-access.js';
import type { AccessGraph } from '../access/label-access.js';
import type { Audience, AudienceCaller } from '../audiences.js';
import { SCOPES } from '../scopes.js';
import { takingOf } from './taking.js';
import type { Taking } from './taking.js';

/** What it takes an audience to get a field, in words: `always`, `with consent for PERSON and LAB_REPORT`. */
export function accessLine(
  graph: AccessGraph,
  { callers }: Audience,
  typeName: string,
  fieldName: string,
): string {
  const type = graph.api.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!isObjectType(type) || field === undefined) return 'never';
  const access = graph.field(type, field);
  const label = graph.labels.type(typeName);
  if (label?.kind === 'value' && access.every((way) => way.length === 0))
    return 'with the value that it is part of';
  const able = callers.filter((caller) => accessOf(caller, access).length > 0);
  const asked = new Set(access.flat());
  const scopes = SCOPES.filter((scope) => asked.has(`scope:${scope}`)).map((scope) => ({
    scope,
    takes: takingOf(scope, able),
  }));
  // A type that names its scope has no records of another category.
  const isOfAnyCategory =
    asked.has('category:own') &&
    !(label?.kind === 'record' && label.presence.scopes.length > 0) &&
    !able.some((caller) => isAlways(caller, 'category:own'));
  const agreed: readonly string[] = [
    ...scopes.filter(({ takes }) => AGREED.includes(takes)).map(({ scope }) => scope),
    ...(isOfAnyCategory ? ["the record's own category"] : []),
  ];
  const told = (takes: Taking, before: string, after = ''): readonly string[] => {
    const of = scopes.filter((each) => each.takes === takes).map(({ scope }) => scope);
    return of.length > 0 ? [`${before}${listed(of)}${after}`] : [];
  };
  const clauses = [
    ...(agreed.length > 0 ? [`with consent for ${listed(agreed)}`] : []),
    ...told('STEP_UP_OF_SOME', 'for some professions after a step-up for '),
    ...told('STEP_UP', 'after a step-up for '),
    ...told('LISTED', 'where the recognition lists '),
    ...told('PARTY', 'for a party to it (', ')'),
  ];
  return clauses.length > 0 ? clauses.join(', ') : 'always';
}

const AGREED: readonly Taking[] = ['CONSENT', 'STEP_UP_OF_SOME', 'LISTED'];

function isAlways(caller: AudienceCaller, need: 'category:own'): boolean {
  return accessOf(caller, [[need]]).some((way) => way.length === 0);
}

function listed(words: readonly string[]): string {
  const [last = '', ...others] = [...words].reverse();
  return others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : last;
}
