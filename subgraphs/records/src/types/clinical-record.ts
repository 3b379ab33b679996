import { ID_DESCRIPTION, Coding, FhirDateTime, SharableCategory } from '@causeway/schema/datatypes';
import type { ClinicalScope, Permit } from '@causeway/schema';
import { Ctx, Field, ID, InterfaceType } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import type { Resource } from '../fhir/resource.js';
import type { RecordRow } from '../tables.js';
import type { HoldsElements } from './elements/element.js';
import { dateTime } from './elements/primitives.js';

/** A record of any type, resolved from its row. The interface carries no labels: each type has its own. */
@InterfaceType('ClinicalRecord', {
  description: 'What every clinical record has, whatever FHIR resource it is.',
})
export abstract class ClinicalRecord implements HoldsElements {
  constructor(
    readonly row: RecordRow,
    /** The permit that releases the record. */
    readonly permit: Permit,
  ) {}

  /** The FHIR resource. */
  get elements(): Resource {
    return this.row.content;
  }

  @Field(() => ID, { description: ID_DESCRIPTION })
  get id(): string {
    return this.row.id;
  }

  @Field(() => SharableCategory, {
    description: 'The sharable category the record belongs to; a consent has to cover it.',
  })
  get category(): ClinicalScope {
    return this.row.category;
  }

  @Field(() => FhirDateTime, {
    nullable: true,
    description:
      'When it happened or, where that is what counts, was recorded: the date that look-back periods are compared with.',
  })
  get clinicalDate(): string | null {
    return dateTime.read(this.row.clinicalDate);
  }

  @Field(() => FhirDateTime, { nullable: true, description: 'When it was recorded.' })
  get recordedDate(): string | null {
    return dateTime.read(this.row.recordedDate);
  }

  @Field(() => [Coding], {
    description:
      'Security labels: those of the source, and the confidentiality found by this layer.',
  })
  get security(): readonly Coding[] {
    return this.row.security;
  }

  @Field(() => String, { nullable: true, description: 'The FHIR status of the resource.' })
  get status(): string | null {
    return this.row.status;
  }

  @Field(() => String, { description: 'The version; it grows with every change.' })
  get versionId(): string {
    return String(this.row.versionId);
  }

  @Field(() => String, { description: 'Where the record was made (ISO 3166-2): `HK`, `CN-GD`.' })
  get sourceJurisdiction(): string {
    return this.row.sourceJurisdiction;
  }

  @Field(() => Boolean, {
    description: 'Whether the patient disputes it, or the deposit that brought it.',
  })
  async disputed(@Ctx() { receipts }: RecordsContext): Promise<boolean> {
    return receipts.isDisputed(this.row);
  }
}
