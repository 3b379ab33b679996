/** The gateway's process without the gate; started by `own-gateway.ts`. */
import { breakSource } from './break-source.js';
import { NO_GATE } from './faults.js';

breakSource(NO_GATE);
await import('../../../start/src/gateway-process.js');
