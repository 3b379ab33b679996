/** The gateway over the subgraphs of one random graph, and the oracle beside it. */
import { createGateway, printBody } from '@causeway/gateway';
import type { Gateway } from '@causeway/gateway';
import type {
  AccessEvent,
  ConsentFacts,
  FetchContext,
  SubgraphName,
  SubgraphRequest,
  SubgraphResponse,
} from '@causeway/schema';
import { composeUnchecked } from '@causeway/schema/compose';
import { NEVER_GIVES_UP } from '../../../gateway/src/http/testing.js';
import { eachSubgraph } from '../../../start/src/each-subgraph.js';
import type { GraphModel } from '../graph/model.js';
import { subgraphSdls } from '../graph/print-graph.js';
import { Oracle } from '../oracle/answer.js';
import { grantOfToken } from '../oracle/grant-of-token.js';
import type { Situation } from '../world/situation.js';
import type { World } from '../world/world.js';
import { Subgraph } from './subgraph.js';
import type { Obedience } from './subgraph.js';

/** What the gateway is asked, and of what. */
export interface Asking {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly world: World;
  readonly situation: Situation;
  readonly obedience: Obedience;
}

/** An answer of the gateway. */
export interface GivenAnswer {
  /** As JSON text, `data` and errors. */
  readonly body: string;
  /** The data requests to subgraphs. */
  readonly asked: readonly { readonly subgraph: SubgraphName; readonly body: string }[];
  /** What was recorded. */
  readonly events: readonly AccessEvent[];
  /** What the gateway's operator was told. */
  readonly failures: readonly unknown[];
}

interface Body {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions: { readonly causeway: FetchContext };
}

/** A random graph that is served. */
export class GraphUnderTest {
  readonly model: GraphModel;
  readonly oracle: Oracle;
  readonly supergraphSdl: string;
  readonly #gateway: Gateway;
  readonly #subgraphs: ReadonlyMap<SubgraphName, Subgraph>;
  readonly #asked: { readonly subgraph: SubgraphName; readonly body: string }[] = [];
  readonly #events: AccessEvent[] = [];
  readonly #failures: unknown[] = [];
  #asking: Asking | null = null;

  constructor(model: GraphModel) {
    this.model = model;
    this.oracle = new Oracle(model);
    const sdls = subgraphSdls(model);
    this.#subgraphs = new Map([...sdls].map(([name, sdl]) => [name, new Subgraph(model, sdl)]));
    const parts = [...sdls].map(([name, sdl]) => ({ name, sdl, url: `http://${name}.invalid` }));
    this.supergraphSdl = composeUnchecked(parts);
    this.#gateway = createGateway({
      supergraphSdl: this.supergraphSdl,
      transports: eachSubgraph((name) => (request) => this.#transport(name, request)),
      keys: eachSubgraph(() => new Uint8Array(32)),
      identity: {
        identify: () => Promise.reject(new Error('Expected callers that are known')),
        recheck: () => Promise.reject(new Error('Expected callers that are known')),
      },
      clock: () => this.#current.situation.now,
      onError: (error) => this.#failures.push(error),
      isProduction: false,
      ...NEVER_GIVES_UP,
    });
  }

  /** Asks the gateway; one question at a time. */
  async ask(asking: Asking): Promise<GivenAnswer> {
    this.#asking = asking;
    this.#asked.length = 0;
    this.#events.length = 0;
    this.#failures.length = 0;
    const { text: query, variables, situation } = asking;
    const identified = { kind: 'caller', caller: situation.caller } as const;
    const { body } = await this.#gateway.core.answer({ query, variables }, { identified });
    return {
      body: printBody(body),
      asked: [...this.#asked],
      events: [...this.#events],
      failures: [...this.#failures],
    };
  }

  get #current(): Asking {
    if (this.#asking === null) throw new Error('Expected a question under way, got none');
    return this.#asking;
  }

  async #transport(name: SubgraphName, { body }: SubgraphRequest): Promise<SubgraphResponse> {
    return { status: 200, body: JSON.stringify(await this.#answerTo(name, body)) };
  }

  #answerTo(name: SubgraphName, text: string): unknown {
    const { situation } = this.#current;
    const { query, variables = {}, extensions } = JSON.parse(text) as Body;
    switch (extensions.causeway.use) {
      case 'data':
        this.#asked.push({ subgraph: name, body: text });
        return this.#data(name, { query, variables, extensions });
      case 'facts':
        return this.#facts(query, variables['keys'] as readonly FactsKey[]);
      case 'audit': {
        if (situation.fault === 'audit down') throw new Error('down');
        const events = variables['events'] as readonly AccessEvent[];
        this.#events.push(...events);
        return { data: { recordAccess: events.length } };
      }
      case 'relay':
      case 'courier':
        throw new Error(`Expected no ${extensions.causeway.use} here`);
    }
  }

  #data(name: SubgraphName, { query, variables = {}, extensions }: Body): unknown {
    const { world, situation, obedience } = this.#current;
    const { caller, patients } = situation;
    const self =
      caller.kind === 'person' ? caller.person : (grantOfToken(patients)?.patient ?? null);
    const { permits } = extensions.causeway;
    return this.#subgraphs
      .get(name)
      ?.answer({ query, variables, permits, caller, world, obedience, self });
  }

  #facts(query: string, keys: readonly FactsKey[]): unknown {
    const [, field = ''] = /\{ (\w+)\(/.exec(query) ?? [];
    return { data: { [field]: keys.map((key) => this.#fact(field, key)) } };
  }

  #fact(field: string, { patient }: FactsKey): unknown {
    const { patients, providerFacts, fault } = this.#current.situation;
    switch (field) {
      case 'patientFacts':
        return patients.get(patient ?? '')?.patientFacts ?? null;
      case 'providerFacts':
        return providerFacts;
      case 'consentFacts': {
        if (fault === 'facts down') throw new Error('down');
        if (patient !== null) return patients.get(patient)?.consentFacts ?? null;
        return { ...NO_CONSENTS, grant: grantOfToken(patients) };
      }
      default:
        return { epoch: 1 };
    }
  }
}

interface FactsKey {
  readonly patient: string | null;
}

const NO_CONSENTS: ConsentFacts = {
  epoch: 1,
  consents: [],
  grant: null,
  careRelation: null,
  stepUp: null,
  emergency: null,
};
