import type { GrantState } from '@causeway/schema';
import type { Calendar } from '../calendar.js';
import { grantOf } from '../consents/grants.js';
import type { GrantSketch } from '../consents/grants.js';
import type { SeedGrant } from '../model.js';
import { generatedSlug, isGeneratedChild } from '../people/generated-people.js';
import { randomOf } from '../random.js';

const HOSPITALS = ['lianhua-bay', 'lotus-lagoon', 'pearl-islet'];

/** How grants stand: most of them are in use. */
const STATES: readonly GrantState[] = [
  'REDEEMED',
  'REDEEMED',
  'REDEEMED',
  'LINK_ISSUED',
  'AUTHORISED',
  'COMPLETED',
  'EXPIRED',
  'REVOKED',
];

/** The grants of the residents of the numbers from one to another: about one adult in ten has given one. */
export function residentGrants(
  calendar: Calendar,
  first: number,
  last: number,
): readonly SeedGrant[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, position) => first + position);
  return numbers.flatMap((number) => {
    const random = randomOf(`grant/${generatedSlug(number)}`);
    if (isGeneratedChild(number) || !random.chance(0.1)) return [];
    const state = random.pick(STATES);
    const isPast = state === 'COMPLETED' || state === 'EXPIRED';
    const sketch: GrantSketch = {
      patient: generatedSlug(number),
      organization: random.pick(HOSPITALS),
      state,
      lookBack: random.pick(['P1Y', 'P3Y', 'P5Y']),
      ...(isPast
        ? { daysAgo: random.between(60, 200), endsIn: -random.between(5, 30) }
        : { daysAgo: random.between(2, 25) }),
      isOver: state === 'COMPLETED' || state === 'REVOKED',
    };
    return [grantOf(calendar, sketch)];
  });
}
