import type { Calendar } from '../../calendar.js';
import { addDays } from '../../calendar.js';
import { PATIENT_CHAN } from '../../ids.js';
import type { Author } from '../../model.js';
import type { Labels } from '../../records/labels.js';
import type { About } from '../../records/record.js';
import { recordId } from '../../records/record.js';

const SLUG = 'chan-tai-man';

/** Instants and dates on either side of the first moment of a look-back of three years. */
export interface Boundary {
  /** The first day inside, as a date, and its first moment. */
  readonly firstDay: string;
  readonly firstMoment: string;
  /** The first moment as an instant of another offset: still the day before in UTC. */
  readonly firstMomentInUtc: string;
  /** The last day outside, as a date, and its last second. */
  readonly lastDayOutside: string;
  readonly lastSecondOutside: string;
}

/** What every part of Chan Tai Man's record is written with. */
export interface Scene {
  readonly calendar: Calendar;
  readonly boundary: Boundary;
  /** The circumstances of a record by name and author, and the name of its encounter. */
  readonly about: (
    name: string,
    author: Author,
    more?: { readonly encounter?: string; readonly security?: Labels },
  ) => About;
  /** The year of a date a number of years ago: always before a look-back of three years from four on. */
  readonly yearOf: (yearsAgo: number) => string;
  /** The month before the present one: always within a look-back of three years. */
  readonly lastMonth: string;
}

/** The scene on the day of a calendar. */
export function sceneOf(calendar: Calendar): Scene {
  const firstDay = calendar.yearsAgo(3);
  const lastDayOutside = addDays(firstDay, -1);
  return {
    calendar,
    boundary: {
      firstDay,
      firstMoment: `${firstDay}T00:00:00+08:00`,
      firstMomentInUtc: `${lastDayOutside}T16:00:00Z`,
      lastDayOutside,
      lastSecondOutside: `${lastDayOutside}T23:59:59+08:00`,
    },
    about: (name, author, { encounter, security } = {}) => ({
      patient: { id: PATIENT_CHAN, slug: SLUG },
      name,
      author,
      encounter: encounter === undefined ? undefined : recordId(SLUG, encounter),
      security,
    }),
    yearOf: (years) => calendar.yearsAgo(years).slice(0, 4),
    lastMonth: addDays(`${calendar.today.slice(0, 7)}-01`, -1).slice(0, 7),
  };
}
