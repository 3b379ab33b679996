/**
 * What each audience of the graph could ever hold, whatever its patients agree to: the widest that a decision can come
 * to (`domain.md` 4.2, 4.7, 4.8). It decides nothing. A test drives the decision through every consent, grant and
 * condition that permits the most, and holds this table equal to what comes out.
 */
import type { Action } from './decision.js';
import type { OfficeRole, Role } from './roles.js';
import { CLINICAL_SCOPES, SHARABLE_SCOPES } from './scopes.js';
import type { Scope, SharableScope } from './scopes.js';

/** The audiences, each of which has a contract of its own. */
export const AUDIENCE_NAMES = [
  'patient',
  'domestic-professional',
  'cross-border-professional',
  'commissioner',
] as const;

/** An audience's name. */
export type AudienceName = (typeof AUDIENCE_NAMES)[number];

/** What a scope takes that a caller can come to hold. */
export type Holding =
  /** Nothing but standing for the patient, or the office. */
  | 'ALWAYS'
  /** To be a party to the administrative record. */
  | 'PARTY'
  /** The patient's consent, a grant of theirs, or at home an emergency that was declared. */
  | 'CONSENT'
  /** Consent, and a step-up. */
  | 'STEP_UP'
  /** Consent, and a condition of the recognition that lists the scope. */
  | 'LISTED';

/** One kind of caller, as wide as its permits can be. */
export interface AudienceCaller {
  /** Who it is: `PHARMACIST`, `CAREGIVER`. */
  readonly caller: string;
  /** Why administrative records are released to it. What `@subject` names binds callers who are a party. */
  readonly basis: 'SUBJECT' | 'PARTY' | 'OFFICE';
  /** Whether it stands outside Hong Kong. */
  readonly abroad: boolean;
  /** What it can be permitted to do. */
  readonly actions: readonly Action[];
  /** The roles that it can hold: an office's by its token, a provider's by facts. */
  readonly roles: readonly Role[];
  /** The root fields whose patient its token can name. */
  readonly tokenFields: readonly string[];
  /**
   * The scopes that it can come to hold; no other, ever. To declare an emergency gives PERSON alone, unasked, and to
   * deposit gives DEPOSIT alone.
   */
  readonly scopes: Readonly<Partial<Record<Scope, Holding>>>;
}

/** Callers who share a contract. */
export interface Audience {
  readonly name: AudienceName;
  /** Who they are, in words. */
  readonly title: string;
  readonly callers: readonly AudienceCaller[];
}

type Scopes = AudienceCaller['scopes'];

function holding(how: Holding, scopes: readonly Scope[]): Scopes {
  return Object.fromEntries(scopes.map((scope) => [scope, how]));
}

const OWN = holding('ALWAYS', [
  ...SHARABLE_SCOPES,
  'CONSENT',
  'GRANT',
  'AUDIT',
  'NOTIFICATION',
  'DEPOSIT',
]);

/** Whose categories at home are general, whatever they are. */
const FULL_ACCESS = ['DOCTOR', 'DENTIST', 'NURSE', 'MIDWIFE'];

/** Who sees some categories after a step-up only. */
const STEPPED_ACCESS = [
  'PHARMACIST',
  'MEDICAL_LABORATORY_TECHNOLOGIST',
  'OCCUPATIONAL_THERAPIST',
  'OPTOMETRIST',
  'PHYSIOTHERAPIST',
  'RADIOGRAPHER',
];

const CHINESE_MEDICINE = 'CHINESE_MEDICINE_PRACTITIONER';

/** A profession that the rules of access do not name. */
const OTHER_PROFESSION = 'OTHER_PROFESSION';

const RESTRICTED: readonly SharableScope[] = [
  'BIRTH',
  'RAD_REPORT',
  'RAD_IMAGE',
  'OTHER_INVESTIGATION',
];

const except = (...scopes: readonly SharableScope[]): readonly SharableScope[] =>
  SHARABLE_SCOPES.filter((scope) => !scopes.includes(scope));

const FULL = holding('CONSENT', except('CHINESE_MED'));

const STEPPED: Scopes = {
  ...holding('CONSENT', except('CHINESE_MED', 'MED_CERT')),
  ...holding('STEP_UP', RESTRICTED),
};

