import type { ConsentsOptions } from '@causeway/consents';
import type { Settings } from './settings.js';

/** What the links and encounters of the consents subgraph are like; what is left out is as usual. */
export type LinkTerms = Pick<ConsentsOptions, 'linkBase' | 'maxEncounterDuration'>;

/** The terms by the settings: links lead to where people know the gateway, or to its port on this machine. */
export function linkTermsOf({ publicUrl, port, maxEncounterDuration }: Settings): LinkTerms {
  const local = port === 0 ? {} : { linkBase: `http://localhost:${port}` };
  return {
    ...(publicUrl === undefined ? local : { linkBase: publicUrl }),
    ...(maxEncounterDuration !== undefined && { maxEncounterDuration }),
  };
}
