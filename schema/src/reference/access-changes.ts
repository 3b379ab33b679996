/** The changelog of access as Markdown: every widening that was agreed to, and why; and what became narrower. */
import type { Approval } from '../access-diff/approvals.js';
import type { AccessChange } from '../access-diff/compare-access.js';
import { describeWitness } from '../access-diff/witness.js';
import { cell, page, table } from './markdown.js';
import { SHORT_NAMES } from './who-could.js';

/**
 * The page of a graph's approvals (`schema/approved-widenings.json`), newest first. The changes of access since the
 * agreed baseline give each a witness, and tell what nobody has to approve: narrowings.
 */
export function accessChangesPage(
  approvals: readonly Approval[],
  changes: readonly AccessChange[],
): string {
  const dates = [...new Set(approvals.map(({ date }) => date))].sort().reverse();
  const narrowed = changes.filter(({ verdict }) => verdict === 'NARROWS');
  return page('Changes of access', [
    'Who may read more than before, since when and why. A widening that is not listed here fails `npm run check` ' +
      '([contracts](contracts.md)); what is listed is no permit: at each request, consent and record still decide.',
    ...dates.flatMap((date) => [
      `## ${date}`,
      ...groupsOf(approvals.filter((each) => each.date === date)).map((group) =>
        entry(group, changes),
      ),
    ]),
    '## Narrowed since the baseline',
    ...(narrowed.length === 0
      ? ['Nothing: nobody gets less than by `schema/baseline`.']
      : table(
          ['coordinate', 'audience', 'callers'],
          narrowed.map(({ coordinate, audience, callers }) => [
            `\`${coordinate}\``,
            SHORT_NAMES[audience],
            callers.map((caller) => `\`${caller}\``).join(', '),
          ]),
        )),
  ]);
}

function groupsOf(approvals: readonly Approval[]): readonly (readonly Approval[])[] {
  return [...Map.groupBy(approvals, ({ reason }) => reason).values()];
}

function entry(group: readonly Approval[], changes: readonly AccessChange[]): string {
  const byCoordinate = [...Map.groupBy(group, ({ coordinate }) => coordinate)];
  const witnesses = group.flatMap(({ coordinate, audience }) =>
    changes.filter((change) => change.coordinate === coordinate && change.audience === audience),
  );
  const witness = witnesses.find((change) => change.witness !== null)?.witness;
  return [
    cell(group[0]?.reason ?? ''),
    '',
    ...byCoordinate.map(
      ([coordinate, each]) =>
        `- \`${coordinate}\`: ${each.map(({ audience }) => SHORT_NAMES[audience]).join(', ')}`,
    ),
    ...(witness == null ? [] : ['', `> ${cell(describeWitness(witness))}`]),
  ].join('\n');
}
