import { refused } from '@causeway/kit';
import { filled } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import type { GraphQLError } from 'graphql';
import { REFUSED } from './refusal-texts.js';
import { REJECTED } from './rejection-texts.js';

/** The answer without a permit to deposit, or for a receipt that is another's: nobody learns which. */
export function notFound(): GraphQLError {
  return refused('NOT_FOUND', REFUSED.notFound);
}

/** A step of a path: an element of FHIR, with an index where it is one of a list. */
const STEP = /^_?[A-Za-z][A-Za-z0-9]{0,63}(\[\d+\])*$/;

/** The most of a path that is told; the rest of the message has room beside it. */
const MAX_PLACE = 280;

/**
 * The answer to a bundle that is not taken: where in it something is wrong, as a path of FHIR elements, and what was
 * expected there. Names that are no elements may be about somebody, so they are not repeated.
 */
export function rejected(place: string, problem: Texts): GraphQLError {
  const shown = place
    .split('.')
    .map((step) => (STEP.test(step) ? step : '?'))
    .join('.')
    .slice(0, MAX_PLACE);
  return refused('DEPOSIT_REJECTED', filled(REJECTED, { place: shown, problem }));
}
