/** How a resource that was exported differs from the one that went in: by elements, without their indices. */

/** Paths of elements: `Observation.component.code.coding.userSelected`. */
export interface Difference {
  /** In what went in, and not in what came out. */
  readonly leftOut: ReadonlySet<string>;
  /** In both, and not the same. */
  readonly changed: ReadonlySet<string>;
}

type Json = Readonly<Record<string, unknown>>;

/** Compares what went in with what came out. Where references lead is compared by whether they lead anywhere. */
export function compareFhir(source: Json, exported: Json): Difference {
  const leftOut = new Set<string>();
  const changed = new Set<string>();
  compare(source, exported, String(source['resourceType']));
  return { leftOut, changed };

  function compare(before: unknown, after: unknown, path: string): void {
    if (after === undefined) {
      leftOut.add(path);
    } else if (Array.isArray(before)) {
      const items = Array.isArray(after) ? after : [];
      before.forEach((item, index) => {
        compare(item, items[index], path);
      });
    } else if (isObject(before)) {
      if (!isObject(after)) changed.add(path);
      else if ('reference' in before && ('reference' in after || 'identifier' in after)) return;
      else
        for (const name of Object.keys(before))
          compare(before[name], after[name], `${path}.${name}`);
    } else if (before !== after) {
      changed.add(path);
    }
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
