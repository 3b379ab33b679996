/** Another gateway over the subgraphs of a graph, in a process of its own. */
import { randomBytes } from 'node:crypto';
import { PERSONAS } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { openDataFolder, openDevelopmentIssuer, readSettings } from '@causeway/start';
import { startChild } from '../../start/src/child.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import { NEVER_LATE_ENVIRONMENT } from './never-late.js';
import type { TestGraph } from './start-graph.js';

/** A gateway in another process. */
export interface OtherGateway {
  readonly pid: number;
  /** What it answers over HTTP, as text. */
  ask(who: PersonaName, query: string, variables: object): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts it over the subgraphs of a graph whose subgraphs are processes; its keys lie in the folder of the databases.
 *
 * @throws StartError if it does not start
 */
export async function startOtherGateway(
  { fleet: { urls, key } }: Pick<TestGraph, 'fleet'>,
  folder: string,
): Promise<OtherGateway> {
  if (urls === null) throw new Error('Expected subgraphs in processes of their own');
  const settings = readSettings({ ...NEVER_LATE_ENVIRONMENT, CAUSEWAY_DATA: folder, PORT: '0' });
  const child = await startChild('gateway', 'gateway-process', {
    settings,
    role: { kind: 'alone' },
    imageKey: randomBytes(32).toString('base64url'),
    subgraphs: eachSubgraph((name) => ({
      url: urls[name],
      key: Buffer.from(key).toString('base64url'),
    })),
  });
  const issuer = await openDevelopmentIssuer(openDataFolder(folder), settings);
  return {
    pid: child.pid,
    ask: async (who, query, variables) => {
      const persona = PERSONAS.find(({ name }) => name === who);
      if (persona === undefined) throw new Error(`Expected a persona, got ${who}`);
      const response = await fetch(`${child.url}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await issuer.issue(persona.claims, Date.now())}`,
          'purpose-of-use': persona.purpose,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ query, variables }),
      });
      return response.text();
    },
    close: () => child.end(),
  };
}
