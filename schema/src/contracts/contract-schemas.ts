import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { accessGraphOf } from '../access/label-access.js';
import type { AccessGraph } from '../access/label-access.js';
import { AUDIENCES } from '../audiences.js';
import type { AudienceName } from '../audiences.js';
import { contractOf } from './contract.js';

/** The contracts of a supergraph as schemas, each made when it is first asked for: making one takes a while. */
export class ContractSchemas {
  readonly #supergraphSdl: string;
  readonly #schemas = new Map<AudienceName, GraphQLSchema | null>();
  #graph: AccessGraph | null = null;

  constructor(supergraphSdl: string) {
    this.#supergraphSdl = supergraphSdl;
  }

  /**
   * What an audience could ever get; null where there is nothing that it could ask for.
   *
   * @throws LabelError if there are labels that cannot be read
   */
  of(name: AudienceName): GraphQLSchema | null {
    const known = this.#schemas.get(name);
    if (known !== undefined) return known;
    const schema = this.#make(name);
    this.#schemas.set(name, schema);
    return schema;
  }

  #make(name: AudienceName): GraphQLSchema | null {
    const audience = AUDIENCES.find((each) => each.name === name);
    if (audience === undefined) return null;
    this.#graph ??= accessGraphOf(this.#supergraphSdl);
    const sdl = contractOf(this.#graph, audience);
    return sdl === null ? null : buildSchema(sdl, { noLocation: true });
  }
}
