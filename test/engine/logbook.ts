/** What mutations of several subgraphs do in one place: each writes a line and reads all of them, so that order shows. */

const lines: string[] = [];

/** Writes a line, and tells what stands in the book. */
export function write(line: string): string {
  lines.push(line);
  return lines.join(' ');
}

/** Begins a new book. */
export function newLogbook(): void {
  lines.length = 0;
}
