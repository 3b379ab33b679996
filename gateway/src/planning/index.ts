/** From canonical texts to compiled plans, within bounds of time, number and memory. */
export { PlanCache } from './plan-cache.js';
export { PlanningError } from './planning-error.js';
export { processPlanner } from './process-planner.js';
export type { LaneWidth } from './lane.js';
export { DEFAULT_PLANNING, TimelyPlanner } from './timely-planner.js';
export type { PlanningLimits } from './timely-planner.js';
