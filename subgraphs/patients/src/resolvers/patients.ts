import { callerOf } from '@causeway/kit';
import { IDENTIFIER_SYSTEMS, parseHkid } from '@causeway/schema';
import type {
  Address,
  ContactPoint,
  Identifier,
  OrganizationKey,
  Period,
} from '@causeway/schema/datatypes';
import { PatientId } from '@causeway/schema/decorators';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { mayReadDomestic } from '../context.js';
import type { PatientsContext } from '../context.js';
import { patientById } from '../references.js';
import type { PatientRecord, RelatedPersonRecord } from '../repository/reads.js';
import type { NotificationPreference } from '../tables.js';
import { Patient, RelatedPerson } from '../types.js';
import type { RepresentedPatient } from '../types.js';

/** Queries for patients, and what a patient's row alone does not answer. */
@Resolver(() => Patient)
export class PatientResolver {
  @Query(() => Patient, {
    nullable: true,
    description: 'A patient by id; null for an unknown id and without a permit alike.',
  })
  async patient(
    @PatientId()
    @Arg('id', () => ID, { description: "The patient's id." })
    id: string,
    @Ctx() context: PatientsContext,
  ): Promise<PatientRecord | null> {
    return patientById(id, context);
  }

  @Query(() => Patient, {
    nullable: true,
    description: "The caller's own patient record; null for callers who are not a person.",
  })
  async me(@Ctx() context: PatientsContext): Promise<PatientRecord | null> {
    const caller = callerOf(context);
    return caller.kind === 'person' ? patientById(caller.person, context) : null;
  }

  @FieldResolver()
  async identifier(
    @Root() { id }: PatientRecord,
    @Ctx() context: PatientsContext,
  ): Promise<Identifier[] | null> {
    return mayReadDomestic(context, id) ? context.loaders.identifiers.load(id) : null;
  }

  @FieldResolver()
  async hkid(
    @Root() { id }: PatientRecord,
    @Ctx() context: PatientsContext,
  ): Promise<string | null> {
    if (!mayReadDomestic(context, id)) return null;
    const numbers = valuesOf(IDENTIFIER_SYSTEMS.hkid, await context.loaders.identifiers.load(id));
    return numbers.map(parseHkid).find((number) => number !== null) ?? null;
  }

  @FieldResolver()
  async patientNumber(
    @Root() { id }: PatientRecord,
    @Ctx() { loaders }: PatientsContext,
  ): Promise<string | null> {
    const identifiers = await loaders.identifiers.load(id);
    return valuesOf(IDENTIFIER_SYSTEMS.patientNumber, identifiers)[0] ?? null;
  }

  @FieldResolver()
  deceasedBoolean(@Root() { deceased, isDeceased }: PatientRecord): boolean | null {
    return deceased === null ? isDeceased : true;
  }

  @FieldResolver()
  address(
    @Root() patient: PatientRecord,
    @Ctx() context: PatientsContext,
  ): readonly Address[] | null {
    return mayReadDomestic(context, patient.id) ? patient.address : null;
  }

  @FieldResolver()
  telecom(
    @Root() patient: PatientRecord,
    @Ctx() context: PatientsContext,
  ): readonly ContactPoint[] | null {
    return mayReadDomestic(context, patient.id) ? patient.telecom : null;
  }

  @FieldResolver()
  joiningStatus(@Root() { joining }: PatientRecord): PatientRecord['joining'] {
    return joining;
  }

  @FieldResolver()
  notificationPreference(
    @Root() patient: PatientRecord,
    @Ctx() context: PatientsContext,
  ): NotificationPreference | null {
    return mayReadDomestic(context, patient.id) ? patient.notificationPreference : null;
  }

  @FieldResolver()
  generalPractitioner(@Root() { generalPractitioner }: PatientRecord): OrganizationKey | null {
    return generalPractitioner === null ? null : { id: generalPractitioner };
  }

  @FieldResolver()
  async relatedPersons(
    @Root() { id }: PatientRecord,
    @Ctx() context: PatientsContext,
  ): Promise<RelatedPersonRecord[] | null> {
    return mayReadDomestic(context, id) ? context.loaders.relatedPersonsOf.load(id) : null;
  }

  @FieldResolver()
  async represents(
    @Root() { id }: PatientRecord,
    @Ctx() context: PatientsContext,
  ): Promise<RepresentedPatient[] | null> {
    const caller = callerOf(context);
    const isSelf = caller.kind === 'person' && caller.person === id;
    if (!isSelf || !mayReadDomestic(context, id)) return null;
    const relations = await context.loaders.relationsOfPerson.load(id);
    return relations
      .filter(({ active, role }) => active && SPEAKING.has(role))
      .map((relation) => ({
        patient: relation.patient,
        role: relation.role,
        period: periodOf(relation),
      }));
  }
}

/** What a related person's row alone does not answer. */
@Resolver(() => RelatedPerson)
export class RelatedPersonResolver {
  @FieldResolver()
  async identifier(
    @Root() { id }: RelatedPersonRecord,
    @Ctx() { loaders }: PatientsContext,
  ): Promise<Identifier[]> {
    return loaders.identifiers.load(id);
  }

  @FieldResolver()
  async patient(
    @Root() { patient }: RelatedPersonRecord,
    @Ctx() context: PatientsContext,
  ): Promise<PatientRecord | null> {
    return patientById(patient, context);
  }

  @FieldResolver()
  period(@Root() relation: RelatedPersonRecord): Period | null {
    return periodOf(relation);
  }
}

/** The roles in which somebody speaks for a patient. Whether they may is a fact at each decision. */
const SPEAKING: ReadonlySet<RelatedPersonRecord['role']> = new Set(['SDM', 'CAREGIVER']);

function periodOf({ periodStart, periodEnd }: RelatedPersonRecord): Period | null {
  return periodStart === null && periodEnd === null ? null : { start: periodStart, end: periodEnd };
}

function valuesOf(system: string, identifiers: readonly Identifier[]): string[] {
  return identifiers.flatMap((identifier) =>
    identifier.system === system && identifier.value != null ? [identifier.value] : [],
  );
}
