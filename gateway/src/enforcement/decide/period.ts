import { earliestInstant, localDate } from '@causeway/schema';

/** Whether a person born on a date is under an age at an instant, by the local date: the birthday ends it at midnight. */
export function isUnder(age: number, birthDate: string | null, now: number): boolean {
  const born = earliestInstant(birthDate);
  if (born === null) return false;
  const birthday = new Date(localDate(born));
  // Someone born on 29 February comes of age on 1 March of a common year, as the Date rolls over.
  birthday.setUTCFullYear(birthday.getUTCFullYear() + age);
  return localDate(now) < localDate(birthday.getTime());
}
