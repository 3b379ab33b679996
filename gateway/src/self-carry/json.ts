/** A JSON object of unknown shape: what the graph answers, and what FHIR resources are made of. */
export interface JsonObject {
  readonly [name: string]: unknown;
}

/** The value as an object; null for any other, lists included. */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : null;
}

/** The value as a list; empty for any other. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a text; null for any other, and for an empty one. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
