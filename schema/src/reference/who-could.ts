import type { AccessGraph } from '../access/label-access.js';
import { gettableBy } from '../access/gettable.js';
import { AUDIENCES } from '../audiences.js';
import type { AudienceName } from '../audiences.js';

/** What audiences are called in a narrow column. */
export const SHORT_NAMES: Readonly<Record<AudienceName, string>> = {
  patient: 'patient',
  'domestic-professional': 'at home',
  'cross-border-professional': 'abroad',
  commissioner: 'office',
};

/** Tells of a coordinate which audiences could ever get it, whatever patients agree to. */
export type WhoCould = (coordinate: string) => readonly AudienceName[];

/** Who could ever get what of the graph. */
export function whoCould(graph: AccessGraph): WhoCould {
  const fields = AUDIENCES.map(({ name, callers }) => ({
    name,
    fields: callers.map((caller) => gettableBy(graph, caller).fields),
  }));
  return (coordinate) =>
    fields
      .filter((audience) => audience.fields.some((each) => each.has(coordinate)))
      .map(({ name }) => name);
}
