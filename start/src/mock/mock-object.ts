/** What is known of an object; a function is a field that takes arguments. */
export type Given = Readonly<Record<string, unknown>>;

/** What an object of the mock is made of. */
export interface MockObjectOptions {
  readonly type: string;
  /** The text from which all is made up that is not given: the same seed, the same values. */
  readonly seed: string;
  /** Whose it is (Patient id); null for what is nobody's. */
  readonly patient: string | null;
  /** The FHIR date that it, and what belongs to it, is of. */
  readonly date: string;
  readonly given: Given;
  /** What becomes of what is not given: it is made up, or absent wherever the schema lets it be. */
  readonly rest: 'MADE_UP' | 'ABSENT';
}

/** An object that a mock subgraph answers with; its fields are resolved as they are asked for. */
export class MockObject {
  /** Tells graphql-js which type of an interface or a union it is. */
  readonly __typename: string;
  readonly seed: string;
  readonly patient: string | null;
  readonly date: string;
  readonly given: Given;
  readonly rest: 'MADE_UP' | 'ABSENT';

  constructor({ type, seed, patient, date, given, rest }: MockObjectOptions) {
    this.__typename = type;
    this.seed = seed;
    this.patient = patient;
    this.date = date;
    this.given = given;
    this.rest = rest;
  }
}
