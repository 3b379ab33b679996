/** The whole API with, at each field, its label and what it takes of each audience: for who chooses what to ask for. */
import { Kind, isObjectType, parse, print, printSchema } from 'graphql';
import type { FieldDefinitionNode } from 'graphql';
import { gettableBy } from '../access/gettable.js';
import { accessGraphOf } from '../access/label-access.js';
import type { AccessGraph } from '../access/label-access.js';
import { AUDIENCES } from '../audiences.js';
import type { Audience } from '../audiences.js';
import { labelWords } from '../reference/label-words.js';
import { accessLine } from './access-line.js';

interface Reach {
  readonly audience: Audience;
  /** The coordinates that some caller of the audience could ever get. */
  readonly fields: ReadonlySet<string>;
}

/**
 * The SDL that clients see, in which each field's description ends with its label and with a line for each audience.
 *
 * @throws LabelError if there are labels that cannot be read
 */
export function annotatedSdl(supergraphSdl: string): string {
  const graph = accessGraphOf(supergraphSdl);
  const reaches = AUDIENCES.map((audience) => ({
    audience,
    fields: new Set(audience.callers.flatMap((caller) => [...gettableBy(graph, caller).fields])),
  }));
  const { definitions, ...document } = parse(printSchema(graph.api), { noLocation: true });
  return print({
    ...document,
    definitions: definitions.map((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.fields !== undefined
        ? {
            ...node,
            fields: node.fields.map((field) =>
              withLines(field, linesOf(graph, reaches, node.name.value, field.name.value)),
            ),
          }
        : node,
    ),
  });
}

function linesOf(
  graph: AccessGraph,
  reaches: readonly Reach[],
  typeName: string,
  fieldName: string,
): readonly string[] {
  const type = graph.api.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!isObjectType(type) || field === undefined) return [];
  return [
    `**Label:** ${labelWords(graph, type, field)}.`,
    '',
    ...reaches.map(({ audience, fields }) => {
      const isInReach = fields.has(`${typeName}.${fieldName}`);
      const takes = isInReach ? accessLine(graph, audience, typeName, fieldName) : 'never';
      return `- ${audience.name}: ${takes}`;
    }),
  ];
}

function withLines(field: FieldDefinitionNode, lines: readonly string[]): FieldDefinitionNode {
  const { description } = field;
  const before = description === undefined ? [] : [description.value, ''];
  const value = [...before, ...lines].join('\n');
  return { ...field, description: { kind: Kind.STRING, block: true, value } };
}
