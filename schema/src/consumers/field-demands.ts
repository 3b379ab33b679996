import { getNamedType } from 'graphql';
import { every, needing } from '../access/access.js';
import type { Access } from '../access/access.js';
import type { AccessGraph } from '../access/label-access.js';
import { NO_REQUIREMENT, allOf } from '../labels/requirement.js';
import type { FieldRequirement } from '../labels/requirement.js';
import type { Scope } from '../scopes.js';
import { selectedFields } from './operation-fields.js';
import type { SelectedField } from './operation-fields.js';
import type { RegisteredOperation } from './registry.js';

/** What a field of an operation asks for beyond what its answer has asked for on the way to it. */
export interface FieldDemand {
  readonly path: string;
  readonly coordinate: string;
  readonly scopes: readonly Scope[];
  /** Whether it never crosses the border. */
  readonly isDomestic: boolean;
  /** Whether it returns records of which each takes the permit of its own category. */
  readonly isOfEachCategory: boolean;
  /** Sets of roles of which the caller holds one wholly; none where it asks for none. */
  readonly roles: readonly (readonly string[])[];
}

/** What the fields of an operation ask for, as the gateway does: those that ask for nothing more are left out. */
export function fieldDemands(
  { api, labels }: AccessGraph,
  operation: Pick<RegisteredOperation, 'document' | 'definition'>,
): readonly FieldDemand[] {
  const asked = new Map<SelectedField, FieldRequirement>();
  const demands = new Map<string, FieldDemand>();
  for (const selected of selectedFields(api, operation)) {
    const { path, type, field, within } = selected;
    const own = requirementOf(selected);
    const before = within === null ? NO_REQUIREMENT : (asked.get(within) ?? NO_REQUIREMENT);
    asked.set(selected, allOf(before, own));
    const coordinate = `${type.name}.${field.name}`;
    const demand: FieldDemand = {
      path,
      coordinate,
      scopes: own.scopes.filter((scope) => !before.scopes.includes(scope)),
      isDomestic: own.domestic && !before.domestic,
      isOfEachCategory: isOfEachCategory(getNamedType(field.type).name),
      roles: labels.roles(type.name, field.name).anyOf,
    };
    if (asksForSomething(demand)) demands.set(`${path} ${coordinate}`, demand);
  }
  return [...demands.values()];

  function requirementOf({ type, field, node }: SelectedField): FieldRequirement {
    const parent = labels.type(type.name);
    // A key is exempt from labels: what it identifies is released, or not, as a whole.
    if (parent !== undefined && parent.kind !== 'value' && parent.keys.has(field.name))
      return NO_REQUIREMENT;
    const returned = labels.type(getNamedType(field.type).name);
    return allOf(
      parent?.kind === 'record' ? parent.presence : NO_REQUIREMENT,
      labels.field(type.name, field.name),
      returned?.kind === 'record' ? returned.presence : NO_REQUIREMENT,
      ...(node.arguments ?? []).map(({ name }) =>
        labels.argument(type.name, field.name, name.value),
      ),
    );
  }

  function isOfEachCategory(type: string): boolean {
    const returned = labels.type(type);
    return (
      returned?.kind === 'record' &&
      returned.subject.category !== undefined &&
      // A type that names its scope has no records of another category.
      returned.presence.scopes.length === 0
    );
  }
}

/** What a demand comes to as access. */
export function accessTo({ scopes, isDomestic }: FieldDemand): Access {
  return every([
    ...scopes.map((scope) => needing(`scope:${scope}`)),
    ...(isDomestic ? [needing('place:home')] : []),
  ]);
}

function asksForSomething({ scopes, isDomestic, isOfEachCategory, roles }: FieldDemand): boolean {
  return scopes.length > 0 || isDomestic || isOfEachCategory || roles.length > 0;
}
