/** Who is under whose care, and which step-ups were made. */
import type { Calendar } from '../calendar.js';
import { DR_WONG, HARBOUR_BEND_HOSPITAL, LION_ROCK_HOSPITAL, STAR_QUAY_CLINIC } from '../ids.js';
import { idOf } from '../identifiers.js';
import type { SeedCareRelation, SeedPatient, SeedStepUp } from '../model.js';
import { randomOf } from '../random.js';

/** Chan Tai Man's providers, with the days since care began and, where it is over, since it ended. */
const CARE_OF_CHAN: readonly (readonly [organization: string, began: number, ended?: number])[] = [
  ['lion-rock', 2600],
  ['harbour-bend', 1600],
  // Under care, and yet without a sharing consent.
  ['bauhinia-lane', 900],
  ['ferry-pier', 1300],
  ['herb-lane', 250],
  ['jade-terrace', 510, 470],
];

/** Relations of care, open and ended. */
export function careRelations(
  calendar: Calendar,
  patients: readonly SeedPatient[],
): readonly SeedCareRelation[] {
  const { daysAgo } = calendar;
  return patients.flatMap(({ slug, generalPractitioner }) => {
    const relation = (organization: string, began: number, ended?: number): SeedCareRelation => ({
      id: idOf(`care/${slug}/${organization}`),
      patient: idOf(`patient/${slug}`),
      organization,
      period: { start: daysAgo(began), end: ended === undefined ? null : daysAgo(ended) },
    });
    if (slug === 'chan-tai-man') {
      return CARE_OF_CHAN.map(([name, began, ended]) =>
        relation(idOf(`organization/${name}`), began, ended),
      );
    }
    const random = randomOf(`care/${slug}`);
    const began = random.between(400, 700);
    const family = generalPractitioner === null ? [] : [relation(generalPractitioner, began)];
    if (!slug.startsWith('resident-')) {
      // Those with a story are in Dr Wong's care, so that what keeps their records from him is their story.
      return [...family, relation(LION_ROCK_HOSPITAL, began), relation(STAR_QUAY_CLINIC, began)];
    }
    const hospital = random.pick([LION_ROCK_HOSPITAL, HARBOUR_BEND_HOSPITAL]);
    return [
      ...family,
      random.chance(0.7) ? relation(hospital, began) : relation(hospital, began, began - 90),
    ];
  });
}

/** Step-ups to restricted records; they last for minutes, so those of the world are over. */
export function stepUps({ at }: Calendar): readonly SeedStepUp[] {
  return [
    {
      id: idOf('step-up/yeung-suk-yee/dr-wong'),
      patient: idOf('patient/yeung-suk-yee'),
      practitionerRole: DR_WONG,
      since: at(12, '14:00'),
      until: at(12, '14:30'),
      reason: 'Acute confusion; possible interaction of medicines',
    },
  ];
}
