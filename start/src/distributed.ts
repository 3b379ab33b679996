/** `npm run start:distributed`: the whole graph in five processes, or more where several gateways are asked for. */
import './require-node-24.js';
import { runProgram } from './program.js';
import { runDistributed } from './run-distributed.js';
import { workersAsked } from './workers/workers-option.js';

const workers = workersAsked('start:distributed', 'Start the whole graph in processes of its own.');
await runProgram(() => runDistributed(workers));
