/** Random operations on a random graph: fields, aliases, arguments, variables, fragments and conditions. */
import { parse, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Draw } from '../draw.js';
import { possibleTypes } from '../graph/model.js';
import type { FieldModel, GraphModel } from '../graph/model.js';
import { NOBODY, PATIENTS } from '../world/world.js';

/** An operation that is valid. */
export interface RandomOperation {
  readonly text: string;
  readonly document: DocumentNode;
}

/** The definitions of the variables that operations may use. */
const VARIABLES: Readonly<Record<string, string>> = {
  one: 'ID!',
  other: 'ID!',
  yes: 'Boolean!',
  no: 'Boolean!',
  first: 'Int',
};

/** Names that collide with fields, with hidden keys and with prototypes. */
const ALIASES = [
  'id',
  'name',
  'title',
  'patient',
  'category',
  '__hidden_patient',
  'constructor',
  '__proto__',
  'x',
];

const CONDITIONS = [
  ...Array<string>(16).fill(''),
  '@include(if: $yes)',
  '@skip(if: $no)',
  '@include(if: $no)',
  '@skip(if: $yes)',
];

/** A random operation on a graph; the schema is what clients see. */
export function randomOperation(
  draw: Draw,
  graph: GraphModel,
  schema: GraphQLSchema,
): RandomOperation {
  for (;;) {
    const text = new Writer(draw, graph).operation();
    const document = parse(text, { noLocation: true });
    if (validate(schema, document).length === 0) return { text, document };
  }
}

/** Values for the variables of an operation. */
export function randomVariables(draw: Draw, text: string): Readonly<Record<string, unknown>> {
  const patients = [...PATIENTS, ...Array<string>(24).fill('p1'), ...NOBODY];
  const values: Readonly<Record<string, unknown>> = {
    one: draw.one(patients),
    other: draw.one(patients),
    yes: draw.chance(0.8),
    no: draw.chance(0.2),
    first: draw.one([0, 1, 2, 5, null]),
  };
  return Object.fromEntries(Object.entries(values).filter(([name]) => text.includes(`$${name}`)));
}

/** How many sets of fields may stand within the first. */
const BELOW_ROOT = 3;

class Writer {
  readonly #draw: Draw;
  readonly #graph: GraphModel;
  readonly #fragments: string[] = [];

  constructor(draw: Draw, graph: GraphModel) {
    this.#draw = draw;
    this.#graph = graph;
  }

  operation(): string {
    const draw = this.#draw;
    const roots = draw.times(1 + draw.below(2), () =>
      draw.weighed([
        [6, () => this.#root('patient')],
        [1, () => this.#root('me')],
        [3, () => this.#root('myPatients')],
        [2, () => draw.one(this.#graph.roots)],
      ]),
    );
    const body = roots.map((field) => this.#field(field, BELOW_ROOT + 1)).join(' ');
    const rest = this.#fragments.join('\n');
    const used = Object.entries(VARIABLES).filter(([name]) =>
      `${body} ${rest}`.includes(`$${name}`),
    );
    const head = used.map(([name, type]) => `$${name}: ${type}`).join(', ');
    return `query${head === '' ? '' : ` (${head})`} { ${body} }\n${rest}`;
  }

  #root(name: string): FieldModel {
    const field = this.#graph.roots.find((one) => one.name === name);
    if (field === undefined) throw new Error(`Expected the root field ${name}, got none`);
    return field;
  }

  #field(field: FieldModel, depth: number): string {
    const draw = this.#draw;
    const alias = draw.chance(0.15) ? `${draw.one(ALIASES)}: ` : '';
    const given = field.arguments.flatMap((one) => {
      switch (one.name) {
        case 'id':
        case 'patient':
          return [`${one.name}: ${draw.one(['$one', '$one', '$other', '"p1"', '"p1"', '"p2"'])}`];
        case 'first':
          return draw.chance(0.5) ? [`first: ${draw.one(['$first', '1', '2', 'null'])}`] : [];
        case 'hint':
          return draw.chance(0.5) ? [`hint: "${draw.one(['0', '1', '2'])}"`] : [];
      }
    });
    const args = given.length === 0 ? '' : `(${given.join(', ')})`;
    const isObject = possibleTypes(this.#graph, field.named).length > 0;
    const set = isObject
      ? this.#isSplit(field)
        ? '{ id __typename }'
        : this.#set(field.named, depth - 1)
      : '';
    return `${alias}${field.name}${args} ${draw.one(CONDITIONS)} ${set}`;
  }

  /** Of a patient that two subgraphs lead to, one fetch brings the key and another the rest: such a one is refused. */
  #isSplit({ source }: FieldModel): boolean {
    const leadsToPatient = (one: FieldModel['source']): boolean =>
      one.kind === 'facet' && one.facet === 'patient';
    if (!leadsToPatient(source)) return false;
    return [...this.#graph.types.values()].some(({ fields }) =>
      fields.some((one) => leadsToPatient(one.source) && one.subgraphs.length > 1),
    );
  }

  #set(type: string, depth: number): string {
    const draw = this.#draw;
    const { abstract, types } = this.#graph;
    const isUnion = abstract.get(type)?.fields.length === 0;
    const fields = abstract.get(type)?.fields ?? types.get(type)?.fields ?? [];
    // Further down, the planner finds no way to what is made of other subgraphs' fields.
    const isPlanned = ({ source }: FieldModel): boolean =>
      source.kind !== 'derived' || depth === BELOW_ROOT;
    const isLeaf = ({ named }: FieldModel): boolean =>
      possibleTypes(this.#graph, named).length === 0;
    const leaves = fields.filter((field) => isLeaf(field) && isPlanned(field));
    const inner = fields.filter((field) => !isLeaf(field));
    const hasId = !isUnion && types.get(type)?.kind !== 'value';
    const selections = draw.times(1 + draw.below(4), () =>
      draw.weighed([
        [leaves.length > 0 ? 4 : 0, () => this.#field(draw.one(leaves), depth)],
        [depth > 0 && inner.length > 0 ? 6 : 0, () => this.#field(draw.one(inner), depth)],
        [hasId ? 2 : 0, () => 'id'],
        [1, () => '__typename'],
        [depth > 0 ? (abstract.has(type) ? 5 : 1) : 0, () => this.#fragment(type, depth)],
      ]),
    );
    return `{ ${selections.join(' ')} }`;
  }

  #fragment(type: string, depth: number): string {
    const draw = this.#draw;
    const on = [
      type,
      ...possibleTypes(this.#graph, type).map(({ name }) => name),
      ...[...this.#graph.abstract.values()]
        .filter(({ of }) => of.includes(type))
        .map(({ name }) => name),
    ];
    const target = draw.one(on);
    const set = this.#set(target, depth - 1);
    const condition = draw.one(CONDITIONS);
    if (draw.chance(0.6)) return `... on ${target} ${condition} ${set}`;
    const name = `F${String(this.#fragments.length)}`;
    this.#fragments.push(`fragment ${name} on ${target} ${set}`);
    return `...${name} ${condition}`;
  }
}
