import type { Language, NoticeKind, Scope } from '@causeway/schema';
import { phrase, scopeList } from './phrase.js';
import { FRAMES, HAPPENED } from './words.js';

/** Which records it brought, and how many of each where that is known. */
export interface Brought {
  readonly scopes: readonly Scope[];
  readonly counts?: Readonly<Partial<Record<Scope, number>>>;
}

/** What happened, in a sentence; of a deposit with what it brought. */
export function whatHappened(
  kind: Exclude<NoticeKind, 'ACCESS'>,
  { scopes, counts }: Brought,
  language: Language,
): string {
  const what = phrase(HAPPENED[kind], language);
  if (kind !== 'DEPOSITED' || scopes.length === 0) return what;
  const list = scopeList(scopes, language, counts);
  return `${what}${phrase(FRAMES.deposited, language, { scopes: list })}`;
}
