/**
 * A courier in a process of its own, to be killed: `courier-process.ts FOLDER WEBHOOK NOW` delivers what waits in the
 * databases of a folder to a webhook, at a time that stands still.
 */
import { createDispatch } from '../../gateway/src/host/dispatch.js';
import { ownCalls } from '../../gateway/src/host/own-calls.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import { courierRound } from './courier-round.js';
import { startFleet } from './fleets.js';

const [folder = '', webhook = '', now = ''] = process.argv.slice(2);
const clock = (): number => Number(now);

const fleet = await startFleet('in-process', { folder, clock, onError: console.error });
const keys = eachSubgraph(() => fleet.key);
const { call } = ownCalls(createDispatch({ transports: fleet.handlers, keys, clock }), clock);
await courierRound({ call, webhook, clock, onError: console.error });
await fleet.close();
