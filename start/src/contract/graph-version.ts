import { AUDIENCES, LabelError } from '@causeway/schema';
import {
  ApprovalError,
  accessGraphOf,
  parseApprovals,
  parseAudiences,
} from '@causeway/schema/access-diff';
import type { GraphVersion } from '@causeway/schema/access-diff';
import { CompositionError } from '@causeway/schema/compose';
import { supergraphOfSet } from '@causeway/schema/compose-set';
import { ConsumerError, readConsumers } from '@causeway/schema/consumers';
import { StartError } from '../program.js';
import type { GraphFiles } from './graph-files.js';

/**
 * The version of the graph that files make. Without a table of its own, its audiences are those of today.
 *
 * @throws StartError if they make none
 */
export function versionOf({
  name,
  sdl,
  audiences,
  approvals,
  changelog,
  consumers,
}: GraphFiles): GraphVersion {
  try {
    return {
      graph: accessGraphOf(supergraphOfSet(sdl)),
      audiences: audiences === null ? AUDIENCES : parseAudiences(audiences),
      approvals: approvals === null ? [] : parseApprovals(approvals),
      changelog: changelog ?? '',
      consumers: consumers === null ? [] : readConsumers(consumers),
    };
  } catch (error) {
    const isKnown = KNOWN.some((kind) => error instanceof kind);
    if (!isKnown || !(error instanceof Error)) throw error;
    throw new StartError(`${name}: ${error.message}`, { cause: error });
  }
}

/** What files can be found to lack. */
const KNOWN = [ConsumerError, LabelError, CompositionError, ApprovalError, SyntaxError];
