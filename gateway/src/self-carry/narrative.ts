/** Narratives: what a person reads where no program shows the data. Whatever comes from records is escaped. */
import type { JsonObject } from './json.js';

/** A narrative of FHIR: text in XHTML. */
export interface Narrative extends JsonObject {
  readonly status: string;
  readonly div: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A narrative of plain words. */
export function narrativeOf(words: string, status = 'generated'): Narrative {
  return { status, div: div(escaped(words)) };
}

/** A narrative that is a table. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Narrative {
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((row) => line(row, 'td')).join('');
  const table = `<table><thead>${line(head, 'th')}</thead><tbody>${body}</tbody></table>`;
  return { status: 'generated', div: div(table) };
}

function div(content: string): string {
  return `<div xmlns="http://www.w3.org/1999/xhtml">${content}</div>`;
}

/** Text for XHTML: markup escaped, and without the control characters that XML has no place for. */
function escaped(text: string): string {
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return plain.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
