/** Starting the whole graph: in one process or in five, with a development issuer to try it out. */
export { openDataFolder } from './data-folder.js';
export type { DataFolder } from './data-folder.js';
export { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, openDevelopmentIssuer } from './dev-issuer.js';
export type { DevelopmentIssuer } from './dev-issuer.js';
export { startDistributed } from './distribute.js';
export type { DistributeOptions } from './distribute.js';
export { startInProcess } from './in-process.js';
export type { RunOptions } from './in-process.js';
export type { RunningGraph } from './running-graph.js';
export { readSettings } from './settings.js';
export type { IssuerSettings, Settings } from './settings.js';
