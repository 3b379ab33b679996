import type { AccessChange } from './compare-access.js';
import { isAgreed, touchedAt } from './comparison.js';
import type { Comparison } from './comparison.js';
import { broughtAlong, entriesFor, usersIn } from './report-text.js';
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
      ['', 'coordinate', 'change', 'used by'],
      shape.map((change) => [
        `${change.criticality}${unannounced.includes(change) ? ' ⚠' : ''}`,
        `\`${change.coordinate}\``,
        change.message,
        usersIn(touchedAt(comparison, change.coordinate)).join('; '),
      ]),
    ),
    '## Access',
    table(
      ['', 'coordinate', 'audience', 'witness', 'used by'],
      told.map((change) => rowOf(change, comparison)),
    ),
    ...broughtAlong(access).map(
      ({ type, audience, count }) => `- With \`${type}\`, for ${audience}: ${count} of its fields.`,
    ),
    ...(unapproved.length > 0 ? ['```json', ...entriesFor(unapproved), '```'] : []),
  ];
  return `${parts.join('\n\n').replace(/\n\n(?=[-{]|```$)/gm, '\n')}\n`;
}

function rowOf(change: AccessChange, comparison: Comparison): readonly string[] {
  const { verdict, coordinate, audience, witness } = change;
  const touched = verdict === 'EQUAL' ? [] : touchedAt(comparison, coordinate, audience);
  return [
    `${verdict}${comparison.unapproved.includes(change) ? ' ⚠' : ''}`,
    `\`${coordinate}\``,
    audience,
    witness === null ? '' : describeWitness(witness),
    usersIn(touched).join('; '),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'Nothing changed.';
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
