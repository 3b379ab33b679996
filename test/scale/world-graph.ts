import { randomBytes } from 'node:crypto';
import { createGateway, printBody } from '@causeway/gateway';
import { PERSONAS } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { openDataFolder } from '@causeway/start';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import { closeSubgraphs, openSubgraphs } from '../../start/src/subgraphs.js';
import { readSupergraph } from '../../start/src/supergraph.js';
import { testIssuer } from '../support/tokens.js';

/** The whole graph in this process, over a world that is seeded already. */
export interface WorldGraph {
  /** Asks as a persona, and returns the answer's text. @throws Error for an answer with errors */
  ask(
    who: PersonaName,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
  close(): void;
}

const ADDRESS = new URL('http://localhost/graphql');

/** How long a token is used, in milliseconds: less than it is good for. */
const RENEWED_AFTER = 20 * 60_000;

/** Opens the graph over a data folder. */
export async function openWorldGraph(path: string): Promise<WorldGraph> {
  const onError = (error: unknown): void => console.error(error);
  const key = randomBytes(32);
  const subgraphs = await openSubgraphs(openDataFolder(path), {
    clock: Date.now,
    onError,
    keysOf: () => [key],
  });
  const issuer = await testIssuer();
  const gateway = createGateway({
    supergraphSdl: readSupergraph(),
    transports: eachSubgraph((name) => subgraphs[name].handle),
    keys: eachSubgraph(() => key),
    identity: issuer.identity,
    clock: Date.now,
    onError,
    isProduction: true,
  });
  const tokens = new Map<
    PersonaName,
    { readonly token: Promise<string>; readonly since: number }
  >();
  const tokenOf = (who: PersonaName): Promise<string> => {
    const now = Date.now();
    const known = tokens.get(who);
    if (known !== undefined && now - known.since < RENEWED_AFTER) return known.token;
    const persona = PERSONAS.find(({ name }) => name === who);
    if (persona === undefined) throw new Error(`Expected the persona ${who}`);
    const token = issuer.issue(persona.claims, now);
    tokens.set(who, { token, since: now });
    return token;
  };
  return {
    ask: async (who, query, variables = {}) => {
      const purpose = PERSONAS.find(({ name }) => name === who)?.purpose;
      const headers = { authorization: `Bearer ${await tokenOf(who)}`, 'purpose-of-use': purpose };
      const identified = await gateway.identify({ method: 'POST', url: ADDRESS, headers });
      const { body } = await gateway.core.answer({ query, variables }, { identified });
      const text = printBody(body);
      if (text.startsWith('{"errors"')) throw new Error(`Expected an answer, got ${text}`);
      return text;
    },
    close: () => closeSubgraphs(subgraphs),
  };
}
