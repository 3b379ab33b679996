/** HTML as a tagged template: whatever is put into it is text, and escaped, unless it is HTML itself. */

/** Markup that is safe to send; only the template makes it. */
export class Html {
  readonly markup: string;

  /** Markup made by the template. */
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What a template takes: text, HTML, or lists of them; nothing is written for false, null and undefined. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

/** The template of HTML. Attributes that take a value have to be quoted. */
export function html(literals: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const parts = literals.map((literal, index) => literal + markupOf(contents[index]));
  return new Html(parts.join(''));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(content: Content): string {
  if (content === false || content === null || content === undefined) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'object') return content.map(markupOf).join('');
  return String(content).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
