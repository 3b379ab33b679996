/** @apollo/gateway in Apollo Server, as its documentation sets it up. */
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { plain, ready } from './bench.mjs';

const gateway = new ApolloGateway({ supergraphSdl: plain.supergraph });
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
ready(url);
