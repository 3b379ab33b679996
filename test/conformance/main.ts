/**
 * `npm run conformance:subgraph -- CHECKOUT` runs Apollo's subgraph compatibility suite, of which CHECKOUT is a checkout
 * outside this project, against our kit and the engine. Ends with 1 unless every case of an exposed feature has passed.
 */
import { resolve } from 'node:path';
import { startGraph } from './start-graph.js';
import { Suite, SuiteError } from './suite.js';
import type { Case } from './suite.js';

/** Features of the suite that the kit does not have, and why. */
const NOT_EXPOSED: ReadonlyMap<string, string> = new Map([
  ['ftv1', 'no subgraph tells beside its answer what it resolved, and how long each value took'],
]);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  const [checkout] = process.argv.slice(2);
  if (checkout === undefined)
    throw new SuiteError('Expected a checkout: npm run conformance:subgraph -- CHECKOUT');
  const suite = new Suite(resolve(checkout));
  const cases = await suite.run(await startGraph(suite));
  process.exit(tell(cases) ? 0 : 1);
} catch (error) {
  console.error(error instanceof SuiteError ? error.message : error);
  process.exit(1);
}

/** Tells the results; whether every case of an exposed feature has passed. */
function tell(cases: readonly Case[]): boolean {
  for (const { feature, title, failure } of cases) {
    const reason = NOT_EXPOSED.get(feature);
    const result = failure === null ? 'passed' : reason === undefined ? 'FAILED' : 'not exposed';
    console.log(`${result.padEnd(12)}${feature === title ? feature : `${feature}: ${title}`}`);
    if (failure !== null) console.log(reason ?? failure);
  }
  const exposed = cases.filter(({ feature }) => !NOT_EXPOSED.has(feature));
  const passed = exposed.filter(({ failure }) => failure === null);
  console.log(`${passed.length} of ${exposed.length} cases of exposed features passed`);
  return exposed.length > 0 && passed.length === exposed.length;
}
