/** The namespace that everything of the invented world comes from: `.example` can be nobody's. */
export const SEED_NAMESPACE = 'https://invented.example/world';
