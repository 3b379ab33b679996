import { BoundedMap } from '@causeway/schema';
import { GraphQLError, Kind, OperationTypeNode, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** An operation that may be executed, and whether it may change something; or why it may not be. */
export type Prepared =
  | { readonly document: DocumentNode; readonly changes: boolean }
  | { readonly errors: readonly GraphQLError[] };

/** What operations take that are kept, in bytes, unless told otherwise. */
const MAX_BYTES = 32 * 2 ** 20;

/** What a parsed operation takes for each character of its text, in bytes: the text itself, and nodes with their tokens. */
const BYTES_PER_CHARACTER = 100;

/**
 * Operations of one schema by their texts, parsed and validated once. Clients choose what the gateway asks for, so what
 * is kept is bounded by what it takes, not by its number; the one unused for longest makes room.
 */
export class PreparedOperations {
  readonly #schema: GraphQLSchema;
  readonly #known: BoundedMap<string, Prepared>;

  constructor(schema: GraphQLSchema, maxBytes: number = MAX_BYTES) {
    this.#schema = schema;
    this.#known = new BoundedMap({
      capacity: maxBytes,
      sizeOf: (_prepared, text) => text.length * BYTES_PER_CHARACTER,
    });
  }

  /** The operation of a text. */
  get(text: string): Prepared {
    const known = this.#known.use(text);
    if (known !== undefined) return known;
    const prepared = prepare(this.#schema, text);
    this.#known.set(text, prepared);
    return prepared;
  }
}

function prepare(schema: GraphQLSchema, text: string): Prepared {
  try {
    const document = parse(text);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document, changes: mayChange(document) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

function mayChange({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation !== OperationTypeNode.QUERY,
  );
}
