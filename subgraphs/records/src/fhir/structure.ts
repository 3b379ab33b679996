/**
 * The base structure of FHIR R4: elements, cardinalities, choices and primitive types of the resources that this
 * graph takes. No profiles, no terminology, no invariants.
 */
import { filled } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import { objectOf } from './elements.js';
import type { Element } from './elements.js';
import { foreignShapeOf } from './foreign-shapes.js';
import type { ForeignShape } from './foreign-shapes.js';
import { isOfPrimitive, isPrimitive } from './primitives.js';
import { R4_DATA_TYPES, R4_RESOURCES } from './r4-elements.js';
import { GOT, STRUCTURE } from './structure-texts.js';

/** What is wrong with a resource, and where. */
export interface StructureIssue {
  readonly code:
    | ForeignShape
    | 'NOT_A_RESOURCE'
    | 'MISSING_ELEMENT'
    | 'AMBIGUOUS_CHOICE'
    | 'INVALID_VALUE'
    | 'UNKNOWN_MODIFIER';
  /** The element's path with indices: `Observation.component[1].code`. */
  readonly path: string;
  /** What was expected and what was got. */
  readonly texts: Texts;
}

interface Definition {
  readonly element: string;
  readonly type: string;
  readonly isList: boolean;
}

interface TypeDefinition {
  /** By the name in JSON: `valueQuantity`. */
  readonly byName: ReadonlyMap<string, Definition>;
  /** Elements that must be there, choices by their name with `[x]`. */
  readonly required: readonly string[];
}

/** The resource types whose structure is known. */
export function isKnownResourceType(type: string): boolean {
  return Object.hasOwn(R4_RESOURCES, type) && !type.includes('.');
}

/** Everything that is wrong with the base structure of a resource of a known type; empty for a sound one. */
export function checkStructure(resource: Element): readonly StructureIssue[] {
  const type = resource['resourceType'];
  if (typeof type !== 'string' || !isKnownResourceType(type)) {
    const got = typeof type === 'string' ? type.slice(0, 64) : 'none';
    return [issue('NOT_A_RESOURCE', 'resourceType', filled(STRUCTURE.resourceType, { got }))];
  }
  const issues: StructureIssue[] = [];
  checkObject(resource, type, type, issues);
  return issues;
}

const ELEMENT = 'id:string extension:Extension* modifierExtension:Extension*';
const RESOURCE =
  'resourceType:code id:id meta:Meta implicitRules:uri language:code text:Narrative contained:Resource* extension:Extension* modifierExtension:Extension*';

const definitions = new Map<string, TypeDefinition>();

function definitionOf(type: string): TypeDefinition {
  const known = definitions.get(type);
  if (known !== undefined) return known;
  const own = R4_RESOURCES[type] ?? R4_DATA_TYPES[type] ?? '';
  const definition = read(`${own} ${isKnownResourceType(type) ? RESOURCE : ELEMENT}`);
  definitions.set(type, definition);
  return definition;
}

function read(text: string): TypeDefinition {
  const byName = new Map<string, Definition>();
  const required: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const [, element = '', types = '', cardinality = ''] =
      /^([^:]+):([^!*+]+)([!*+]?)$/.exec(word) ?? [];
    const isList = cardinality === '*' || cardinality === '+';
    if (cardinality === '!' || cardinality === '+') required.push(element);
    for (const type of types.split('|')) {
      const name = element.endsWith('[x]')
        ? element.slice(0, -3) + type.charAt(0).toUpperCase() + type.slice(1)
        : element;
      byName.set(name, { element, type, isList });
    }
  }
  return { byName, required };
}

