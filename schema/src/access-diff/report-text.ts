import type { AccessChange } from './compare-access.js';
import type { TouchedOperation } from '../consumers/touched.js';
import { isAgreed, touchedAt } from './comparison.js';
import type { Comparison } from './comparison.js';
import { describeWitness } from './witness.js';

/** A comparison as lines for a terminal. */
export function reportText(comparison: Comparison): string {
  const { shape, access, unannounced, unapproved } = comparison;
  const told = access.filter(({ within }) => within === null);
  const lines = [
    'Shape',
    ...orNone(
      shape.flatMap((change) => [
        `  ${change.criticality.padEnd(9)}  ${change.message}${unannounced.includes(change) ? '  (not in CHANGELOG.md)' : ''}`,
        ...usedBy(touchedAt(comparison, change.coordinate)),
      ]),
    ),
    'Access',
    ...orNone(
      told.flatMap((change) => [
        ...linesOf(change, unapproved.includes(change)),
        ...(change.verdict === 'EQUAL'
          ? []
          : usedBy(touchedAt(comparison, change.coordinate, change.audience))),
      ]),
    ),
    ...broughtAlong(access).map(
      ({ type, audience, count }) =>
        `  and with ${type}, for ${audience}: ${count} ${count === 1 ? 'field' : 'fields'} of it`,
    ),
    ...advice(comparison),
  ];
  return `${lines.join('\n')}\n`;
}

/** Whose operations use something: `patient-app: MyRecord, MyConsents`. */
export function usersIn(touched: readonly TouchedOperation[]): readonly string[] {
  const teams = [...new Set(touched.map(({ team }) => team))];
  return teams.map((team) => {
    const names = touched.filter((one) => one.team === team).map(({ operation }) => operation);
    return `${team}: ${names.join(', ')}`;
  });
}

/** How many fields come with a type that is reported for them. */
export function broughtAlong(
  access: readonly AccessChange[],
): readonly { readonly type: string; readonly audience: string; readonly count: number }[] {
  const counts = new Map<string, { type: string; audience: string; count: number }>();
  for (const { within, audience } of access) {
    if (within === null) continue;
    const key = `${within} ${audience}`;
    counts.set(key, { type: within, audience, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** The entries of `schema/approved-widenings.json` that would approve what is not. */
export function entriesFor(unapproved: readonly AccessChange[]): readonly string[] {
  return unapproved.map(({ coordinate, audience }) =>
    JSON.stringify({ coordinate, audience, reason: '...', date: 'YYYY-MM-DD' }),
  );
}

/** As many kinds of callers as are named one by one. */
const FEW = 4;

function linesOf(change: AccessChange, isUnapproved: boolean): readonly string[] {
  const { verdict, coordinate, audience, callers, witness } = change;
  const isFew = callers.length > 0 && callers.length <= FEW;
  const who = isFew ? ` (${callers.join(', ').toLowerCase().replaceAll('_', ' ')})` : '';
  const head = `  ${verdict.padEnd(7)}  ${coordinate}  ${audience}${isUnapproved ? '  (not approved)' : ''}`;
  return witness === null ? [`${head}${who}`] : [head, `           ${describeWitness(witness)}`];
}

function usedBy(touched: readonly TouchedOperation[]): readonly string[] {
  return usersIn(touched).map((users) => `           used by ${users}`);
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lines : ['  nothing changed'];
}

function advice(comparison: Comparison): readonly string[] {
  if (isAgreed(comparison)) return ['Every breaking change is announced, every widening approved.'];
  const { unannounced, unapproved } = comparison;
  return [
    ...unannounced.map(
      ({ coordinate }) =>
        `Announce \`${coordinate}\` under "Unreleased" in CHANGELOG.md, or take the breaking change back.`,
    ),
    ...(unapproved.length > 0
      ? [
          'Add to schema/approved-widenings.json what is meant, with the reason and the date, or take it back:',
          ...entriesFor(unapproved).map((entry) => `  ${entry}`),
        ]
      : []),
  ];
}
