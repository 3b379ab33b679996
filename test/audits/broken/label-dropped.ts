/** The gateway's process without a label; started by `own-gateway.ts`. */
import { breakSource } from './break-source.js';
import { LABEL_DROPPED } from './faults.js';

breakSource(LABEL_DROPPED);
await import('../../../start/src/gateway-process.js');