const ABROAD: Scopes = {
  ...holding('CONSENT', except('CHINESE_MED', 'MED_CERT')),
  BIRTH: 'LISTED',
};

/** Abroad there is no step-up, so what takes one at home is not to be had there. */
const ABROAD_GENERAL = holding('CONSENT', except('CHINESE_MED', 'MED_CERT', ...RESTRICTED));

const person = (
  caller: string,
  { actions, scopes, basis, tokenFields }: Omit<AudienceCaller, 'caller' | 'abroad' | 'roles'>,
): AudienceCaller => ({ caller, basis, abroad: false, actions, roles: [], tokenFields, scopes });

const provider =
  (place: 'HOME' | 'ABROAD', scopes: Scopes) =>
  (caller: string): AudienceCaller => ({
    caller,
    basis: 'PARTY',
    abroad: place === 'ABROAD',
    actions: [
      'READ',
      // Who may see no category at all may deposit none.
      ...(Object.keys(scopes).length > 0 ? (['DEPOSIT'] as const) : []),
      ...(place === 'HOME' ? (['EMERGENCY'] as const) : []),
    ],
    roles: [place === 'HOME' ? 'provider:domestic' : 'provider:cross-border'],
    tokenFields: ['myGrant'],
    scopes: { ...scopes, [place === 'HOME' ? 'CONSENT' : 'GRANT']: 'PARTY', DEPOSIT: 'PARTY' },
  });

const office = (caller: string, role: OfficeRole, scopes: Scopes): AudienceCaller => ({
  caller,
  basis: 'OFFICE',
  abroad: false,
  actions: ['READ'],
  roles: [role],
  tokenFields: [],
  scopes,
});

const DECIDES = {
  basis: 'SUBJECT',
  actions: ['READ', 'AUTHORISE'],
  scopes: OWN,
} as const;

/** What each audience could ever hold. */
export const AUDIENCES: readonly Audience[] = [
  {
    name: 'patient',
    title: 'patients, and those who decide or care for them',
    callers: [
      person('PATIENT', { ...DECIDES, tokenFields: ['me'] }),
      person('SUBSTITUTE_DECISION_MAKER', { ...DECIDES, tokenFields: [] }),
      person('CAREGIVER', {
        basis: 'PARTY',
        actions: ['AUTHORISE'],
        tokenFields: [],
        scopes: { GRANT: 'PARTY' },
      }),
    ],
  },
  {
    name: 'domestic-professional',
    title: 'healthcare professionals in Hong Kong',
    callers: [
      ...FULL_ACCESS.map(provider('HOME', FULL)),
      ...STEPPED_ACCESS.map(provider('HOME', STEPPED)),
      provider('HOME', { ...STEPPED, CHINESE_MED: 'CONSENT' })(CHINESE_MEDICINE),
      provider('HOME', {})(OTHER_PROFESSION),
    ],
  },
  {
    name: 'cross-border-professional',
    title: 'healthcare professionals and record systems that Hong Kong has recognised',
    callers: [
      ...FULL_ACCESS.map(provider('ABROAD', ABROAD)),
      ...STEPPED_ACCESS.map(provider('ABROAD', ABROAD_GENERAL)),
      provider('ABROAD', { ...ABROAD_GENERAL, CHINESE_MED: 'CONSENT' })(CHINESE_MEDICINE),
      provider('ABROAD', {})(OTHER_PROFESSION),
    ],
  },
  {
    name: 'commissioner',
    title: 'the offices: the Commissioner, the Secretary for Health and auditors',
    callers: [
      office('COMMISSIONER', 'office:commissioner', holding('ALWAYS', ['AUDIT', 'GRANT'])),
      office('SECRETARY_FOR_HEALTH', 'office:secretary-for-health', {}),
      office('AUDITOR', 'office:auditor', holding('ALWAYS', ['AUDIT'])),
    ],
  },
];

/** Whether a caller can come to hold the category of some clinical record. */
export function holdsSomeCategory({ scopes }: AudienceCaller): boolean {
  return CLINICAL_SCOPES.some((scope) => scopes[scope] !== undefined);
}

/** Whether a caller holds the category of every clinical record without more. */
export function holdsEveryCategory({ scopes }: AudienceCaller): boolean {
  return CLINICAL_SCOPES.every((scope) => scopes[scope] === 'ALWAYS');
}
