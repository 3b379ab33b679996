/**
 * Entities of other subgraphs by their keys, and the words in which every subgraph describes an entity: a type is
 * described alike wherever it occurs.
 */
import { Field, ID, ObjectType } from 'type-graphql';
import { Key, Open } from '../decorators.js';

/** Describes every entity's key. */
export const ID_DESCRIPTION = 'Opaque id.';

/** Describes the type Patient. */
export const PATIENT_DESCRIPTION = 'A person who receives healthcare (FHIR Patient).';

/** Describes the type Organization. */
export const ORGANIZATION_DESCRIPTION =
  'A healthcare provider or another organisation (FHIR Organization).';

/** Describes the type PractitionerRole. */
export const PRACTITIONER_ROLE_DESCRIPTION =
  'What a healthcare professional does at an organisation (FHIR PractitionerRole).';

/** Describes the type DepositDuty. */
export const DEPOSIT_DUTY_DESCRIPTION =
  'A duty of a healthcare provider to deposit records within a time: specified by the Secretary for Health, or a condition of a recognition.';

/** An Organization of the providers subgraph, by its key. */
@Key('id', { resolvable: false })
@Open()
@ObjectType('Organization', { description: ORGANIZATION_DESCRIPTION })
export class OrganizationKey {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;
}

/** A PractitionerRole of the providers subgraph, by its key. */
@Key('id', { resolvable: false })
@Open()
@ObjectType('PractitionerRole', { description: PRACTITIONER_ROLE_DESCRIPTION })
export class PractitionerRoleKey {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;
}

/** A DepositDuty of the providers subgraph, by its key. */
@Key('id', { resolvable: false })
@Open()
@ObjectType('DepositDuty', { description: DEPOSIT_DUTY_DESCRIPTION })
export class DepositDutyKey {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;
}
