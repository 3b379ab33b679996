import { ID_DESCRIPTION, PATIENT_DESCRIPTION } from '@causeway/schema/datatypes';
import { Consent as Labelled, Key, Subject } from '@causeway/schema/decorators';
import { Field, ID, ObjectType } from 'type-graphql';

/** The patient, as far as this subgraph knows of one: by the key. The resolvers add what belongs to the patient. */
@Key('id')
@Subject({ id: 'id' })
@Labelled('PERSON')
@ObjectType('Patient', { description: PATIENT_DESCRIPTION })
export class Patient {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;
}
