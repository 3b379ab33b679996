/** A text within a cell of a table: one line, and no bar that would end the cell. */
export function cell(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll(/`[^`]*`|</g, (part) => (part === '<' ? '&lt;' : part));
}

/** A table of cells that are escaped already; nothing where it has no rows. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}

/** The blocks of a page, under a line that says what makes it. */
export function page(title: string, blocks: readonly string[]): string {
  const note =
    '<!-- Made by `npm run docs:reference` from the schema: change the descriptions and labels there. -->';
  return `${[note, `# ${title}`, ...blocks].join('\n\n')}\n`;
}
