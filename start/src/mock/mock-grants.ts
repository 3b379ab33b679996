/** The way of a cross-border grant in a mock: asked for by a code, authorised, redeemed by a link, closed. */
import { refused } from '@causeway/kit';
import { instantAfter } from '@causeway/schema';
import type { GrantState, PurposeOfUse, SharableScope } from '@causeway/schema';
import { idOf } from '@causeway/seeds/stage';
import type { SeedGrant } from '@causeway/seeds/stage';
import { callerOrganization } from './mock-roots.js';
import type { KnownRoot } from './mock-roots.js';
import type { MockSociety } from './society-facts.js';

/** The passcode of every link of a mock, which sends no messages. */
export const MOCK_PASSCODE = '00000000';

/** What is agreed on, as far as it is said. */
type Terms = Partial<
  Pick<SeedGrant, 'scopes' | 'lookBack' | 'permissions' | 'includesRestricted'>
> & { readonly duration?: string | null };

const MINUTE = 60_000;

/** The mutations that a grant goes through, over a society and a clock (epoch milliseconds). */
export function grantMutations(
  society: MockSociety,
  clock: () => number,
): Readonly<Record<string, KnownRoot>> {
  const codes = new Map<string, { readonly patient: string; readonly organization: string }>();
  const at = (later = 0): string => new Date(clock() + later).toISOString();
  const after = (duration: string): string =>
    new Date(instantAfter(clock(), duration) ?? clock()).toISOString();
  const grantOf = (id: unknown, isTheirs: (grant: SeedGrant) => boolean): SeedGrant => {
    const grant = society.grants().find((one) => one.id === id && isTheirs(one));
    if (grant !== undefined) return grant;
    throw refused('NOT_FOUND', 'Expected the id of a grant of your own, got another; list yours');
  };
  const move = (
    grant: SeedGrant,
    state: GrantState,
    change: Partial<SeedGrant> = {},
  ): SeedGrant => {
    const stateHistory = [...grant.stateHistory, { state, since: at() }];
    return society.putGrant({ ...grant, ...change, state, stateHistory });
  };
  const redeemed = (grant: SeedGrant) => ({
    id: grant.id,
    encounter: grant.encounter?.id ?? null,
    state: grant.state,
    opensUntil: grant.encounter?.open === true ? grant.period.end : null,
    scopes: grant.scopes,
    permissions: grant.permissions,
    period: grant.period,
  });

  return {
    issueRequestCode: ({ patient, organization, use }) => {
      const name = `mock/code/${String(patient)}/${String(organization)}/${codes.size}`;
      const code = idOf(name)
        .replaceAll('-', '')
        .slice(0, 12)
        .toUpperCase()
        .replace(/(.{4})(?=.)/g, '$1-');
      if (use === 'GRANT')
        codes.set(code, { patient: String(patient), organization: String(organization) });
      return { code, expiresAt: at(10 * MINUTE) };
    },
    requestGrant: ({ input }, context) => {
      const { code, purpose, ...terms } = input as Terms & {
        readonly code: string;
        readonly purpose: PurposeOfUse;
      };
      const told = codes.get(code);
      if (told === undefined || told.organization !== callerOrganization(context)) {
        throw refused(
          'NOT_FOUND',
          'Expected a code that a patient of this mock was issued for your organisation, got another; issue one with `issueRequestCode`',
        );
      }
      codes.delete(code);
      const id = idOf(`mock/grant/${code}`);
      society.putGrant({
        id,
        slug: 'mock',
        ...told,
        practitionerRole: null,
        purpose,
        scopes: withPerson(terms.scopes ?? []),
        lookBack: terms.lookBack ?? 'P3Y',
        permissions: terms.permissions ?? ['READ'],
        includesRestricted: terms.includesRestricted ?? false,
        period: { start: at(), end: after(terms.duration ?? 'P7D') },
        state: 'REQUESTED',
        stateHistory: [{ state: 'REQUESTED', since: at() }],
        encounter: null,
        link: null,
        consent: null,
      });
      return id;
    },
    authoriseGrant: ({ patient, input }) => {
      const { request, duration, ...terms } = input as Terms & { readonly request: string };
      const grant = grantOf(request, (one) => one.patient === patient && one.state === 'REQUESTED');
      const consent = idOf(`mock/consent/${grant.id}`);
      const period = { start: at(), end: duration ? after(duration) : grant.period.end };
      society.putConsent({
        id: consent,
        patient: grant.patient,
        kind: 'CROSS_BORDER',
        status: 'active',
        grantor: grant.patient,
        grantee: [grant.organization],
        dateTime: at(),
        inactiveSince: null,
        period,
        decision: 'permit',
        provision: [],
        origin: 'LAYER',
      });
      return move(grant, 'AUTHORISED', {
        consent,
        period,
        scopes: terms.scopes ? withPerson(terms.scopes) : grant.scopes,
        lookBack: terms.lookBack ?? grant.lookBack,
        permissions: terms.permissions ?? grant.permissions,
        includesRestricted: terms.includesRestricted === true && grant.includesRestricted,
      }).id;
    },
    issueLink: ({ patient, grant: id }) => {
      const grant = grantOf(id, (one) => one.patient === patient && one.consent !== null);
      const expiresAt = at(24 * 60 * MINUTE);
      const link = { id: idOf(`mock/link/${grant.id}`), expiresAt, remainingAttempts: 5 };
      move(grant, 'LINK_ISSUED', { link: { ...link, status: 'ACTIVE' } });
      return { link: `shlink:/${link.id}`, expiresAt };
    },
    redeemLink: ({ input }, context) => {
      const { link, passcode } = input as { readonly link: string; readonly passcode: string };
      const organization = callerOrganization(context);
      const grant = society
        .grants()
        .filter((one) => one.organization === organization && one.state === 'LINK_ISSUED')
        .find((one) => one.link !== null && link.includes(one.link.id));
      if (grant === undefined) {
        throw refused(
          'LINK_NOT_FOUND',
          'Expected a link that this mock issued for your organisation, got another; issue one with `issueLink`',
        );
      }
      if (passcode !== MOCK_PASSCODE)
        throw refused(
          'PASSCODE_INVALID',
          `Expected the passcode of a mock, ${MOCK_PASSCODE}, got another`,
        );
      const encounter = {
        id: idOf(`mock/encounter/${grant.id}`),
        organization: grant.organization,
        open: true,
      };
      return redeemed(move(grant, 'REDEEMED', { encounter }));
    },
    closeEncounter: ({ grant: id }, context) => {
      const organization = callerOrganization(context);
      const grant = grantOf(id, (one) => one.organization === organization);
      const encounter = grant.encounter && { ...grant.encounter, open: false };
      return redeemed(move(grant, 'COMPLETED', { encounter }));
    },
    declineGrant: ({ patient, request }) =>
      move(
        grantOf(request, (one) => one.patient === patient && one.state === 'REQUESTED'),
        'DECLINED',
      ).id,
    revokeGrant: ({ patient, id }) => {
      const grant = grantOf(id, (one) => one.patient === patient);
      const consent = society.consentsOf(grant.patient).find((one) => one.id === grant.consent);
      if (consent !== undefined)
        society.putConsent({ ...consent, status: 'inactive', inactiveSince: at() });
      const encounter = grant.encounter && { ...grant.encounter, open: false };
      return move(grant, 'REVOKED', { encounter }).id;
    },
  };
}

/** Whose records they are goes with any category. */
function withPerson(scopes: readonly SharableScope[]): readonly SharableScope[] {
  return [...new Set<SharableScope>(['PERSON', ...scopes])];
}
