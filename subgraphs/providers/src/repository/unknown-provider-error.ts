import { ToldError } from '@causeway/kit';
import { filled } from '@causeway/schema';
import { UNKNOWN } from '../refusal-texts.js';

/** A change of a provider or recognition that is not there. */
export class UnknownProviderError extends ToldError {
  constructor(type: string, id: string) {
    super(filled(UNKNOWN, { type, id }));
  }
}
