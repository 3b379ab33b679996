/** Styles are bundled, and say nothing to programs. */
declare module '*.css';
