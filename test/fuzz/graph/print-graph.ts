/** A random graph as SDL: of each subgraph with its labels, and of what clients see. */
import { SUBGRAPHS, subgraphHeader } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { CATEGORY_ENUM, FACET_SELECTIONS } from './building-blocks.js';
import { possibleTypes } from './model.js';
import type { AbstractModel, FieldModel, GraphModel, Label, TypeModel } from './model.js';

/** The SDLs of the subgraphs that resolve anything. */
export function subgraphSdls(graph: GraphModel): ReadonlyMap<SubgraphName, string> {
  return new Map(
    SUBGRAPHS.map((name) => [name, `${subgraphHeader()}\n${new Printer(graph, name).text()}`]),
  );
}

/** The schema that clients see, without a label. */
export function clientSdl({ types, abstract, roots }: GraphModel): string {
  const implemented = [...abstract.values()].filter(({ fields }) => fields.length > 0);
  const plain = ({ name, type, arguments: given }: FieldModel): string => {
    const args = given.map((one) => `${one.name}: ${one.type}`).join(', ');
    return `${name}${args === '' ? '' : `(${args})`}: ${type}`;
  };
  const body = (kind: string, fields: readonly FieldModel[]): string =>
    `{ ${kind === 'value' ? '' : 'id: ID! '}${fields.map(plain).join(' ')} }`;
  return [
    CATEGORY_ENUM,
    `type Query { ${roots.map(plain).join(' ')} }`,
    ...[...types.values()].map(({ kind, name, fields }) => {
      const of = implemented.filter((one) => one.of.includes(name)).map((one) => one.name);
      const heads = of.length === 0 ? '' : ` implements ${of.join(' & ')}`;
      return `type ${name}${heads} ${body(kind, fields)}`;
    }),
    ...[...abstract.values()].map(({ name, of, fields }) =>
      fields.length > 0
        ? `interface ${name} ${body('interface', fields)}`
        : `union ${name} = ${of.join(' | ')}`,
    ),
  ].join('\n');
}

/** Prints one subgraph: what it resolves, and what that leads to. */
class Printer {
  readonly #graph: GraphModel;
  readonly #subgraph: SubgraphName;
  readonly #met = new Set<string>();

  constructor(graph: GraphModel, subgraph: SubgraphName) {
    this.#graph = graph;
    this.#subgraph = subgraph;
  }

  text(): string {
    const { types, abstract, roots } = this.#graph;
    const own = roots.filter((field) => this.#isResolved(field));
    for (const field of own) this.#meet(field.named);
    for (const type of types.values())
      if (type.kind !== 'value' && type.fields.some((field) => this.#isResolved(field)))
        this.#meet(type.name);
    const query = own.map((field) => this.#field(field, '')).join(' ');
    return [
      CATEGORY_ENUM,
      `type Query { ${query === '' ? `only${this.#subgraph}: String @open` : query} }`,
      ...[...types.values()].flatMap((type) =>
        this.#met.has(type.name) ? [this.#type(type)] : [],
      ),
      ...[...abstract.values()].flatMap((one) =>
        this.#met.has(one.name) ? [abstractText(one)] : [],
      ),
    ].join('\n');
  }

  #meet(name: string): void {
    if (this.#met.has(name)) return;
    const { abstract } = this.#graph;
    const possible = possibleTypes(this.#graph, name);
    if (possible.length === 0) return;
    this.#met.add(name);
    for (const one of possible) this.#meet(one.name);
    for (const { of, name: interfaceName, fields } of abstract.values())
      if (fields.length > 0 && of.includes(name) && this.#subgraph === 'records')
        this.#meet(interfaceName);
    const [type] = possible;
    if (abstract.has(name) || type === undefined) return;
    for (const field of this.#fieldsOf(type)) this.#meet(field.named);
  }

  #isResolved({ subgraphs }: FieldModel): boolean {
    return subgraphs.includes(this.#subgraph);
  }

  #fieldsOf({ kind, fields }: TypeModel): readonly FieldModel[] {
    return kind === 'value' ? fields : fields.filter((field) => this.#isResolved(field));
  }

  #type(type: TypeModel): string {
    const { kind, name } = type;
    const fields = this.#fieldsOf(type).map((field) =>
      this.#field(field, kind === 'value' || field.subgraphs.length > 1 ? '@shareable' : ''),
    );
    if (kind === 'value') return `type ${name} { ${fields.join(' ')} }`;
    const isStub = fields.length === 0;
    const key = `@key(fields: "id"${isStub ? ', resolvable: false' : ''})`;
    const implemented =
      this.#subgraph === 'records'
        ? [...this.#graph.abstract.values()].filter(
            (one) => one.fields.length > 0 && one.of.includes(name),
          )
        : [];
    const heads =
      implemented.length === 0
        ? ''
        : `implements ${implemented.map((one) => one.name).join(' & ')} `;
    const external = type.fields.some(
      (field) => field.source.kind === 'derived' && this.#isResolved(field),
    )
      ? 'name: String @external '
      : '';
    const labels =
      type.kind === 'record' ? `${subject(type)} ${labelText(type.presence)}` : '@open';
    return `type ${name} ${heads}${key} ${labels} { id: ID! ${external}${fields.join(' ')} }`;
  }

  #field(
    { name, type, label, isOpen, roles, arguments: given, source }: FieldModel,
    more: string,
  ): string {
    const args = given.map((one) => {
      const isPatient = one.name === 'id' || one.name === 'patient';
      return `${one.name}: ${one.type} ${isPatient ? '@patientId' : ''} ${labelText({ scopes: one.scopes, domestic: false })}`;
    });
    const directives = [
      labelText(label),
      isOpen ? '@open' : '',
      roles.length > 0 ? `@requiresScopes(scopes: ${JSON.stringify(roles)})` : '',
      source.kind === 'derived' ? '@requires(fields: "name")' : '',
      more,
    ];
    return `${name}${args.length === 0 ? '' : `(${args.join(', ')})`}: ${type} ${directives.join(' ')}`;
  }
}

function subject(type: Extract<TypeModel, { kind: 'record' }>): string {
  const id = type.name === 'Patient' ? 'id' : 'patient { id }';
  const facets = type.facets.map((facet) => `, ${facet}: "${FACET_SELECTIONS[facet]}"`);
  return `@subject(id: "${id}"${facets.join('')})`;
}

function labelText({ scopes, domestic }: Label): string {
  return [
    ...scopes.map((scope) => `@consent(scope: "${scope}")`),
    ...(domestic ? ['@domestic'] : []),
  ].join(' ');
}

function abstractText({ name, of, fields }: AbstractModel): string {
  return fields.length > 0
    ? `interface ${name} { id: ID! ${fields.map((one) => `${one.name}: ${one.type}`).join(' ')} }`
    : `union ${name} = ${of.join(' | ')}`;
}
