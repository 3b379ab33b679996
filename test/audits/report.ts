import type { Audited } from './run-audits.js';

/** How many audits of each level turned out how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A report as JSON. */
export interface Report {
  /** Whether every MUST was held and passed. */
  readonly verdict: Verdict;
  readonly must: Tally;
  readonly should: Tally;
  readonly audits: readonly {
    readonly id: string;
    readonly level: string;
    readonly topic: string;
    readonly title: string;
    readonly outcome: string;
    /** Why, where it has not passed. */
    readonly reason?: string;
  }[];
}

/** What all of it comes to: a MUST that was left out is not one that was passed. */
export type Verdict = 'CONFORMS' | 'CONFORMS_AS_FAR_AS_HELD' | 'FAILS';

/** The report on audits. */
export function reportOf(audited: readonly Audited[]): Report {
  const tally = (level: string): Tally => {
    const count = (kind: string): number =>
      audited.filter(({ audit, outcome }) => audit.level === level && outcome.kind === kind).length;
    return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  };
  const must = tally('MUST');
  return {
    verdict: verdictOf(must),
    must,
    should: tally('SHOULD'),
    audits: audited.map(({ topic, audit: { id, level, title }, outcome }) => ({
      id,
      level,
      topic,
      title,
      outcome: outcome.kind,
      ...(outcome.kind !== 'passed' && { reason: outcome.reason }),
    })),
  };
}

function verdictOf({ passed, failed, skipped }: Tally): Verdict {
  if (failed > 0 || passed === 0) return 'FAILS';
  return skipped > 0 ? 'CONFORMS_AS_FAR_AS_HELD' : 'CONFORMS';
}

/** How much is told of a failure: the start of a comparison says where it begins. */
const LINES = 14;

/** The report as text. */
export function printReport({ verdict, must, should, audits }: Report): string {
  const lines: string[] = [];
  let topic: string | null = null;
  for (const { topic: of, id, title, outcome, reason } of audits) {
    if (of !== topic) lines.push('', of);
    topic = of;
    lines.push(`  ${(outcome === 'failed' ? 'FAILED' : outcome).padEnd(7)}  ${id}  ${title}`);
    if (reason !== undefined) lines.push(...indented(reason));
  }
  return [...lines, '', `MUST    ${told(must)}`, `SHOULD  ${told(should)}`, VERDICTS[verdict]].join(
    '\n',
  );
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  CONFORMS: 'Conforms.',
  CONFORMS_AS_FAR_AS_HELD: 'Conforms as far as it was held: what was skipped is not known.',
  FAILS: 'Does not conform.',
};

const told = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

const indented = (text: string): readonly string[] =>
  text
    .split('\n')
    .slice(0, LINES)
    .map((line) => `                 ${line}`);
