import { ConsumerError, readConsumers } from '@causeway/schema/consumers';
import type { Consumer } from '@causeway/schema/consumers';
import { StartError } from '../program.js';

/**
 * The teams that are registered in a folder.
 *
 * @throws StartError if one is not as registrations are
 */
export function registeredIn(folder: string): readonly Consumer[] {
  try {
    return readConsumers(folder);
  } catch (error) {
    if (!(error instanceof ConsumerError)) throw error;
    throw new StartError(error.message, { cause: error });
  }
}
