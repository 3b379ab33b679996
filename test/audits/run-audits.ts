import { NotApplicable } from './audit.js';
import type { Audit, Topic } from './audit.js';
import type { Issuer } from './credentials.js';
import type { Target } from './target.js';
import type { Witness } from './witness.js';

/** What there is to audit with. */
export interface Means {
  readonly target: Target;
  /** null where tokens are only given. */
  readonly issuer: Issuer | null;
  /** null where the subgraphs are not the auditor's. */
  readonly witness: Witness | null;
}

/** How an audit turned out. */
export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string };

/** An audit that was held, or left out. */
export interface Audited {
  readonly topic: string;
  readonly audit: Pick<Audit, 'id' | 'level' | 'title'>;
  readonly outcome: Outcome;
}

/** Holds a gateway against audits, one after the other: some change for a while what is permitted. */
export async function runAudits(
  topics: readonly Topic[],
  means: Means,
  isWanted: (audit: Audit) => boolean = () => true,
): Promise<readonly Audited[]> {
  const audited: Audited[] = [];
  for (const { name: topic, audits } of topics) {
    for (const audit of audits.filter(isWanted))
      audited.push({ topic, audit, outcome: await outcomeOf(audit, means) });
  }
  return audited;
}

async function outcomeOf(audit: Audit, means: Means): Promise<Outcome> {
  means.witness?.reset();
  try {
    return (await held(audit, means)) ?? { kind: 'passed' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: error instanceof NotApplicable ? 'skipped' : 'failed', reason };
  } finally {
    means.witness?.reset();
  }
}

/** Why the audit could not be held; null where it was. */
async function held(audit: Audit, { target, issuer, witness }: Means): Promise<Outcome | null> {
  switch (audit.needs) {
    case 'URL':
      await audit.check(target);
      return null;
    case 'ISSUER':
      if (issuer === null) return skipped('needs an issuer: these tokens were given');
      await audit.check(target, issuer);
      return null;
    case 'SUBGRAPHS':
      if (witness === null) return skipped('needs the subgraphs of a kit: these are not ours');
      await audit.check(target, witness);
      return null;
  }
}

const skipped = (reason: string): Outcome => ({ kind: 'skipped', reason });
