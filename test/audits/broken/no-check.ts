/** The gateway's process without the check; started by `own-gateway.ts`. */
import { breakSource } from './break-source.js';
import { NO_CHECK } from './faults.js';

breakSource(NO_CHECK);
await import('../../../start/src/gateway-process.js');
