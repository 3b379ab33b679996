/** What the page of the patient shows, as it is read from the graph. */
import type { SharableScope } from '@causeway/schema';
import type { Asking } from '../asking.js';
import { GRAPH_LANGUAGE } from '../graph-language.js';
import type { Visitor } from '../session.js';
import type { SignedInVisit } from '../visit.js';
import { readTrail } from './trail.js';
import type { SeenEvent } from './trail.js';
import { OVERVIEW, PROVIDERS, REQUESTS } from './operations.js';
import { patientOf, visitorOf } from './visitor.js';

/** An organisation by the name that the visitor reads. */
export interface NamedOrganization {
  readonly id: string;
  readonly name: string | null;
}

/** What a provider may do under a grant. */
export type Permission = 'READ' | 'DEPOSIT';

/** What a provider asked for, or was authorised to do. */
export interface Terms {
  readonly scopes: readonly SharableScope[];
  readonly lookBack: string;
  readonly permissions: readonly Permission[];
  readonly includesRestricted: boolean;
}

/** A request for a grant that waits for an answer. */
export interface OpenRequest {
  readonly id: string;
  readonly requester: NamedOrganization | null;
  readonly asked: Terms;
  /** ISO 8601. */
  readonly duration: string;
  readonly answerBy: string | null;
  /** In plain words, in the visitor's language. */
  readonly explanation: string | null;
}

/** A grant as it stands. */
export interface StandingGrant {
  readonly id: string;
  readonly state: string;
  readonly requester: NamedOrganization | null;
  readonly scopes: readonly SharableScope[];
  readonly period: { readonly end: string | null } | null;
}

/** All that is shown of one patient; null stands for what the visitor may not read. */
export interface Overview {
  readonly visitor: Visitor;
  /** The patient acted for. */
  readonly patient: string;
  readonly providers: readonly NamedOrganization[];
  readonly requests: readonly OpenRequest[] | null;
  readonly grants: readonly StandingGrant[] | null;
  readonly seen: readonly SeenEvent[] | null;
}

/**
 * Reads what is shown of the patient that the visitor acts for.
 *
 * @throws SignedOutError, WrongAccountError or NoAnswerError
 */
export async function readOverview(asking: Asking, visit: SignedInVisit): Promise<Overview> {
  const visitor = await visitorOf(asking, visit);
  const patient = await patientOf(asking, visit);
  const { language } = visit;
  const variables = { patient, language: GRAPH_LANGUAGE[language], name: language };
  const [register, asked, own, seen] = await Promise.all([
    asking.read<RegisterAnswer>(visit, PROVIDERS, { language }),
    asking.read<RequestsAnswer>(visit, REQUESTS, variables),
    asking.read<PatientAnswer>(visit, OVERVIEW, { patient, name: language }),
    readTrail(asking, visit, patient, visitor.id),
  ]);
  return {
    visitor,
    patient,
    providers: providersIn(register),
    requests: asked.grantRequests === null ? null : openRequestsIn(asked.grantRequests),
    grants:
      grantsIn(own) ?? (asked.grantRequests === null ? null : authorisedIn(asked.grantRequests)),
    seen,
  };
}

const IN_FORCE: ReadonlySet<string> = new Set([
  'AUTHORISED',
  'LINK_ISSUED',
  'REDEEMED',
  'SUSPENDED',
]);

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

interface RegisterAnswer {
  readonly recognitions: Connection<{
    readonly subject:
      | ({ readonly __typename: 'Organization' } & NamedOrganization)
      | {
          readonly __typename: 'PublicHealthRecordSystem';
          readonly members: readonly NamedOrganization[];
        }
      | null;
  }>;
}

type AnyRequest = Omit<OpenRequest, 'asked' | 'duration'> & {
  readonly state: string;
  readonly asked: Terms | null;
  readonly duration: string | null;
  readonly authorised: Terms | null;
  readonly period: StandingGrant['period'];
};

interface RequestsAnswer {
  readonly grantRequests: readonly AnyRequest[] | null;
}

interface PatientAnswer {
  readonly patient: {
    readonly crossBorderGrants: Connection<StandingGrant> | null;
  } | null;
}

function openRequestsIn(requests: readonly AnyRequest[]): readonly OpenRequest[] {
  return requests.flatMap(({ state, asked, duration, ...request }) =>
    state === 'REQUESTED' && asked !== null && duration !== null
      ? [{ ...request, asked, duration }]
      : [],
  );
}

function grantsIn({ patient }: PatientAnswer): readonly StandingGrant[] | null {
  return nodesOf(patient?.crossBorderGrants)?.filter(({ state }) => IN_FORCE.has(state)) ?? null;
}

/** The grants that requests became, for who may answer these but reads nothing of the patient: a caregiver. */
function authorisedIn(requests: readonly AnyRequest[]): readonly StandingGrant[] {
  return requests.flatMap(({ authorised, ...grant }) =>
    authorised !== null && IN_FORCE.has(grant.state)
      ? [{ ...grant, scopes: authorised.scopes }]
      : [],
  );
}

function nodesOf<Node>(connection: Connection<Node> | null | undefined): readonly Node[] | null {
  return connection?.edges.map(({ node }) => node) ?? null;
}

/** The recognised providers and those that recognised systems act for, each once, by name. */
function providersIn({ recognitions }: RegisterAnswer): readonly NamedOrganization[] {
  const organizations = recognitions.edges.flatMap(({ node: { subject } }) => {
    if (subject === null) return [];
    return subject.__typename === 'Organization' ? [subject] : subject.members;
  });
  const each = new Map(organizations.map(({ id, name }) => [id, { id, name }]));
  return [...each.values()].sort((one, other) => (one.name ?? '').localeCompare(other.name ?? ''));
}
