/** Who is asked for, and by whom: ids that the bench's subgraphs and its requests agree on. */

const id = (kind: string, number: number): string =>
  `00000000-0000-4000-${kind}-${String(number).padStart(12, '0')}`;

/** The patients that requests ask for in turn. */
export const PATIENTS: readonly string[] = Array.from({ length: 64 }, (_, n) => id('8001', n));

/** How many patients are under the caller's care: what the large operation shows. */
export const UNDER_CARE = 50;

/** The caller's organisation, and the authors of records. */
export const ORGANIZATIONS: readonly string[] = Array.from({ length: 8 }, (_, n) => id('8002', n));

/** The caller's organisation. */
export const CLINIC = id('8002', 0);

/** The caller's role there. */
export const DOCTOR = id('8003', 0);

/** The id of a record of a patient. */
export const recordId = (patient: number, kind: number, position: number): string =>
  id('8004', patient * 1_000 + kind * 100 + position);
