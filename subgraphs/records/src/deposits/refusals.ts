import { refused } from '@causeway/kit';
import { filled, texts } from '@causeway/schema';
import type { GraphQLError } from 'graphql';

/** The answer without a permit to deposit, or for a receipt that is another's: nobody learns which. */
export function notFound(): GraphQLError {
  return refused(
    'NOT_FOUND',
    'Expected a patient, or a receipt of theirs, that is there for this caller, got none; read it for its id',
  );
}

/** The place and the problem are in the words of FHIR, which are the same in every language. */
const REJECTED = texts(
  '{place}: {problem}. Nothing was taken',
  '{place}：此處不符合存放要求（{problem}）。所有資料均未獲接收',
  '{place}：此处不符合存入要求（{problem}）。所有资料均未被接收',
);

/** A step of a path: an element of FHIR, with an index where it is one of a list. */
const STEP = /^_?[A-Za-z][A-Za-z0-9]{0,63}(\[\d+\])*$/;

/** The most of a path that is told; the rest of the message has room beside it. */
const MAX_PLACE = 280;

/**
 * The answer to a bundle that is not taken: where in it something is wrong, as a path of FHIR elements, and what was
 * expected there. Names that are no elements may be about somebody, so they are not repeated.
 */
export function rejected(place: string, problem: string): GraphQLError {
  const shown = place
    .split('.')
    .map((step) => (STEP.test(step) ? step : '?'))
    .join('.')
    .slice(0, MAX_PLACE);
  return refused('DEPOSIT_REJECTED', filled(REJECTED, { place: shown, problem }));
}
