import { FhirDateTime } from '@causeway/schema/datatypes';
import { Consent, Subject } from '@causeway/schema/decorators';
import type { ClinicalScope, Permit } from '@causeway/schema';
import { Field, Int, ObjectType } from 'type-graphql';
import type { CategoryTotal } from './repository/summary.js';
import { dateTime } from './types/elements/index.js';
import { Patient } from './types/index.js';

/** What a patient has in one category. */
@ObjectType({
  description: 'What a patient has in one category: the records that the caller may see.',
})
export class CategorySummary {
  @Field(() => Int, { description: 'How many records there are.' })
  readonly count: number;

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'The clinical date of the newest; null where none has a date.',
  })
  readonly latest: string | null;

  constructor(total: CategoryTotal | undefined) {
    this.count = total?.total ?? 0;
    this.latest = dateTime.read(total?.latest);
  }
}

/** The field summarises a category, and is labelled with it. */
function Summarises(category: ClinicalScope, of: string) {
  return <Name extends string>(
    prototype: RecordSummary & Readonly<Record<Name, CategorySummary | null>>,
    field: Name,
  ): void => {
    Object.defineProperty(prototype, field, {
      get(this: RecordSummary) {
        return this.inCategory(category);
      },
    });
    Consent(category)(prototype, field);
    Field(() => CategorySummary, { nullable: true, description: `Summary of ${of}.` })(
      prototype,
      field,
    );
  };
}

/** What a patient has in each category, within the permit. A category that the permit does not cover is null. */
@Subject({ id: 'patient { id }' })
@Consent('PERSON')
@ObjectType({
  description: 'What a patient has in each category: the records that the caller may see.',
})
export class RecordSummary {
  @Field(() => Patient, { nullable: true, description: 'The patient.' })
  readonly patient: Patient;

  readonly #permit: Permit;
  readonly #totals: ReadonlyMap<ClinicalScope, CategoryTotal>;

  @Summarises('ALLERGY_ADR', 'allergies and adverse drug reactions')
  readonly allergyAdr!: CategorySummary | null;

  @Summarises('DIAGNOSIS', 'diagnoses')
  readonly diagnosis!: CategorySummary | null;

  @Summarises('PROCEDURE', 'procedures')
  readonly procedure!: CategorySummary | null;

  @Summarises('MEDICATION', 'medication')
  readonly medication!: CategorySummary | null;

  @Summarises('ENCOUNTER', 'encounters and appointments')
  readonly encounter!: CategorySummary | null;

  @Summarises('CLINICAL_NOTE', 'clinical notes')
  readonly clinicalNote!: CategorySummary | null;

  @Summarises('BIRTH', 'birth records')
  readonly birth!: CategorySummary | null;

  @Summarises('IMMUNISATION', 'immunisations')
  readonly immunisation!: CategorySummary | null;

  @Summarises('LAB_REPORT', 'laboratory reports and results')
  readonly labReport!: CategorySummary | null;

  @Summarises('RAD_REPORT', 'radiology reports and findings')
  readonly radReport!: CategorySummary | null;

  @Summarises('RAD_IMAGE', 'radiology images')
  readonly radImage!: CategorySummary | null;

  @Summarises('OTHER_INVESTIGATION', 'reports and findings of other investigations')
  readonly otherInvestigation!: CategorySummary | null;

  @Summarises('REFERRAL', 'referrals')
  readonly referral!: CategorySummary | null;

  @Summarises('OBS_LIFESTYLE', 'observations and lifestyle records')
  readonly obsLifestyle!: CategorySummary | null;

  @Summarises('MED_CERT', 'medical certificates')
  readonly medCert!: CategorySummary | null;

  @Summarises('CHINESE_MED', 'records of Chinese medicine')
  readonly chineseMed!: CategorySummary | null;

  constructor(patient: Patient, permit: Permit, totals: readonly CategoryTotal[]) {
    this.patient = patient;
    this.#permit = permit;
    this.#totals = new Map(totals.map((total) => [total.category, total]));
  }

  /** What the patient has in a category; null where the permit does not cover it. */
  inCategory(category: ClinicalScope): CategorySummary | null {
    if (!this.#permit.scopes.includes(category)) return null;
    return new CategorySummary(this.#totals.get(category));
  }
}
