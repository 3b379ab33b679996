import type { Caller, Decision, RoleRequirement } from '@causeway/schema';
import { providerRole } from '../../enforcement/index.js';
import { FactsUnavailableError } from '../../facts/facts-source.js';
import type { FactsSource } from '../../facts/facts-source.js';
import type { DecideFor } from '../decide-for.js';
import type { Topic } from './topic.js';

/**
 * How a caller stands to what a subscription is about, at one moment. It permits nothing: it tells when to ask anew, and
 * when asking has become pointless.
 */
export type Standing =
  /** Something may be permitted; another mark is another standing. */
  | { readonly kind: 'held'; readonly mark: string }
  /** Nothing can be permitted any more. */
  | { readonly kind: 'lost' }
  /** Nobody can tell now. */
  | { readonly kind: 'unknown' };

/** What telling a standing needs. */
export interface StandingOptions {
  readonly decide: DecideFor;
  readonly facts: Pick<FactsSource, 'provider'>;
  /** The roles that a caller holds by the token. */
  readonly roleScopes: (caller: Caller) => readonly string[];
  readonly clock: () => number;
}

/** How a caller stands to a topic now, from facts that are read anew. */
export async function standingOf(
  caller: Caller,
  topic: Topic,
  options: StandingOptions,
): Promise<Standing> {
  try {
    const [decision, roles] = await Promise.all([
      decisionOn(caller, topic, options),
      rolesOf(caller, topic.roles, options),
    ]);
    const isOfRole = meets(topic.roles, roles);
    if (decision === 'nobody' || decision?.effect === 'deny' || !isOfRole) return { kind: 'lost' };
    return { kind: 'held', mark: JSON.stringify([decision, roles]) };
  } catch (error) {
    if (error instanceof FactsUnavailableError) return { kind: 'unknown' };
    throw error;
  }
}

/** The decision on the topic's patient; null where it is about none. */
async function decisionOn(
  caller: Caller,
  { target }: Topic,
  { decide }: StandingOptions,
): Promise<Decision | 'nobody' | null> {
  switch (target.kind) {
    case 'patient':
      return decide(caller, target.patient, target.action);
    case 'nobody':
      return 'nobody';
    case 'open':
    case 'unnamed':
      return null;
  }
}

async function rolesOf(
  caller: Caller,
  { anyOf }: RoleRequirement,
  { facts, roleScopes, clock }: StandingOptions,
): Promise<readonly string[]> {
  const byToken = roleScopes(caller);
  if (anyOf.length === 0) return byToken;
  const role = providerRole(caller, await facts.provider(caller), clock());
  return role === null ? byToken : [...byToken, role];
}

function meets({ anyOf }: RoleRequirement, held: readonly string[]): boolean {
  return anyOf.length === 0 || anyOf.some((all) => all.every((role) => held.includes(role)));
}
