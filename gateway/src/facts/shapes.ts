/** The facts as they come over the wire, checked: what is not of the expected shape counts as no answer at all. */
import type {
  ConsentFacts,
  PatientFacts,
  PatientRecordFacts,
  ProviderFacts,
  ProvisionFact,
} from '@causeway/schema';
import { z } from 'zod';

const period = z.object({ start: z.string().nullable(), end: z.string().nullable() });
const code = z.object({ system: z.string().nullable(), code: z.string().nullable() });
const epoch = z.number().int();

/** `PatientFacts`. */
export const patientFacts: z.ZodType<PatientFacts> = z.object({
  epoch,
  joining: z.enum(['NOT_JOINED', 'ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'DECEASED']),
  birthDate: z.string().nullable(),
  incapable: z.boolean(),
  isTest: z.boolean(),
  relations: z.array(
    z.object({
      role: z.enum(['SDM', 'CAREGIVER', 'AUTHORISED_PERSON', 'CONTACT']),
      basis: z.enum(['PARENT', 'GUARDIAN', 'COURT', 'FAMILY', 'CO_RESIDENT']).nullable(),
      active: z.boolean(),
      period,
    }),
  ),
});

const recognition = z.object({
  id: z.string(),
  status: z.enum([
    'APPLIED',
    'RECOGNISED',
    'SUSPENDED',
    'CANCELLED',
    'EXPIRED',
    'WITHDRAWN',
    'REFUSED',
  ]),
  period,
  suspension: period.nullable(),
  conditions: z.array(z.object({ kind: z.string(), value: z.string() })),
});

/** `ProviderFacts`. */
export const providerFacts: z.ZodType<ProviderFacts> = z.object({
  epoch,
  organization: z
    .object({
      id: z.string(),
      jurisdiction: z.string(),
      city: z.string().nullable(),
      registration: z
        .object({ status: z.enum(['REGISTERED', 'SUSPENDED', 'CANCELLED']), period })
        .nullable(),
      recognition: recognition.nullable(),
      deemedConsent: z.boolean(),
    })
    .nullable(),
  practitionerRole: z
    .object({
      id: z.string(),
      organization: z.string(),
      active: z.boolean(),
      period,
      profession: z.string(),
    })
    .nullable(),
  system: z
    .object({ id: z.string(), recognition: recognition.nullable(), members: z.array(z.string()) })
    .nullable(),
});

const aboutRecord = z.object({
  patient: z.string().nullable(),
  id: z.string().nullable(),
  category: z.string().nullable(),
  date: z.string().nullable(),
  security: z.array(code),
  author: z.array(z.string()).nullable(),
  code: z.array(code).nullable(),
  party: z.array(z.string()),
});

/** `PatientRecordFacts`. */
export const recordFacts = z.object({
  epoch,
  record: z.object({ type: z.string(), facts: aboutRecord }).nullable().optional(),
}) as unknown as z.ZodType<PatientRecordFacts>;

const scope = z.string();
const provision: z.ZodType<ProvisionFact> = z.lazy(() =>
  z.object({
    type: z.enum(['permit', 'deny']),
    period: period.optional(),
    dataPeriod: period.optional(),
    actor: z.array(z.string()).optional(),
    action: z.array(z.enum(['READ', 'DEPOSIT'])).optional(),
    purpose: z.array(z.string()).optional(),
    securityLabel: z.array(code).optional(),
    category: z.array(scope).optional(),
    code: z.array(code).optional(),
    authoredBy: z.array(z.string()).optional(),
    records: z.array(z.string()).optional(),
    related: z.array(z.string()).optional(),
    uninterpreted: z.array(z.string()).optional(),
    provision: z.array(provision).optional(),
  }),
) as unknown as z.ZodType<ProvisionFact>;

/** `ConsentFacts`. */
export const consentFacts = z.object({
  epoch,
  consents: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['JOINING', 'SHARING', 'CROSS_BORDER', 'RESTRICTION', 'DEPOSIT_OBJECTION']),
      status: z.enum(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error']),
      period,
      decision: z.enum(['permit', 'deny']),
      grantee: z.array(z.string()),
      provision: z.array(provision),
      origin: z.enum(['LAYER', 'IMPORTED']),
    }),
  ),
  grant: z
    .object({
      id: z.string(),
      patient: z.string(),
      organization: z.string(),
      practitionerRole: z.string().nullable(),
      purpose: z.string(),
      scopes: z.array(scope),
      lookBack: z.string(),
      permissions: z.array(z.enum(['READ', 'DEPOSIT'])),
      period,
      state: z.enum([
        'REQUESTED',
        'AUTHORISED',
        'LINK_ISSUED',
        'REDEEMED',
        'COMPLETED',
        'EXPIRED',
        'REVOKED',
        'DECLINED',
        'LAPSED',
        'LOCKED',
        'SUSPENDED',
      ]),
      encounter: z
        .object({
          id: z.string(),
          organization: z.string(),
          open: z.boolean(),
          endsAt: z.number().int().optional(),
        })
        .nullable(),
      deposit: z.object({ until: z.string() }).nullable().optional(),
      includesRestricted: z.boolean(),
      consent: z.string(),
    })
    .nullable(),
  careRelation: z.object({ period }).nullable(),
  stepUp: z.object({ until: z.string() }).nullable(),
  emergency: z.object({ id: z.string(), until: z.string() }).nullable(),
}) as unknown as z.ZodType<ConsentFacts>;