function checkObject(object: Element, type: string, path: string, issues: StructureIssue[]): void {
  const { byName, required } = definitionOf(type);
  const present = new Map<string, string>();
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const name = key.startsWith('_') ? key.slice(1) : key;
    const definition = byName.get(name);
    if (definition === undefined) {
      issues.push(
        issue(
          foreignShapeOf(type, key),
          `${path}.${key}`,
          filled(STRUCTURE.unknown, { key, type }),
        ),
      );
      continue;
    }
    const other = present.get(definition.element);
    if (other !== undefined && other !== name) {
      const told = filled(STRUCTURE.choice, {
        element: definition.element,
        one: other,
        other: name,
      });
      issues.push(issue('AMBIGUOUS_CHOICE', `${path}.${name}`, told));
    }
    present.set(definition.element, name);
    if (key.startsWith('_')) checkPrimitiveExtension(value, key, definition, path, issues);
    else checkValue(value, definition, `${path}.${key}`, issues);
  }
  for (const element of required) {
    if (present.has(element)) continue;
    issues.push(
      issue('MISSING_ELEMENT', `${path}.${element}`, filled(STRUCTURE.missing, { element })),
    );
  }
  for (const modifier of ['modifierExtension', 'implicitRules']) {
    if (object[modifier] === undefined) continue;
    issues.push(issue('UNKNOWN_MODIFIER', `${path}.${modifier}`, STRUCTURE.modifier));
  }
}

function checkValue(
  value: unknown,
  definition: Definition,
  path: string,
  issues: StructureIssue[],
): void {
  const { type, isList } = definition;
  if (Array.isArray(value) !== isList || (Array.isArray(value) && value.length === 0)) {
    const told = isList ? STRUCTURE.list : STRUCTURE.single;
    issues.push(issue('INVALID_VALUE', path, filled(told, { type, got: shown(value) })));
    return;
  }
  if (!isList) {
    checkOne(value, type, path, issues);
    return;
  }
  (value as readonly unknown[]).forEach((each, index) => {
    // A null holds the place of a primitive that has only an extension.
    if (each !== null || !isPrimitive(type)) checkOne(each, type, `${path}[${index}]`, issues);
  });
}

function checkOne(value: unknown, type: string, path: string, issues: StructureIssue[]): void {
  if (isPrimitive(type)) {
    if (isOfPrimitive(type, value)) return;
    issues.push(issue('INVALID_VALUE', path, filled(STRUCTURE.type, { type, got: shown(value) })));
    return;
  }
  const object = objectOf(value);
  if (object === null) {
    issues.push(issue('INVALID_VALUE', path, filled(STRUCTURE.type, { type, got: shown(value) })));
  } else if (type === 'Resource') {
    checkContained(object, path, issues);
  } else {
    checkObject(object, type, path, issues);
  }
}

function checkContained(resource: Element, path: string, issues: StructureIssue[]): void {
  const type = resource['resourceType'];
  if (typeof type !== 'string') {
    issues.push(issue('NOT_A_RESOURCE', path, STRUCTURE.contained));
  } else if (isKnownResourceType(type)) {
    checkObject(resource, type, path, issues);
  }
}

function checkPrimitiveExtension(
  value: unknown,
  key: string,
  { type, isList }: Definition,
  path: string,
  issues: StructureIssue[],
): void {
  const parts: readonly unknown[] = isList && Array.isArray(value) ? value : [value];
  for (const part of parts) {
    const object = objectOf(part);
    if (object !== null && isPrimitive(type)) {
      checkObject(object, 'Element', `${path}.${key}`, issues);
    } else if (part !== null) {
      // `_id` as a text is how document databases export their own ids.
      const code = key === '_id' ? 'DATABASE_EXPORT' : 'INVALID_VALUE';
      const told = filled(STRUCTURE.extensions, { got: shown(part) });
      issues.push(issue(code, `${path}.${key}`, told));
    }
  }
}

/** The kind of a value, never the value itself: it may be about a patient. */
function shown(value: unknown): Texts {
  if (value === null) return GOT.null;
  if (Array.isArray(value)) return value.length === 0 ? GOT.emptyList : GOT.list;
  return typeof value === 'object' ? GOT.object : filled(GOT.other, { type: typeof value });
}

function issue(code: StructureIssue['code'], path: string, told: Texts): StructureIssue {
  return { code, path, texts: told };
}
