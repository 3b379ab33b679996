import { readFileSync } from 'node:fs';
import { API_PATH } from '@causeway/schema/compose-files';
import type { GeneratedFile } from '@causeway/schema/compose-files';
import { Kind, parse, print, visit } from 'graphql';
import type { ConstDirectiveNode, TypeNode } from 'graphql';
import { clientPath } from './paths.js';

const HEADER = `"""
The value is null only together with an error at its path: a refusal, or a failure. For clients that handle errors themselves.

See https://specs.apollo.dev/nullability/v0.4
"""
directive @semanticNonNull(levels: [Int!]! = [0]) on FIELD_DEFINITION
`;

const ANNOTATION: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'semanticNonNull' },
};

/**
 * The schema that clients see, with `@semanticNonNull` where a field of a patient is null by a refusal alone: lists of
 * records, which are empty rather than null when there are none.
 */
export function semanticSchema(): GeneratedFile {
  const annotated = visit(parse(readFileSync(API_PATH, 'utf8')), {
    ObjectTypeDefinition: (type) => (type.name.value === 'Patient' ? undefined : false),
    InterfaceTypeDefinition: () => false,
    FieldDefinition: (field) =>
      isConnection(field.type)
        ? { ...field, directives: [...(field.directives ?? []), ANNOTATION] }
        : undefined,
  });
  return { path: clientPath('semantic.graphql'), text: `${HEADER}\n${print(annotated)}\n` };
}

function isConnection(type: TypeNode): boolean {
  return type.kind === Kind.NAMED_TYPE && type.name.value.endsWith('Connection');
}
