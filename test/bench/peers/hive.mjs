/** Hive Gateway; `--rust` plans by its Rust planner and runs by the executor that comes with that. */
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { plain, serve } from './bench.mjs';

const runtime = createGatewayRuntime({
  supergraph: plain.supergraph,
  logging: false,
  maskedErrors: false,
  landingPage: false,
  graphiql: false,
  ...(process.argv.includes('--rust') && { unifiedGraphHandler }),
});
serve(runtime);
