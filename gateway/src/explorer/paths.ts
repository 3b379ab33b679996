/** Where the explorer is. */
export const EXPLORER_PATH = '/explorer';

/** Below it: scripts, styles and fonts. */
export const ASSETS_PATH = `${EXPLORER_PATH}/assets/`;

/** Gives a token for a caller, by POST of `{"caller": NAME}`; in development alone. */
export const TOKEN_PATH = `${EXPLORER_PATH}/token`;

/** The whole schema with what each field takes of each audience, as SDL; in development alone. */
export const SCHEMA_PATH = `${EXPLORER_PATH}/schema`;
