/**
 * Causeway as it is served: token, decisions and audit on, its subgraphs over HTTP. With `--apollo`, Apollo Server speaks
 * HTTP in place of the lean host.
 */
import { randomBytes } from 'node:crypto';
import { createGateway, httpTransport, serveGateway } from '@causeway/gateway';
import { eachSubgraph } from '../../../start/src/each-subgraph.js';
import { testIssuer } from '../../support/tokens.js';
import { given, tellParent } from '../run/messages.js';
import { CLINIC, DOCTOR } from '../world/ids.js';

const { supergraph, urls } = given();
const issuer = await testIssuer();
/** The key that the token is bound to; undefined for one that is good in any hand. */
const thumbprint = process.env['CAUSEWAY_BENCH_THUMBPRINT'];
const token = await issuer.issue(
  {
    sub: 'doctor',
    client_id: 'bench',
    fhirUser: `PractitionerRole/${DOCTOR}`,
    organization: CLINIC,
    purpose_of_use: ['TREAT'],
    ...(thumbprint !== undefined && { cnf: { jkt: thumbprint } }),
  },
  Date.now(),
);
const gateway = createGateway({
  supergraphSdl: supergraph,
  transports: eachSubgraph((subgraph) => {
    const transport = httpTransport({ subgraph, url: new URL(urls[subgraph]) });
    return (request, signal) => transport.send(request, signal);
  }),
  exchanges: 'shared',
  keys: eachSubgraph(() => randomBytes(32)),
  identity: issuer.identity,
  clock: Date.now,
  onError: (error) => console.error(error),
  isProduction: true,
});
const { url } = await serveGateway(gateway, {
  port: 0,
  kind: process.argv.includes('--apollo') ? 'apollo' : 'lean',
  // Answering is measured, and a machine that is kept busy would have it turn requests away.
  limits: { eventLoopDelay: 60_000, requestsAtOnce: 100_000, requestsPerConnection: 100_000_000 },
});
tellParent({
  kind: 'gateway',
  url: `${url}/graphql`,
  headers: {
    authorization: `${thumbprint === undefined ? 'Bearer' : 'DPoP'} ${token}`,
    'purpose-of-use': 'TREAT',
  },
});
