/** The pages for those who try the graph out. */
export { createExplorer } from './explorer-routes.js';
export type { Explorer, ExplorerDevelopment, ExplorerOptions } from './explorer-routes.js';
export type { ExplorerCaller, ExplorerTab } from './page-data.js';
