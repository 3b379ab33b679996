/** Who did what with a patient's records, as their page tells it. */
import type { Asking } from '../asking.js';
import { GRAPH_LANGUAGE } from '../graph-language.js';
import type { SignedInVisit } from '../visit.js';
import { TRAIL } from './operations.js';

/** An event of the audit trail, in plain words. */
export interface SeenEvent {
  readonly id: string;
  readonly summary: string | null;
}

/** How many events are shown. */
const SHOWN = 20;

/** How many pages of the trail are looked through for them. */
const PAGES = 5;

interface TrailAnswer {
  readonly patient: {
    readonly auditEvents: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly edges: readonly { readonly node: TrailEvent }[];
    } | null;
  } | null;
}

interface TrailEvent extends SeenEvent {
  readonly requested: string;
  readonly agent: readonly { readonly who: string; readonly requestor: boolean }[];
}

/**
 * The newest events of a patient's trail, less what the visitor has looked at by themself: every look at this page is
 * such an event. Null where the visitor may not read the trail.
 *
 * @throws SignedOutError, WrongAccountError or NoAnswerError
 */
export async function readTrail(
  asking: Asking,
  visit: SignedInVisit,
  patient: string,
  visitor: string,
): Promise<readonly SeenEvent[] | null> {
  const language = GRAPH_LANGUAGE[visit.language];
  const events: SeenEvent[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES && events.length < SHOWN; page += 1) {
    const variables: object = { patient, language, after };
    const answer: TrailAnswer = await asking.read<TrailAnswer>(visit, TRAIL, variables);
    const trail = answer.patient?.auditEvents;
    if (trail == null) return null;
    events.push(
      ...trail.edges.map(({ node }) => node).filter((event) => !isOwnLook(event, visitor)),
    );
    if (!trail.pageInfo.hasNextPage) break;
    after = trail.pageInfo.endCursor;
  }
  return events.slice(0, SHOWN);
}

function isOwnLook({ requested, agent }: TrailEvent, visitor: string): boolean {
  const isVisitor = agent.some(({ who, requestor }) => requestor && who === `Patient/${visitor}`);
  return requested === 'READ' && isVisitor;
}
