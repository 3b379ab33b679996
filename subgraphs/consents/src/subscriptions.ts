/** Queries of this subgraph that can be subscribed to, by the name of the subscription, with what it tells of. */
export const subscriptions = {
  grants:
    "A patient's cross-border grants, newest first: as they are, and again whenever one of them has changed; for the patient and those who may answer in their place.",
  myGrant:
    "The redeemed grant that the caller's token is bound to: as it is, and again whenever it has changed. It completes once the grant permits nothing any more.",
  myRequest:
    "A request of the caller's own: as it stands, and again whenever the patient, or time, has moved it; null for an id of anybody else's.",
} as const;
