/** The section of a document that the bench writes. */

/** Its heading. */
export const HEADING = '## Against the gateways people use now';

/** The document with the section in place of a former one, or at its end. */
export function withSection(document: string, section: string): string {
  const text = `${HEADING}\n\n${section.trim()}\n`;
  const begin = document.indexOf(`${HEADING}\n`);
  if (begin < 0) return `${document.trimEnd()}\n\n${text}`;
  const next = document.indexOf('\n## ', begin + HEADING.length);
  return document.slice(0, begin) + text + (next < 0 ? '' : document.slice(next));
}
