import { randomBytes } from 'node:crypto';
import { startChild } from '../../start/src/child.js';
import type { Child } from '../../start/src/child.js';
import type { GatewayOrder } from '../../start/src/process-messages.js';
import { readSettings } from '../../start/src/settings.js';
import { NEVER_LATE_ENVIRONMENT } from '../support/never-late.js';
import type { Kit } from './kit.js';

/** The gateways of this project that can be audited: the true one, and those that are broken on purpose. */
export const OWN_GATEWAYS = {
  causeway: 'gateway-process',
  'no-gate': '../../test/audits/broken/no-gate',
  'no-check': '../../test/audits/broken/no-check',
  'label-dropped': '../../test/audits/broken/label-dropped',
} as const;

/** A gateway of this project. */
export type OwnGateway = keyof typeof OWN_GATEWAYS;

/**
 * Starts a gateway of this project over a kit, in a process of its own.
 *
 * @throws StartError if it does not start
 */
export function startOwnGateway(
  name: OwnGateway,
  { folder, subgraphs }: Pick<Kit, 'folder' | 'subgraphs'>,
): Promise<Child> {
  const order: GatewayOrder = {
    settings: readSettings({ ...NEVER_LATE_ENVIRONMENT, PORT: '0', CAUSEWAY_DATA: folder.path }),
    role: { kind: 'alone' },
    imageKey: randomBytes(32).toString('base64url'),
    subgraphs,
  };
  // Its subgraphs are made to fail: what it reports is to be expected.
  return startChild(name, OWN_GATEWAYS[name], order, { output: 'NOWHERE' });
}
