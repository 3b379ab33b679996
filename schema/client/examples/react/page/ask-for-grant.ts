import { RequestGrantDocument } from '@causeway/client';
import type { SharableCategory } from '@causeway/client';
import { ask } from '../../with-fetch.js';
import { ownCaller } from './signed-in.js';
import type { SignedIn } from './signed-in.js';

/** What a patient is asked for. */
export interface Wish {
  /** The one-time code that the patient told. */
  readonly code: string;
  readonly scopes: readonly SharableCategory[];
  /** Why, for the patient to read. */
  readonly reason: string;
}

/** The id of the request, or why the patient was not asked. */
export type Asked =
  | { readonly kind: 'asked'; readonly id: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** Asks the patient who told a code for a grant: to read a year back, for a week. */
export async function askForGrant(own: SignedIn, wish: Wish): Promise<Asked> {
  const input = {
    ...wish,
    purpose: 'TREAT',
    permissions: ['READ'],
    lookBack: 'P1Y',
    duration: 'P7D',
  } as const;
  const { data, errors } = await ask(ownCaller(own), RequestGrantDocument, { input });
  const id = data?.requestGrant?.id;
  if (id !== undefined) return { kind: 'asked', id };
  return { kind: 'refused', problem: errors[0]?.message ?? 'The graph did not answer.' };
}
