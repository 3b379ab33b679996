import { ID_DESCRIPTION, PATIENT_DESCRIPTION } from '@causeway/schema/datatypes';
import { Consent, Key, Subject } from '@causeway/schema/decorators';
import { Field, ID, ObjectType } from 'type-graphql';

/** A patient as this subgraph knows one: by the key; `PatientRecords` adds the lists of records. */
@Key('id')
@Subject({ id: 'id' })
@Consent('PERSON')
@ObjectType('Patient', { description: PATIENT_DESCRIPTION })
export class Patient {
  @Field(() => ID, { description: ID_DESCRIPTION })
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}
