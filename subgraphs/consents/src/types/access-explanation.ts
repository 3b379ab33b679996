import type { AccessEvent, ConditionFact, ConsentCause, Gate, Scope } from '@causeway/schema';
import { ConsentScope, FhirDateTime } from '@causeway/schema/datatypes';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AuditEventOutcome, DecisionGate } from './enums.js';

/** A consent behind a decision. */
@ObjectType({ description: 'A consent behind a decision, and the provision of it that decided.' })
export class DecidingConsent implements ConsentCause {
  @Field(() => ID, {
    description: 'The id of the consent; `supposed` for one that is only supposed.',
  })
  consent!: string;

  @Field(() => [Int], {
    nullable: true,
    description:
      'The provision that decided: its index from 0, then that within it, and so on; null where it is the consent as a whole.',
  })
  provision!: readonly number[] | null;
}

/** A condition of a recognition that denied. */
@ObjectType({ description: "A condition of the party's recognition that denied." })
export class DecidingCondition implements ConditionFact {
  @Field(() => String, { description: 'What kind of condition it is, known or not.' })
  kind!: string;

  @Field(() => String, { description: 'What it says.' })
  value!: string;
}

/** How a question is decided. */
@ObjectType({ description: 'What a supposed consent would change.' })
export class SupposedAccess {
  @Field(() => AuditEventOutcome, { description: 'How it would be decided.' })
  outcome!: AccessEvent['outcome'];

  @Field(() => DecisionGate, {
    nullable: true,
    description: 'The first gate that would not pass; null for a permit.',
  })
  gate!: Gate | null;

  @Field(() => [String], { description: 'Why, in plain words.' })
  sentences!: readonly string[];

  @Field(() => [ConsentScope], { description: 'The scopes that the caller would be permitted.' })
  gained!: readonly Scope[];

  @Field(() => [ConsentScope], {
    description: 'The scopes that the caller would be permitted no longer.',
  })
  lost!: readonly Scope[];
}

/** Why something was permitted or denied. */
@ObjectType({
  description:
    'Why something was permitted or denied: gate, consent, provision and condition. For the patient and the offices that oversee access; the caller is never told.',
})
export class AccessExplanation {
  @Field(() => AuditEventOutcome, { description: 'How it is decided.' })
  outcome!: AccessEvent['outcome'];

  @Field(() => DecisionGate, {
    nullable: true,
    description: 'The first gate that does not pass; null for a permit.',
  })
  gate!: Gate | null;

  @Field(() => Int, { nullable: true, description: 'The number of the gate, from 1.' })
  number!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why nothing of the patient is permitted, as the audit has it.',
  })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code that the caller is answered; null where they are told nothing.',
  })
  refusal!: string | null;

  @Field(() => [DecidingConsent], { description: 'The consents behind it.' })
  consents!: readonly DecidingConsent[];

  @Field(() => ID, { nullable: true, description: 'The id of the cross-border grant behind it.' })
  grant!: string | null;

  @Field(() => [DecidingCondition], {
    description: "The conditions of the party's recognition that denied.",
  })
  conditions!: readonly DecidingCondition[];

  @Field(() => [ConsentScope], {
    description: "What the caller's permit for the patient covers; empty without one.",
  })
  scopes!: readonly Scope[];

  @Field(() => [String], { description: 'The duties that go with what is released, by code.' })
  obligations!: readonly string[];

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'When the permit ends at the latest.',
  })
  until!: string | null;

  @Field(() => [String], { description: 'Why, in plain words.' })
  sentences!: readonly string[];

  @Field(() => SupposedAccess, {
    nullable: true,
    description: 'What the supposed consent would change; null where none is supposed.',
  })
  supposing!: SupposedAccess | null;
}
