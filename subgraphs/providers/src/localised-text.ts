/** A text in one language and script. */
export interface LocalisedText {
  /** BCP 47: `en`, `zh-Hant-HK`, `zh-Hans-CN`. */
  readonly language: string;
  readonly text: string;
}

/** The language that everybody in the layer is assumed to be able to read somehow. */
const FALLBACK = 'en';

/**
 * The text in a language, or in the nearest that there is: the same language in another script or region, then
 * English, then any; null where there is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export function textIn(language: string, texts: readonly LocalisedText[]): string | null {
  for (const range of [...rangesOf(language), FALLBACK]) {
    const match = texts.find((text) => isWithin(text.language.toLowerCase(), range));
    if (match !== undefined) return match.text;
  }
  return texts[0]?.text ?? null;
}

/** A language tag and its ever wider ranges: `zh-hant-hk`, `zh-hant`, `zh`. */
function rangesOf(language: string): string[] {
  const subtags = language.toLowerCase().split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

function isWithin(tag: string, range: string): boolean {
  return tag === range || tag.startsWith(`${range}-`);
}
