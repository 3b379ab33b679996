import type { GrantFact, GrantState as GrantStateWord, Scope } from '@causeway/schema';
import {
  Coding,
  ConsentScope,
  FhirDateTime,
  ID_DESCRIPTION,
  OrganizationKey,
  Period,
  PractitionerRoleKey,
} from '@causeway/schema/datatypes';
import { Consent as Labelled, Domestic, Key, Subject } from '@causeway/schema/decorators';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { SecureLinkStatus } from '../tables.js';
import { Consent } from './consent.js';
import { GrantEncounterStatus, GrantPermission, GrantState, LinkStatus } from './enums.js';
import { Patient } from './patient.js';

/** The use of a service that a grant is tied to. */
@ObjectType({ description: 'The use of a service that a cross-border grant is tied to.' })
export class GrantEncounter {
  @Field(() => ID, { description: 'The id of the Encounter.' })
  id!: string;

  @Field(() => OrganizationKey, { nullable: true, description: 'Where the patient is.' })
  organization?: OrganizationKey | null;

  @Field(() => GrantEncounterStatus, { description: 'Whether it is going on.' })
  status!: 'OPEN' | 'CLOSED';
}

/** The secure link of a grant; its secret is nowhere in the graph. */
@ObjectType({ description: 'The secure link by which a grant is redeemed, without its secret.' })
export class SecureLink {
  @Field(() => ID, { description: 'The id of the link; it opens nothing.' })
  id!: string;

  @Field(() => LinkStatus, { description: 'Whether it can be redeemed.' })
  status!: SecureLinkStatus['status'];

  @Field(() => FhirDateTime, { description: 'When it expires.' })
  expiresAt!: string;

  @Field(() => Int, { description: 'How many passcode attempts are left for its whole life.' })
  remainingAttempts!: number;
}

/** A state that a grant had or has. */
@ObjectType({ description: 'A state that a cross-border grant had or has.' })
export class GrantStateChange {
  @Field(() => GrantState, { description: 'The state.' })
  state!: GrantStateWord;

  @Field(() => FhirDateTime, { description: 'From when.' })
  since!: string;
}

/** `domain.md` 4.6 */
@Key('id')
@Subject({ id: 'patient { id }', party: 'requester { id }' })
@Labelled('GRANT')
@ObjectType({
  description:
    "A patient's authorisation of one party outside Hong Kong, for one purpose and one use of its service.",
})
export class CrossBorderGrant {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => Patient, { nullable: true, description: 'The patient.' })
  patient?: Patient | null;

  @Field(() => OrganizationKey, { nullable: true, description: 'The organisation that asked.' })
  requester?: OrganizationKey | null;

  @Domestic()
  @Field(() => PractitionerRoleKey, {
    nullable: true,
    description: 'The professional it is for, if it is for one only.',
  })
  practitionerRole?: PractitionerRoleKey | null;

  @Field(() => Coding, { description: 'The purpose of use (HL7 v3 ActReason).' })
  purpose!: Coding;

  @Field(() => [ConsentScope], { description: 'The categories it covers.' })
  scopes!: readonly Scope[];

  @Field(() => String, {
    description:
      'How far back clinical dates are covered at each use: an ISO 8601 duration, `P3Y`.',
  })
  lookBack!: string;

  @Field(() => [GrantPermission], { description: 'What it lets its holder do.' })
  permissions!: GrantFact['permissions'];

  @Field(() => Boolean, {
    description: 'Whether the patient has included restricted records by name.',
  })
  includesRestricted!: boolean;

  @Field(() => Period, { nullable: true, description: 'When it can be used.' })
  period?: Period | null;

  @Field(() => GrantEncounter, {
    nullable: true,
    description: 'The use of the service that it is tied to, once that has begun.',
  })
  encounter?: GrantEncounter | null;

  @Field(() => SecureLink, { nullable: true, description: 'The link by which it is redeemed.' })
  link?: SecureLink | null;

  @Field(() => GrantState, { description: 'Where it stands in its life.' })
  state!: GrantStateWord;

  @Field(() => [GrantStateChange], { description: 'Its states, oldest first.' })
  stateHistory!: readonly GrantStateChange[];

  @Field(() => Consent, { nullable: true, description: 'The consent that materialises it.' })
  consent?: Consent | null;
}
