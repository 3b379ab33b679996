/** What has programs turn nobody away, and give nothing up, because the machine is busy or stood still for a while. */
export const NEVER_LATE_ENVIRONMENT = {
  CAUSEWAY_EVENT_LOOP_DELAY: '3600000',
  CAUSEWAY_DEADLINE: 'PT60S',
  CAUSEWAY_PLANNING_DEADLINE: 'PT60S',
  CAUSEWAY_PLANNING_PATIENCE: 'PT60S',
  CAUSEWAY_SUBGRAPH_TIMEOUT: 'PT60S',
  CAUSEWAY_SUBGRAPH_CONNECT_TIMEOUT: 'PT20S',
};
