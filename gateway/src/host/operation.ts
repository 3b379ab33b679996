/**
 * An operation, compiled once per text (and once more per set of condition values and of refused demands): its
 * canonical form, whose data its root fields lead to, and the text that is planned.
 */
import { createHash } from 'node:crypto';
import { BoundedMap } from '@causeway/schema';
import type { RootField } from '@causeway/schema';
import { Kind, OperationTypeNode } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
} from 'graphql';
import { isClinical } from '../enforcement/index.js';
import {
  INTROSPECTION_FIELDS,
  canonicalise,
  compileProjection,
  conditionVariables,
  createFieldCollector,
  fieldsOnInterfaces,
  printCanonical,
} from '../execution/index.js';
import type {
  CanonicalField,
  CanonicalOperation,
  CanonicalSelection,
  Projection,
  Step,
} from '../execution/index.js';
import type { PlanCache } from '../planning/index.js';
import type { Graph } from './graph.js';

/** A root field of a canonical operation. */
export interface OperationRoot {
  readonly field: CanonicalField;
  /** Whose data it leads to; undefined for a field that is not labelled at all, which is refused. */
  readonly leadsTo: RootField | undefined;
}

/** An operation in one of its condition variants. */
export interface OperationVariant extends CanonicalOperation {
  readonly roots: ReadonlyMap<string, OperationRoot>;
  /** Writes the answers. */
  readonly projection: Projection;
  /** Every demand anywhere in the operation. */
  readonly demands: ReadonlySet<string>;
  /** Whether it may meet clinical records: those of mixed types and of unions demand nothing before they are there. */
  readonly meetsRecords: boolean;
  /**
   * The plan without what demands any of the refused; null where nothing is left to fetch.
   *
   * @throws PlanningError if there is none in time
   */
  plan(refused: ReadonlySet<string>): Promise<Step | null>;
}

/** The most variants (by conditions, by refused demands) kept of one operation. */
const MAX_VARIANTS = 16;

/** What a document takes for each character of its text, in bytes; measured on operations of every size. */
const BYTES_PER_CHARACTER_OF_TEXT = 100;

/** What a variant takes for each character of its canonical text, in bytes; measured on operations of every size. */
const BYTES_PER_CHARACTER_OF_VARIANT = 30;

/** What operations are compiled with. */
export interface OperationOptions {
  readonly graph: Graph;
  readonly plans: PlanCache;
  /** The most fields of an operation once fragments are expanded. */
  readonly maxSelections: number;
  /** Told by how many bytes the operation has grown. */
  readonly onGrowth: (bytes: number) => void;
}

/** A compiled operation. */
export class Operation {
  readonly definition: OperationDefinitionNode;
  readonly document: DocumentNode;
  /** SHA-256 of the operation's text, for the audit trail. */
  readonly digest: string;
  /** Whether it only asks about the schema. */
  readonly isIntrospection: boolean;
  /** What it takes before any of its variants, in bytes. */
  readonly size: number;
  readonly #options: OperationOptions;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #onInterfaces: ReadonlyMap<FieldNode, string>;
  readonly #conditions: readonly string[];
  readonly #variants = new BoundedMap<string, OperationVariant>({ capacity: MAX_VARIANTS });

  /** The document is valid against the graph's API schema. */
  constructor(
    document: DocumentNode,
    definition: OperationDefinitionNode,
    text: string,
    options: OperationOptions,
  ) {
    this.#options = options;
    this.size = BYTES_PER_CHARACTER_OF_TEXT * text.length;
    this.document = document;
    this.definition = definition;
    this.digest = createHash('sha256').update(text).digest('hex');
    this.#fragments = new Map(
      document.definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
    this.#onInterfaces = fieldsOnInterfaces(options.graph.apiSchema, document);
    this.#conditions = conditionVariables(document);
    this.isIntrospection = isIntrospectionOnly(definition);
  }

  /** The variant for the values of the operation's condition variables. */
  variant(variables: Readonly<Record<string, unknown>>): OperationVariant {
    const key = this.#conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    return remembered(this.#variants, key, () => this.#compile(variables));
  }

  #compile(variables: Readonly<Record<string, unknown>>): OperationVariant {
    const { apiSchema, annotations, labels } = this.#options.graph;
    const rootType = apiSchema.getRootType(this.definition.operation);
    if (rootType == null)
      throw new Error(`Expected a schema with a ${this.definition.operation} type`);
    const collect = createFieldCollector(apiSchema, this.#fragments, variables);
    const { canonical, client } = canonicalise(rootType, this.definition.selectionSet, {
      schema: apiSchema,
      annotations,
      collect,
      onInterfaces: this.#onInterfaces,
      maxSelections: this.#options.maxSelections,
    });
    const roots = new Map<string, OperationRoot>();
    for (const [key, field] of canonical.fields.get(rootType.name) ?? []) {
      roots.set(key, {
        field,
        leadsTo: labels.root(this.definition.operation, field.node.name.value),
      });
    }
    const texts = new BoundedMap<string, string | null>({ capacity: MAX_VARIANTS });
    return {
      canonical,
      client,
      roots,
      projection: compileProjection(client, annotations.isRecord),
      demands: demandsIn(canonical),
      meetsRecords: typesIn(canonical).some((type) => {
        const label = annotations.record(type);
        return label !== undefined && isClinical(label);
      }),
      plan: async (refused) => {
        const key = [...refused].sort().join(' ');
        const text = remembered(texts, key, () => this.#print(canonical, refused));
        return text === null ? null : this.#options.plans.get(text);
      },
    };
  }

  #print(canonical: CanonicalOperation['canonical'], refused: ReadonlySet<string>): string | null {
    const printed = printCanonical(this.definition, canonical, refused);
    if (printed === null) return null;
    this.#options.onGrowth(BYTES_PER_CHARACTER_OF_VARIANT * printed.text.length);
    return printed.text;
  }
}

function remembered<Value>(
  known: BoundedMap<string, Value>,
  key: string,
  make: () => Value,
): Value {
  const found = known.use(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function demandsIn(canonical: CanonicalSelection): ReadonlySet<string> {
  const fields = [...canonical.fields.values()].flatMap((ofType) => [...ofType.values()]);
  return new Set(
    fields.flatMap(({ demands, selection }) =>
      selection === null ? demands : [...demands, ...demandsIn(selection)],
    ),
  );
}

/** The object types of which anything may be selected, once for each place. */
function typesIn({ fields }: CanonicalSelection): readonly string[] {
  return [...fields].flatMap(([type, ofType]) => [
    type,
    ...[...ofType.values()].flatMap(({ selection }) => (selection ? typesIn(selection) : [])),
  ]);
}

function isIntrospectionOnly({ operation, selectionSet }: OperationDefinitionNode): boolean {
  return (
    operation === OperationTypeNode.QUERY &&
    selectionSet.selections.every(
      (selection) =>
        selection.kind === Kind.FIELD &&
        (INTROSPECTION_FIELDS.has(selection.name.value) || selection.name.value === '__typename'),
    )
  );
}
