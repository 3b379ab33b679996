/** A FHIR R4 resource as JSON: its type, and whatever else it holds, to be read with care. */
export interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}
