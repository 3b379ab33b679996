import type { AccessChange } from './compare-access.js';
import { isAgreed } from './comparison.js';
import type { Comparison } from './comparison.js';
import { broughtAlong, entriesFor } from './report-text.js';
import { describeWitness } from './witness.js';

/** A comparison as Markdown, for the page of a pull request. */
export function reportMarkdown(comparison: Comparison): string {
  const { shape, access, unannounced, unapproved } = comparison;
  const told = access.filter(({ within }) => within === null);
  const parts = [
    isAgreed(comparison)
      ? '**Agreed**: every breaking change is announced, every widening approved.'
      : `**Not agreed**: ${unannounced.length} breaking changes without a changelog entry, ${unapproved.length} widenings without approval.`,
    '## Shape',
    table(
      ['', 'coordinate', 'change'],
      shape.map((change) => [
        `${change.criticality}${unannounced.includes(change) ? ' ⚠' : ''}`,
        `\`${change.coordinate}\``,
        change.message,
      ]),
    ),
    '## Access',
    table(
      ['', 'coordinate', 'audience', 'witness'],
      told.map((change) => rowOf(change, unapproved.includes(change))),
    ),
    ...broughtAlong(access).map(
      ({ type, audience, count }) => `- With \`${type}\`, for ${audience}: ${count} of its fields.`,
    ),
    ...(unapproved.length > 0 ? ['```json', ...entriesFor(unapproved), '```'] : []),
  ];
  return `${parts.join('\n\n').replace(/\n\n(?=[-{]|```$)/gm, '\n')}\n`;
}

function rowOf(
  { verdict, coordinate, audience, witness }: AccessChange,
  isUnapproved: boolean,
): readonly string[] {
  return [
    `${verdict}${isUnapproved ? ' ⚠' : ''}`,
    `\`${coordinate}\``,
    audience,
    witness === null ? '' : describeWitness(witness),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'Nothing changed.';
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
