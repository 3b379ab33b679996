/**
 * The claims of an access token, as far as they say who asks. A token speaks for exactly one kind of caller: claims of
 * two kinds in one token are refused, not ranked.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9068
 */
import type { Caller } from '@causeway/schema';
import { z } from 'zod';
import { confirmation } from './confirmation.js';
import type { Confirmation } from './confirmation.js';

type Unpurposed<Kind> = Kind extends unknown ? Omit<Kind, 'purpose'> : never;

/** A caller who has not declared a purpose of use yet. */
export type TokenCaller = Unpurposed<Caller>;

/** What a verified token says: who asks, the purposes of use they may declare, and what they have to show. */
export interface TokenClaims {
  readonly caller: TokenCaller;
  readonly purposes: readonly string[];
  /** What the token is bound to; null for one that is good in any hand. */
  readonly confirmation: Confirmation | null;
}

const word = z.string().min(1).max(256);
const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
const reference = (type: 'Patient' | 'PractitionerRole') =>
  z
    .string()
    .regex(new RegExp(`^${type}/[A-Za-z0-9.-]{1,64}$`))
    .transform((text) => text.slice(type.length + 1));
const absent = z.undefined().optional();

const presented = {
  iss: word,
  aud: z.union([word, z.array(word).min(1)]),
  sub: word,
  client_id: word,
  jti: word,
  iat: z.number(),
  exp: z.number(),
  purpose_of_use: z.array(word).min(1).max(16),
};

const person = z
  .object({
    ...presented,
    fhirUser: reference('Patient'),
    organization: absent,
    system: absent,
    grant: absent,
    office: absent,
  })
  .transform((claims) => ({ ...common(claims), kind: 'person' as const, person: claims.fhirUser }));

const professional = z
  .object({
    ...presented,
    fhirUser: reference('PractitionerRole'),
    organization: id,
    system: absent,
    grant: id.optional(),
    office: absent,
  })
  .transform((claims) => ({ ...common(claims), kind: 'professional' as const, ...acting(claims) }));

const system = z
  .object({
    ...presented,
    fhirUser: reference('PractitionerRole'),
    organization: id,
    system: id,
    grant: id.optional(),
    office: absent,
  })
  .transform((claims) => ({
    ...common(claims),
    kind: 'system' as const,
    system: claims.system,
    ...acting(claims),
  }));

const office = z
  .object({
    ...presented,
    fhirUser: absent,
    organization: absent,
    system: absent,
    grant: absent,
    office: z.enum(['COMMISSIONER', 'SECRETARY_FOR_HEALTH', 'AUDITOR']),
  })
  .transform((claims) => ({ ...common(claims), kind: 'office' as const, office: claims.office }));

const anyCaller = z.union([person, professional, system, office]);
const anyHolder = z.object({
  purpose_of_use: presented.purpose_of_use,
  cnf: confirmation.optional(),
});

/** The claims of a verified payload; undefined where they are not those of one caller. */
export function readClaims(payload: unknown): TokenClaims | undefined {
  const caller = anyCaller.safeParse(payload);
  const holder = anyHolder.safeParse(payload);
  if (!caller.success || !holder.success) return undefined;
  const { purpose_of_use: purposes, cnf = null } = holder.data;
  return { caller: caller.data, purposes, confirmation: cnf };
}

function common(claims: { sub: string; client_id: string; jti: string }): {
  subject: string;
  client: string;
  tokenId: string;
} {
  return { subject: claims.sub, client: claims.client_id, tokenId: claims.jti };
}

function acting(claims: { fhirUser: string; organization: string; grant?: string | undefined }): {
  practitionerRole: string;
  organization: string;
  grant: string | null;
} {
  return {
    practitionerRole: claims.fhirUser,
    organization: claims.organization,
    grant: claims.grant ?? null,
  };
}
