import { OrganizationKey, PractitionerRoleKey } from '@causeway/schema/datatypes';
import { Field, ObjectType } from 'type-graphql';
import { ClinicalRecord } from './clinical-record.js';
import { narrative } from './datatypes/narrative.js';
import type { Narrative } from './datatypes/narrative.js';
import { Element } from './elements/index.js';
import { KeptAtHome } from './labels.js';
import { ProvenanceOfRecord } from './links.js';
import type { LinkedRecords } from './links.js';
import type { Provenance } from './provenance.js';

/** What every record type has beside the interface: fields with labels, which no interface may carry, and links. */
@ObjectType()
export abstract class RecordBase extends ClinicalRecord {
  @KeptAtHome()
  @Element(narrative, 'The record in words. It may repeat what other records say.')
  readonly text!: Narrative | null;

  @Field(() => OrganizationKey, {
    nullable: true,
    description: 'The organisation that made the record.',
  })
  get author(): OrganizationKey | null {
    const { authorOrganization } = this.row;
    return authorOrganization === null ? null : { id: authorOrganization };
  }

  @KeptAtHome()
  @Field(() => PractitionerRoleKey, {
    nullable: true,
    description: 'The professional who made the record, where they are registered.',
  })
  get authorRole(): PractitionerRoleKey | null {
    const { authorRole } = this.row;
    return authorRole === null ? null : { id: authorRole };
  }

  @ProvenanceOfRecord('Who did what to the record, and when.')
  readonly provenance!: LinkedRecords<Provenance>;
}
