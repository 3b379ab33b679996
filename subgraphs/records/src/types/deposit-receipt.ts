import type { ClinicalScope, Permit } from '@causeway/schema';
import {
  FhirDateTime,
  ID_DESCRIPTION,
  OrganizationKey,
  SharableCategory,
} from '@causeway/schema/datatypes';
import { Consent, Key, Subject } from '@causeway/schema/decorators';
import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import type { DepositRow, DisputeRow } from '../tables.js';
import { Patient } from './patient.js';

/** One of the resources that a deposit brought. */
@ObjectType({ description: 'A resource that was deposited, and the record it became.' })
export class DepositedResource {
  @Field(() => ID, { description: 'The id of the record.' })
  id!: string;

  @Field(() => String, { description: 'The FHIR resource type.' })
  type!: string;

  @Field(() => SharableCategory, { description: 'The category that the record stands under.' })
  category!: ClinicalScope;

  @Field(() => String, { nullable: true, description: 'What the bundle called it.' })
  fullUrl!: string | null;

  @Field(() => String, {
    description:
      'SHA-256 of the resource as it was deposited, over its canonical JSON (RFC 8785), in hexadecimal.',
  })
  digest!: string;
}

/** What a patient said against a deposit. */
@ObjectType({ description: 'What a patient says against a deposit, or a record of it.' })
export class DepositDispute {
  constructor(
    private readonly row: DisputeRow,
    private readonly permit: Permit,
  ) {}

  @Field(() => ID, { description: 'The id of the dispute.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the record that is disputed; null where the whole deposit is.',
  })
  get record(): string | null {
    return this.row.record;
  }

  @Field(() => String, {
    nullable: true,
    description: "Why, in the patient's words: for the patient, and for who decides for them.",
  })
  get reason(): string | null {
    return this.permit.administrativeBasis === 'SUBJECT' ? this.row.reason : null;
  }

  @Field(() => FhirDateTime, { description: 'Since when it is disputed.' })
  get disputedAt(): string {
    return instant(this.row.disputedAt);
  }

  @Field(() => FhirDateTime, { nullable: true, description: 'When it was withdrawn.' })
  get withdrawnAt(): string | null {
    const { withdrawnAt } = this.row;
    return withdrawnAt === null ? null : instant(withdrawnAt);
  }
}

/** A deposit that was taken, as patient and depositor can see it. */
@Key('id')
@Subject({ id: 'patient { id }', party: 'organization { id }' })
@Consent('DEPOSIT')
@ObjectType({ description: 'The receipt of a deposit that was taken, all of it.' })
export class DepositReceipt {
  constructor(
    private readonly row: DepositRow,
    private readonly permit: Permit,
  ) {}

  @Field(() => ID, { description: ID_DESCRIPTION })
  get id(): string {
    return this.row.id;
  }

  @Field(() => Patient, { nullable: true, description: 'The patient.' })
  get patient(): Patient {
    return new Patient(this.row.patient);
  }

  @Field(() => OrganizationKey, { nullable: true, description: 'The organisation that deposited.' })
  get organization(): OrganizationKey {
    return { id: this.row.organization };
  }

  @Field(() => FhirDateTime, { description: 'When it was taken.' })
  get depositedAt(): string {
    return instant(this.row.depositedAt);
  }

  @Field(() => String, { description: 'Where it came from (ISO 3166-2): `HK`, `CN-GD`.' })
  get sourceJurisdiction(): string {
    return this.row.sourceJurisdiction;
  }

  @Field(() => Boolean, {
    description: 'Whether it is test data of a channel on trial, of an invented patient.',
  })
  get isTest(): boolean {
    return this.row.isTest;
  }

  @Field(() => String, {
    description:
      'SHA-256 of the bundle as it was deposited, over its canonical JSON (RFC 8785), in hexadecimal.',
  })
  get digest(): string {
    return this.row.digest;
  }

  @Field(() => [DepositedResource], { description: 'What it brought, in the order of the bundle.' })
  get resources(): readonly DepositedResource[] {
    return this.row.resources;
  }

  @Field(() => [DepositDispute], {
    description: 'What the patient says against it, withdrawn disputes too, oldest first.',
  })
  async disputes(@Ctx() context: RecordsContext): Promise<readonly DepositDispute[]> {
    const rows = await context.receipts.disputesOf(this.row.id);
    return rows.map((row) => new DepositDispute(row, this.permit));
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** A receipt under the permit that releases it. @throws Error for one that no permit of the fetch releases */
export function receiptNode(row: DepositRow, { fetch }: RecordsContext): DepositReceipt {
  const permit = fetch.permits.find(
    ({ patient, scopes }) => patient === row.patient && scopes.includes('DEPOSIT'),
  );
  if (permit === undefined)
    throw new Error('Expected a receipt that a permit releases, got another');
  return new DepositReceipt(row, permit);
}
