/** What the environment says of the documents that may be asked for. */
export type DocumentsSetting =
  /** Nothing: any operation, and none at all in production. */
  | { readonly kind: 'unsaid' }
  /** Any operation. */
  | { readonly kind: 'any' }
  /** Those alone that a file publishes. */
  | { readonly kind: 'registered'; readonly path: string };

/** The word that stands for any operation instead of a file. */
const ANY = 'any';

/** What `CAUSEWAY_DOCUMENTS` says; what cannot be followed is added to the problems. */
export function readDocumentsSetting(
  text: string | undefined,
  problems: string[],
): DocumentsSetting {
  if (text === undefined) return { kind: 'unsaid' };
  if (text === ANY) return { kind: 'any' };
  if (text.trim() === '')
    problems.push(
      `CAUSEWAY_DOCUMENTS: expected ${ANY}, or the path of what \`npm run documents:publish\` wrote, got ${JSON.stringify(text)}`,
    );
  return { kind: 'registered', path: text };
}
