/** Who may speak for whom, who may help, and who is only to be called. */
import type { Calendar } from '../calendar.js';
import { addYears } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { PersonName, SeedPatient, SeedRelatedPerson } from '../model.js';
import { nameOf } from './names.js';

type Relation = Pick<SeedRelatedPerson, 'relationship' | 'role' | 'basis'> & {
  readonly start: string;
  readonly end?: string;
  readonly active?: boolean;
};

/** A parent decides for a child. */
export const PARENT = { role: 'SDM', basis: 'PARENT' } as const;

/** The relations between the patients, and to people who are none. */
export function relatedPersons(
  calendar: Calendar,
  patients: readonly SeedPatient[],
): readonly SeedRelatedPerson[] {
  const { daysAgo, yearsAgo } = calendar;
  const bySlug = new Map(patients.map((patient) => [patient.slug, patient]));
  const between = (patient: string, person: string, relation: Relation): SeedRelatedPerson => {
    const related = bySlug.get(person);
    if (related === undefined)
      throw new RangeError(`Expected a patient called ${person}, got none`);
    return relatedPerson(patient, person, related.id, related.name, relation);
  };
  const outside = (patient: string, person: string, name: PersonName, relation: Relation) =>
    relatedPerson(patient, person, null, name, relation);
  const birthOf = (slug: string): string => bySlug.get(slug)?.birthDate ?? daysAgo(0);

  return [
    between('chan-tsz-kit', 'chan-lam-mei-ling', {
      ...PARENT,
      relationship: 'MTH',
      start: birthOf('chan-tsz-kit'),
    }),
    between('chan-tai-man', 'chan-wing-yan', {
      relationship: 'CHILD',
      role: 'CAREGIVER',
      basis: 'FAMILY',
      start: yearsAgo(2),
    }),
    between('wu-ka-yau', 'wu-chi-wai', {
      ...PARENT,
      relationship: 'FTH',
      start: birthOf('wu-ka-yau'),
      end: addYears(birthOf('wu-ka-yau'), 18),
    }),
    between('ma-pui-shan', 'ma-cheung-hing', {
      ...PARENT,
      relationship: 'FTH',
      start: birthOf('ma-pui-shan'),
      end: addYears(birthOf('ma-pui-shan'), 18),
    }),
    between('kwok-siu-fan', 'kwok-man-kit', {
      relationship: 'CHILD',
      role: 'SDM',
      basis: 'COURT',
      start: yearsAgo(1),
    }),
    between('ho-yuk-lan', 'kwok-man-kit', {
      relationship: 'FRND',
      role: 'AUTHORISED_PERSON',
      basis: 'CO_RESIDENT',
      start: yearsAgo(5),
      end: daysAgo(200),
      active: false,
    }),
    outside(
      'chan-tai-man',
      'neighbour',
      nameOf(['Kwan', '關', '关'], ['Yiu Cho', '耀祖', '耀祖']),
      {
        relationship: 'FRND',
        role: 'CONTACT',
        basis: null,
        start: yearsAgo(6),
      },
    ),
    outside(
      'chan-tsz-kit',
      'former-guardian',
      nameOf(['Lam', '林', '林'], ['Kin Bong', '建邦', '建邦']),
      {
        relationship: 'GUARD',
        role: 'SDM',
        basis: 'GUARDIAN',
        start: yearsAgo(8),
        end: yearsAgo(6),
        active: false,
      },
    ),
  ];
}

/** A relation of a person to a patient, both by slug; the person's own id where they are a patient too. */
export function relatedPerson(
  patient: string,
  slug: string,
  person: string | null,
  name: PersonName,
  { start, end = '', active = true, ...relation }: Relation,
): SeedRelatedPerson {
  return {
    id: idOf(`related-person/${patient}/${slug}`),
    patient: idOf(`patient/${patient}`),
    person,
    name,
    ...relation,
    period: { start, end: end === '' ? null : end },
    active,
  };
}
