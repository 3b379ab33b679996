/** The part of a document that the bench writes: between two marks, so that what is said around it stays. */

const BEGIN = '<!-- bench -->';
const END = '<!-- /bench -->';

/** A document without the marks that say where figures go. */
export class NoPlaceError extends Error {
  constructor() {
    super(`Expected a document with ${BEGIN} and, after it, ${END}`);
    this.name = 'NoPlaceError';
  }
}

/**
 * The document with the figures in place of what stood between the marks.
 *
 * @throws NoPlaceError if it has none
 */
export function withFigures(document: string, figures: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new NoPlaceError();
  const before = document.slice(0, begin + BEGIN.length);
  return `${before}\n\n${figures.trim()}\n\n${document.slice(end)}`;
}
