/** What has programs turn nobody away because the machine stood still for a while, as one that runs many tests does. */
export const NEVER_LATE_ENVIRONMENT = { CAUSEWAY_EVENT_LOOP_DELAY: '3600000' };
