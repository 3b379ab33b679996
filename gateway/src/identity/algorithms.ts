/** The algorithms of tokens and of proofs: asymmetric ones alone, for with any other who can verify could also sign. */
export const ALGORITHMS: string[] = ['ES256', 'EdDSA', 'PS256', 'RS256'];
