/** @apollo/gateway in Apollo Server, with a data source that keeps undici's connections open. */
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Pool } from 'undici';
import { plain, ready } from './bench.mjs';

class UndiciDataSource {
  #pool;
  #path;

  constructor(url) {
    const { origin, pathname } = new URL(url);
    this.#pool = new Pool(origin, { connections: 64 });
    this.#path = pathname;
  }

  async process({ request: { query, variables, operationName } }) {
    const { body } = await this.#pool.request({
      method: 'POST',
      path: this.#path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables, operationName }),
    });
    return body.json();
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: plain.supergraph,
  buildService: ({ url }) => new UndiciDataSource(url),
});
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
ready(url);
