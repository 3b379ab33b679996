/** A fault that is put in on purpose, to see whether a test notices. */
export interface Mutant {
  /** What is broken: `patients: Patient.hkid without @domestic`. */
  readonly name: string;
  /** What noticed it first, in a few words; null if nothing did. */
  notice(): Promise<string | null> | string | null;
}
