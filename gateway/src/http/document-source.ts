/** Where the texts of operations are found that are asked for by their hashes. */
export interface DocumentSource {
  /** `any` where clients may send texts of their own, `registered` where they may ask for what it has alone. */
  readonly kind: 'any' | 'registered';
  /** The text of a hash (SHA-256 in hexadecimal); undefined where it is not known. */
  text(hash: string): string | undefined;
  /** Told of a valid text that a client sent with its hash; never where clients send none. */
  remember(hash: string, text: string): void;
}
