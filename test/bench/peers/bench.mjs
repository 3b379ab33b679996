/** What the peers' programs share: what they are given, and how they tell that they can be asked. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The graph without labels, and the subgraphs' addresses. */
export const { plain, urls } = JSON.parse(readFileSync(process.env.CAUSEWAY_BENCH_GIVEN, 'utf8'));

/** Tells the bench where to ask, and ends with it. */
export function ready(url, headers = {}) {
  process.send({ kind: 'gateway', url, headers });
  process.once('disconnect', () => process.exit());
}

/** Serves a handler of Node's requests on a free port of loopback. */
export function serve(handler) {
  const server = createServer(handler);
  server.listen(0, '127.0.0.1', () => {
    ready(`http://127.0.0.1:${server.address().port}/graphql`);
  });
}
