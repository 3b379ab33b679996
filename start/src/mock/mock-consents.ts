/** What consents and joining become by mutations: it stays in memory as long as the mock runs. */
import { refused } from '@causeway/kit';
import type { ConsentFact, Scope } from '@causeway/schema';
import { idOf } from '@causeway/seeds/stage';
import type { SeedConsent } from '@causeway/seeds/stage';
import type { KnownRoot } from './mock-roots.js';
import type { MockSociety } from './society-facts.js';

/** The mutations of consents and joining, over a society and a clock (epoch milliseconds). */
export function consentMutations(
  society: MockSociety,
  clock: () => number,
): Readonly<Record<string, KnownRoot>> {
  const now = (): string => new Date(clock()).toISOString();
  /** Those in force that a further one to the same organisations takes the place of. */
  const formerOf = (
    patient: string,
    kind: ConsentFact['kind'],
    grantee: readonly string[],
  ): readonly SeedConsent[] =>
    society
      .consentsOf(patient)
      .filter((one) => one.kind === kind && one.status === 'active')
      .filter((one) => one.grantee.join() === grantee.join());
  const give = (
    patient: string,
    kind: ConsentFact['kind'],
    grantee: readonly string[],
    terms: Pick<SeedConsent, 'decision' | 'provision'>,
  ): string => {
    for (const former of formerOf(patient, kind, grantee))
      society.putConsent({ ...former, status: 'inactive', inactiveSince: now() });
    return society.putConsent({
      id: consentId(patient, kind, grantee),
      patient,
      kind,
      status: 'active',
      grantor: patient,
      grantee,
      dateTime: now(),
      inactiveSince: null,
      period: { start: now(), end: null },
      ...terms,
      origin: 'LAYER',
    }).id;
  };
  const end =
    (kind: ConsentFact['kind']): KnownRoot =>
    ({ patient, id }) => {
      const consent = consentOf(society, String(patient), String(id), kind);
      return society.putConsent({ ...consent, status: 'inactive', inactiveSince: now() }).id;
    };
  return {
    joinEHealth: ({ patient }) => {
      society.setJoining(String(patient), 'ACTIVE');
      return String(patient);
    },
    withdrawFromEHealth: ({ patient }) => {
      society.setJoining(String(patient), 'WITHDRAWN');
      return String(patient);
    },
    giveSharingConsent: ({ patient, organization, scopes }) =>
      give(String(patient), 'SHARING', [String(organization)], shared(scopes)),
    revokeSharingConsent: end('SHARING'),
    restrictAccess: ({ patient, input }) => {
      const { organization, scopes } = input as {
        readonly organization?: string | null;
        readonly scopes?: readonly Scope[] | null;
      };
      const grantee = organization ? [organization] : [];
      const denial = { type: 'deny', ...(scopes && { category: scopes }) } as const;
      const former = formerOf(String(patient), 'RESTRICTION', grantee);
      // A further restriction holds what the one before it held, so that restricting never opens anything.
      const before = former.flatMap((one) => one.provision);
      const provision = [...before, denial];
      return give(String(patient), 'RESTRICTION', grantee, { decision: 'permit', provision });
    },
    liftRestriction: end('RESTRICTION'),
    objectToDeposit: ({ patient, organization }) =>
      give(String(patient), 'DEPOSIT_OBJECTION', [String(organization)], {
        decision: 'deny',
        provision: [],
      }),
    liftDepositObjection: end('DEPOSIT_OBJECTION'),
  };
}

/** One consent of a kind for each that it is given to: a further one takes its place. */
function consentId(patient: string, kind: ConsentFact['kind'], grantee: readonly string[]): string {
  return idOf(`mock/consent/${patient}/${kind}/${grantee.join()}`);
}

/** Everything, or the categories, with whose records they are, in a consent that denies the rest. */
function shared(scopes: unknown): Pick<SeedConsent, 'decision' | 'provision'> {
  if (!Array.isArray(scopes)) return { decision: 'permit', provision: [] };
  const category = [...new Set<Scope>(['PERSON', ...(scopes as readonly Scope[])])];
  return { decision: 'deny', provision: [{ type: 'permit', category }] };
}

function consentOf(
  society: MockSociety,
  patient: string,
  id: string,
  kind: ConsentFact['kind'],
): SeedConsent {
  const found = society.consentsOf(patient).find((one) => one.id === id && one.kind === kind);
  if (found === undefined) throw notThere();
  return found;
}

function notThere(): Error {
  return refused(
    'NOT_FOUND',
    "Expected the id of a consent of the patient, got another; list the patient's and take one of them",
  );
}
