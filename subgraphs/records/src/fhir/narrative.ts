/**
 * Narrative and attachments as they are kept. Narrative is XHTML from somewhere else: it is never displayed, so only
 * what it says beyond the elements is kept, as plain text.
 *
 * @see https://hl7.org/fhir/R4/narrative.html
 */
import { objectOf, textOf } from './elements.js';
import type { Element } from './elements.js';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The narrative to keep: none where it is generated from the elements, else its plain text. */
export function keptNarrative(narrative: unknown): Element | null {
  const object = objectOf(narrative);
  const div = textOf(object?.['div']);
  if (object === null || div === null || object['status'] === 'generated') return null;
  const text = plainTextOf(div);
  return text === '' ? null : { status: object['status'], div: text };
}

/** The words of an XHTML fragment, without any tag. */
export function plainTextOf(xhtml: string): string {
  return xhtml
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function entity(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** A copy of a value in which base64 data has no white space, which R4 examples have and readers stumble over. */
export function withCompactData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCompactData);
  const object = objectOf(value);
  if (object === null) return value;
  return Object.fromEntries(
    Object.entries(object).map(([name, each]) => [
      name,
      name === 'data' && typeof each === 'string' && 'contentType' in object
        ? each.replace(/\s+/g, '')
        : withCompactData(each),
    ]),
  );
}
